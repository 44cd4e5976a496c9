import { createElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { PriceChart } from '../components/overview/price-chart'
import { en } from '../lib/messages/en'
import type { Payout } from '../lib/payouts'

const whole = 10n ** 18n
const hour = 3_600

/** So many payouts, one an hour. */
const payoutsOf = (count: number): Payout[] =>
  Array.from({ length: count }, (_, i) => {
    const totalAssets = (1_000n + BigInt(i)) * whole
    const reward = whole + BigInt(i % 977) * 10n ** 15n
    const place = { block: BigInt(i), index: 0, hash: '0x00', seconds: i * hour } as const
    return { ...place, totalAssets, totalShares: 1_000n * whole, eMetisSupply: totalAssets, reward, holders: 1 }
  })

/** Milliseconds from the payouts to a chart whose layout is computed. */
function draw(count: number): number {
  const [edge, ...payouts] = payoutsOf(count + 1)
  if (!edge) throw new Error('There is nothing to draw')
  const place = document.body.appendChild(document.createElement('div'))
  const began = performance.now()
  const chart = createElement(PriceChart, {
    payouts,
    edge,
    span: [0, count * hour],
    words: en.dashboard,
    locale: 'en',
  })
  flushSync(() => createRoot(place).render(chart))
  place.getBoundingClientRect()
  const lasted = performance.now() - began
  const bars = place.querySelectorAll('svg line').length
  if (bars < count) throw new Error(`${bars} lines were drawn for ${count} payouts`)
  place.remove()
  return lasted
}

Object.assign(globalThis, { draw })
