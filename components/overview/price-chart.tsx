import { AsTable } from '@/components/chart/as-table'
import { Bars } from '@/components/chart/bars'
import { Cursor } from '@/components/chart/cursor'
import { LineChart } from '@/components/chart/line'
import { formatLevel, formatTick, toSteps } from '@/lib/axis'
import { formatAmount, formatCount, formatDate, formatPrice } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { plural } from '@/lib/messages/plural'
import type { Payout } from '@/lib/payouts'
import { scale, ticks, timeTicks } from '@/lib/scale'
import { sharePrice } from '@/lib/shares'

type Props = {
  /** Those of the time shown, after the one that the line begins at. */
  payouts: readonly Payout[]
  edge: Payout
  /** The time shown, unix seconds. */
  span: readonly [from: number, to: number]
  words: Messages['dashboard']
  locale: string
}

const whole = 1e18
const priceOf = (payout: Payout) => Number(sharePrice(payout)) / whole

/** A little air above and below the line, and round values to read it by. What prices are too short to show is no rise. */
function toScale(lowest: number, highest: number, locale: string) {
  const rise = highest - lowest
  const air = (rise > highest / 1e6 ? rise : highest / 100) / 8
  const y = [lowest - air, highest + air] as const
  const levels = ticks(y[0], y[1], 4)
  const [first = 0, second] = levels
  // Of the round values there may be one alone.
  const step = second === undefined ? (y[1] - y[0]) / 4 : second - first
  return { y, levels: levels.map((at) => ({ at, label: formatLevel(at, locale, step) })) }
}

/** The share price as the steps it rises in, and below it what each payout brought. */
export function PriceChart({ payouts, edge, span, words, locale }: Props) {
  const [from, to] = span
  const last = payouts.at(-1) ?? edge
  // Nothing in the contracts keeps it from falling.
  const prices = [edge, ...payouts].map(priceOf)
  const { y, levels } = toScale(Math.min(...prices), Math.max(...prices), locale)
  const steps: [number, number][] = payouts.map((payout) => [payout.seconds, priceOf(payout)])
  const across = scale(span, [0, 100])
  const most = payouts.reduce((top, { reward }) => (reward > top ? reward : top), 0n)
  const point = (payout: Payout) =>
    fill(words.point, {
      date: formatDate(payout.seconds, locale),
      reward: formatAmount(payout.reward, locale),
      price: formatPrice(sharePrice(payout), locale),
    })
  return (
    <Cursor
      label={words.cursor}
      points={payouts.map((payout) => ({ at: across(payout.seconds), text: point(payout) }))}
    >
      <LineChart
        label={fill(words.chartLabel, {
          from: formatDate(from, locale),
          to: formatDate(to, locale),
          low: formatPrice(sharePrice(edge), locale),
          high: formatPrice(sharePrice(last), locale),
          payouts: plural(payouts.length, words.payouts, locale),
        })}
        series={[{ name: words.chart, points: toSteps([[from, priceOf(edge)], ...steps], to), tone: 'full' }]}
        x={span}
        y={y}
        ticks={{
          x: timeTicks(from, to, 3).map((at) => ({ at, label: formatTick(at, locale, to - from) })),
          y: levels,
        }}
      />
      <Bars
        label={fill(words.rewardsLabel, { most: formatAmount(most, locale) })}
        name={words.rewards}
        most={formatAmount(most, locale)}
        bars={payouts.map(({ seconds, reward }) => [seconds, Number(reward) / whole])}
        x={span}
      />
    </Cursor>
  )
}

/** The same figures as rows, newest first; the last is the one that the line begins at. */
export function PriceTable({ payouts, words, locale }: Pick<Props, 'payouts' | 'words' | 'locale'>) {
  const { date, price, reward, staked, block } = words.column
  return (
    <AsTable
      summary={words.table}
      caption={words.chart}
      head={[block, date, price, reward, staked]}
      rows={payouts
        .toReversed()
        .map((payout) => [
          formatCount(payout.block, locale),
          formatDate(payout.seconds, locale),
          formatPrice(sharePrice(payout), locale),
          formatAmount(payout.reward, locale, 'column'),
          formatAmount(payout.totalAssets, locale),
        ])}
    />
  )
}
