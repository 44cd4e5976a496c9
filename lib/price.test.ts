import { expect, test } from 'vitest'
import { youngPrice } from './price'

const day = 86_400
const block = { number: 1n, seconds: 1_000, readAt: 0 }
const price = { block, dollars: 3n * 10n ** 18n, updated: 1_000 }
const at = (seconds: number) => ({ ...block, seconds })

test('a price that was kept is shown until it is a day old, and not a second longer', () => {
  expect(youngPrice(price, at(1_000 + day), 0)).toBe(price)
  expect(youngPrice(price, at(1_000 + day + 1), 0)).toBeNull()
})

test('a price grows old by our clock, too, while the chain stands still', () => {
  expect(youngPrice(price, block, (1_000 + day) * 1_000)).toBe(price)
  expect(youngPrice(price, block, (1_000 + day + 1) * 1_000)).toBeNull()
})
