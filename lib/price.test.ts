import { expect, test } from 'vitest'
import { youngPrice } from './price'

test('a price that was kept is shown until it is a day old, and not a second longer', () => {
  const block = { number: 1n, seconds: 1_000, readAt: 0 }
  const price = { block, dollars: 3n * 10n ** 18n, updated: 1_000 }
  expect(youngPrice(price, 1_000 + 86_400)).toBe(price)
  expect(youngPrice(price, 1_000 + 86_401)).toBeNull()
})
