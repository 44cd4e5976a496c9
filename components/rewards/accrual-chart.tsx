import { AsTable } from '@/components/chart/as-table'
import { Bars } from '@/components/chart/bars'
import { Cursor } from '@/components/chart/cursor'
import { LineChart } from '@/components/chart/line'
import { Marks } from '@/components/chart/marks'
import type { RewardsState } from '@/hooks/use-rewards'
import { formatLevel, formatTick, toSteps } from '@/lib/axis'
import { formatAmount, formatCount, formatDate, formatDay } from '@/lib/format'
import { listFormat } from '@/lib/intl'
import { fill } from '@/lib/messages/fill'
import { plural } from '@/lib/messages/plural'
import type { Earned, Movement } from '@/lib/rewards'
import { scale, ticks, timeTicks } from '@/lib/scale'
import type { Setting } from './words'

type Rewards = NonNullable<RewardsState['rewards']>
type Props = Setting & { rewards: Rewards; now: number }
type Summed = Earned & { total: bigint }

const whole = 1e18

/** Each payout with what all of them had brought by then. */
function toSums(earned: readonly Earned[]): Summed[] {
  let total = 0n
  return earned.map((one) => {
    total += one.reward
    return { ...one, total }
  })
}

const sideOf = (kind: Movement['kind']): 'in' | 'out' => (kind === 'staked' || kind === 'received' ? 'in' : 'out')

/** What payouts have brought the account, as the steps it came in, with its deposits and exits marked. */
export function AccrualChart({ rewards, now, words: { rewards: words, payouts }, locale }: Props) {
  const sums = toSums(rewards.earned)
  const first = rewards.steps[0]?.movement.seconds ?? now
  const last = sums.at(-1)
  if (!last) return null
  const x = [first, now] as const
  const highest = Number(last.total) / whole
  const levels = ticks(0, highest * 1.1, 4)
  const gap = (levels[1] ?? 1) - (levels[0] ?? 0)
  const across = scale(x, [0, 100])
  const show = (value: bigint) => formatAmount(value, locale)
  const most = sums.reduce((top, { reward }) => (reward > top ? reward : top), 0n)
  const marks = rewards.steps.map(({ movement: { block, index, seconds, kind } }) => ({
    id: `${block} ${index}`,
    at: seconds,
    kind: sideOf(kind),
  }))
  const point = ({ payout, reward, shares, total }: Summed) => ({
    at: across(payout.seconds),
    text: fill(words.point, {
      date: formatDate(payout.seconds, locale),
      reward: show(reward),
      shares: show(shares),
      total: show(total),
    }),
  })
  return (
    <Cursor label={words.cursor} points={sums.map(point)}>
      <LineChart
        label={fill(words.chartLabel, {
          from: formatDay(first, locale),
          to: formatDay(now, locale),
          total: show(last.total),
          payouts: plural(sums.length, payouts, locale),
        })}
        series={[
          {
            name: words.chart,
            points: toSteps(
              [
                [first, 0],
                ...sums.map(({ payout, total }): [number, number] => [payout.seconds, Number(total) / whole]),
              ],
              now,
            ),
            tone: 'full',
          },
        ]}
        x={x}
        y={[0, highest * 1.1]}
        ticks={{
          x: timeTicks(first, now, 3).map((at) => ({ at, label: formatTick(at, locale, now - first) })),
          y: levels.map((at) => ({ at, label: formatLevel(at, locale, gap) })),
        }}
      />
      <Marks
        label={fill(words.chartMarks, {
          list: listFormat(locale).format(marks.map(({ at, kind }) => `${formatDay(at, locale)} ${words.marks[kind]}`)),
        })}
        marks={marks}
        x={x}
        words={words.marks}
      />
      <Bars
        label={fill(words.chartBarsLabel, { most: show(most) })}
        name={words.chartBars}
        most={show(most)}
        bars={sums.map(({ payout, reward }) => [payout.seconds, Number(reward) / whole])}
        x={x}
      />
    </Cursor>
  )
}

/** The same figures as rows, newest first. */
export function AccrualTable({ rewards, words: { rewards: words }, locale }: Omit<Props, 'now'>) {
  const { block, date, reward, shares, total } = words.chartColumn
  return (
    <AsTable
      summary={words.table}
      caption={words.chart}
      head={[block, date, reward, shares, total]}
      rows={toSums(rewards.earned)
        .reverse()
        .map((one) => [
          formatCount(one.payout.block, locale),
          formatDate(one.payout.seconds, locale),
          formatAmount(one.reward, locale, 'column'),
          formatAmount(one.shares, locale),
          formatAmount(one.total, locale, 'column'),
        ])}
    />
  )
}
