import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PriceChart } from '@/components/overview/price-chart'
import { en } from '@/lib/messages/en'
import type { Payout } from '@/lib/payouts'

const whole = 10n ** 18n

/** The picture of payouts after which a share was worth so much eMetis, base units. */
function draw(prices: readonly bigint[]): string {
  const [edge, ...payouts] = prices.map(
    (price, day): Payout => ({
      totalAssets: price * 1_000n,
      totalShares: whole * 1_000n,
      eMetisSupply: price * 1_000n,
      reward: 1n,
      holders: 1,
      block: BigInt(day),
      index: 0,
      hash: '0x',
      seconds: day * 86_400,
    }),
  )
  if (!edge) throw new Error('no edge')
  const props = { edge, payouts, span: [0, 200_000], words: en.dashboard, locale: 'en' } as const
  return renderToStaticMarkup(createElement(PriceChart, props))
}

test('a share price that rose is drawn between values that can be told apart', () => {
  const drawn = draw([whole, (whole * 12n) / 10n, (whole * 13n) / 10n])
  for (const level of ['1.0', '1.1', '1.2', '1.3']) expect(drawn).toContain(level)
})

test('one that fell is drawn as well', () => {
  expect(draw([(whole * 13n) / 10n, (whole * 12n) / 10n, whole])).toContain('1.1')
})

test('one that payouts of next to nothing left where it was is drawn as well', () => {
  for (const wei of [0n, 1n, 300n, 5_000n]) expect(draw([whole, whole + wei])).toContain('1.00')
})

test('one with a single round value in its reach is drawn as well', () => {
  const drawn = draw([1_001_864_200_492_657_000n, 1_009_005_000_000_000_000n])
  expect(drawn).toContain('1.005')
  expect(drawn).not.toContain('1.010')
})
