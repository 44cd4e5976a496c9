import { expect, it } from 'vitest'
import { nodeCourse } from './node-course'
import type { PoolEvent } from './pool-events'

const at = (block: bigint) => ({ block, index: 0, hash: '0x' as const })
const signer = '0x0000000000000000000000000000000000000001' as const
const anchors = [
  { number: 0n, seconds: 0 },
  { number: 100n, seconds: 1_000 },
]
const events: PoolEvent[] = [
  { ...at(10n), kind: 'locked', id: 5, amount: 30n, signer },
  { ...at(20n), kind: 'locked', id: 6, amount: 20n, signer },
  { ...at(40n), kind: 'changed', id: 5, amount: 50n },
  { ...at(60n), kind: 'leaving', id: 6, reward: 1n },
  { ...at(80n), kind: 'left', id: 6, amount: 20n },
]

it('adds up the locks of some nodes at each moment; who is leaving still holds METIS but runs no node', () =>
  expect(nodeCourse(events, anchors, [5, 6], [50, 100, 250, 400, 650, 900])).toEqual([
    { seconds: 50, locked: 0n, active: 0n, nodes: 0 },
    { seconds: 100, locked: 30n, active: 30n, nodes: 1 },
    { seconds: 250, locked: 50n, active: 50n, nodes: 2 },
    { seconds: 400, locked: 70n, active: 70n, nodes: 2 },
    { seconds: 650, locked: 70n, active: 50n, nodes: 1 },
    { seconds: 900, locked: 50n, active: 50n, nodes: 1 },
  ]))

it('leaves the nodes of others out', () =>
  expect(nodeCourse(events, anchors, [6], [1_000])).toEqual([{ seconds: 1_000, locked: 0n, active: 0n, nodes: 0 }]))
