import { describe, expect, it } from 'vitest'
import { concentration, grouped, signersOf } from './concentration'

const metis = 10n ** 18n
const of = (...amounts: number[]) => amounts.map((amount, i) => ({ holder: `${i}`, amount: BigInt(amount) * metis }))

it.each([
  [9, 7],
  [3, 1],
  [2, 2],
])('of %i nodes the shared key asks %i to sign', (count, signers) => {
  expect(signersOf(count)).toBe(signers)
})

describe('concentration', () => {
  it('is what was computed by hand for the pool of June 2024, per node', () => {
    const found = concentration(of(20_000, 20_000, 20_000, 100_000, 100_001, 75_167))
    expect(found.hhi).toBeCloseTo(0.239, 3)
    expect(found).toMatchObject({ toHalt: 2, toDecide: 3 })
    expect(found.largest).toEqual({ holder: '4', fraction: expect.closeTo(0.2984, 4) })
  })
  it('and per party, where Artemis alone could halt', () => {
    const found = concentration(of(60_000, 175_167, 100_001))
    expect(found.hhi).toBeCloseTo(0.394, 3)
    expect(found).toMatchObject({
      toHalt: 1,
      toDecide: 2,
      largest: { holder: '1', fraction: expect.closeTo(0.523, 3) },
    })
  })
  it('needs more than a third, not just a third', () => {
    expect(concentration(of(1, 1, 1))).toMatchObject({ toHalt: 2, toDecide: 3 })
    expect(concentration(of(1, 1, 1, 1))).toMatchObject({ toHalt: 2, toDecide: 3 })
    expect(concentration(of(34, 33, 33))).toMatchObject({ toHalt: 1, toDecide: 2 })
    expect(concentration(of(67, 33))).toMatchObject({ toHalt: 1, toDecide: 1 })
  })
  it('is one for a single holder and nothing for nobody', () => {
    expect(concentration(of(5))).toMatchObject({ hhi: 1, toHalt: 1, toDecide: 1 })
    expect(concentration(of(0))).toEqual({ largest: null, hhi: 0, toHalt: 0, toDecide: 0 })
  })
  it('counts what one holder has in several places together', () => {
    const twice = [
      { holder: 'a', amount: 3n },
      { holder: 'b', amount: 4n },
      { holder: 'a', amount: 2n },
    ]
    expect(grouped(twice)).toEqual([
      { holder: 'a', amount: 5n },
      { holder: 'b', amount: 4n },
    ])
  })
})
