import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { pack, unpack } from '@/app/compact'
import { toWire } from '@/lib/wire'

/** What Next refuses to keep on disk: more than so many characters of an entry, in which our text is JSON inside JSON. */
const most = 2 * 1024 * 1024
const entryOf = (text: string) => JSON.stringify({ kind: 'FETCH', data: { body: JSON.stringify(text) } })

const hex = (bytes: number) => `0x${randomBytes(bytes).toString('hex')}` as const

/** Deposits of strangers, two events each: nothing repeats but the shape. */
const events = (count: number) =>
  Array.from({ length: count / 2 }, (_, i) => {
    const place = { block: 19_000_000n + BigInt(i), hash: hex(32) }
    const assets = BigInt(hex(9))
    return [
      { ...place, index: 7, kind: 'moved', from: hex(20), to: hex(20), shares: BigInt(hex(9)) },
      { ...place, index: 8, kind: 'deposited', assets },
    ]
  }).flat()

test('a range of 15,000 events is kept, and comes back as it was', () => {
  const text = toWire(events(15_000))
  expect(entryOf(text).length).toBeGreaterThan(most)
  expect(entryOf(pack(text)).length).toBeLessThan(most)
  expect(unpack(pack(text))).toBe(text)
})
