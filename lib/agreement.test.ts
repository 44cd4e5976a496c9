import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstDifference } from './agreement'

const told = {
  protocol: {
    block: { number: 7n, seconds: 1_700_000_000, readAt: 1 },
    totalAssets: 10n ** 24n,
    paused: false as boolean | null,
    checks: [{ id: 'asset', ok: true }],
    queue: { metis: 5n },
  },
  position: { shares: 3n, vesting: null, gasPrice: 9n },
}

test('the same figures agree, whenever they were read and whatever gas costs', () => {
  const later = {
    protocol: { ...told.protocol, block: { ...told.protocol.block, readAt: 2, age: 240 } },
    position: { ...told.position, gasPrice: 10n },
  }
  expect(firstDifference(told, later)).toBeUndefined()
})

test('one wei, a null, a missing part and a changed entry of a list are all found, by name', () => {
  const { protocol, position } = told
  const differ = (change: object) => firstDifference(told, { protocol: { ...protocol, ...change }, position })
  expect(differ({ totalAssets: protocol.totalAssets + 1n })).toBe('protocol.totalAssets')
  expect(differ({ paused: null })).toBe('protocol.paused')
  expect(differ({ queue: null })).toBe('protocol.queue')
  expect(differ({ queue: {} })).toBe('protocol.queue.metis')
  expect(differ({ checks: [{ id: 'asset', ok: false }] })).toBe('protocol.checks.0.ok')
  expect(differ({ checks: [] })).toBe('protocol.checks.0')
  expect(differ({ more: 1n })).toBe('protocol.more')
  expect(differ({ block: { ...protocol.block, number: 8n } })).toBe('protocol.block.number')
})

test('any change of any amount is found, in either direction', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.bigInt(), { minKeys: 1 }), fc.nat(), fc.bigInt(), (one, at, by) => {
      const keys = Object.keys(one).filter((key) => !['gasPrice', 'readAt', 'age', '__proto__'].includes(key))
      const key = keys[at % Math.max(1, keys.length)]
      if (key === undefined || by === 0n) return
      const other = { ...one, [key]: (one[key] ?? 0n) + by }
      expect(firstDifference(one, other)).toBe(key)
      expect(firstDifference(other, one)).toBe(key)
    }),
  )
})
