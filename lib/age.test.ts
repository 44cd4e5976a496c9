import { expect, it } from 'vitest'
import { dated } from './age'

const snapshot = { block: { number: 7n, seconds: 1_000, readAt: 1_010_000 }, amount: 3n }

it('leaves a snapshot as it is while it is young', () => {
  expect(dated(snapshot, 1_180_999)).toBe(snapshot)
})
it('says how old one is that is older, and nothing else', () => {
  expect(dated(snapshot, 1_720_000)).toEqual({ ...snapshot, block: { ...snapshot.block, age: 720 } })
})
it('counts from the reading where the chain is ahead of our clock', () => {
  const ahead = { block: { ...snapshot.block, seconds: 9_000 } }
  expect(dated(ahead, 1_180_000)).toBe(ahead)
  expect(dated(ahead, 1_310_000).block).toMatchObject({ age: 300 })
})
