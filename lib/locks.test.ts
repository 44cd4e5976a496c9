import { describe, expect, it } from 'vitest'
import { concentrationOver, toLocks } from './locks'
import type { PoolEvent } from './pool-events'

const at = (block: bigint) => ({ block, index: 0, hash: '0x' as const })
const signer = '0x0000000000000000000000000000000000000001' as const
const events: PoolEvent[] = [
  { ...at(10n), kind: 'locked', id: 5, amount: 30n, signer },
  { ...at(20n), kind: 'locked', id: 6, amount: 20n, signer },
  { ...at(21n), kind: 'locked', id: 7, amount: 20n, signer },
  { ...at(22n), kind: 'locked', id: 8, amount: 10n, signer },
  { ...at(23n), kind: 'locked', id: 9, amount: 10n, signer },
  { ...at(40n), kind: 'changed', id: 5, amount: 40n },
  { ...at(60n), kind: 'leaving', id: 5 },
  { ...at(80n), kind: 'left', id: 5, amount: 40n },
  { ...at(90n), kind: 'changed', id: 7, amount: 40n },
]
const blocks = [9n, 10n, 59n, 60n, 80n, 90n]

/** As a row of numbers: block, index, and how many can halt and decide. */
const course = (holderOf: (id: number) => string) =>
  concentrationOver(toLocks(events), blocks, holderOf).map(({ block, hhi, toHalt, toDecide }) => [
    block,
    hhi,
    toHalt,
    toDecide,
  ])
const near = (value: number) => expect.closeTo(value, 11)

describe('concentration through an exit, computed by hand', () => {
  it('is per node what takes part: 40, 20, 20, 10, 10; then 20, 20, 10, 10; then 20, 40, 10, 10', () =>
    expect(course(String)).toEqual([
      [9n, 0, 0, 0],
      [10n, 1, 1, 1],
      // 1600 + 400 + 400 + 100 + 100 of 100²; 40 is more than a third, 40 + 20 not more than two.
      [59n, 0.26, 1, 3],
      // 400 + 400 + 100 + 100 of 60²; 20 is a third and no more, 40 two thirds and no more.
      [60n, near(10 / 36), 2, 3],
      [80n, near(10 / 36), 2, 3],
      // 400 + 1600 + 100 + 100 of 80².
      [90n, 0.34375, 1, 2],
    ]))

  it('and per party what its nodes have together: 60, 20, 20; then 20, 20, 20; then 20, 40, 20', () => {
    const parties: Record<number, string> = { 5: 'a', 6: 'a', 7: 'b', 8: 'c', 9: 'c' }
    expect(course((id) => parties[id] ?? 'nobody')).toEqual([
      [9n, 0, 0, 0],
      [10n, 1, 1, 1],
      // 3600 + 400 + 400 of 100².
      [59n, 0.44, 1, 2],
      // 400 + 400 + 400 of 60².
      [60n, near(1 / 3), 2, 3],
      [80n, near(1 / 3), 2, 3],
      // 400 + 1600 + 400 of 80².
      [90n, 0.375, 1, 2],
    ])
  })

  it('names the largest of that moment, and not who has left', () => {
    const over = concentrationOver(toLocks(events), [59n, 90n], String)
    expect(over.map(({ largest }) => largest)).toEqual([
      { holder: '5', fraction: 0.4 },
      { holder: '7', fraction: 0.5 },
    ])
  })
})
