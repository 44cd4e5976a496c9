import { AsTable } from '@/components/chart/as-table'
import { LineChart } from '@/components/chart/line'
import { formatAmount, formatDay } from '@/lib/format'
import { numberFormat } from '@/lib/intl'
import { toLocks } from '@/lib/locks'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { timeBetween } from '@/lib/pace'
import { ticks, timeTicks } from '@/lib/scale'
import type { PoolPage } from './pool-page'

type Props = {
  id: number
  past: NonNullable<PoolPage['past']>
  max: bigint
  words: Messages['sequencers']
  locale: string
}

const whole = (amount: bigint) => Number(amount / 10n ** 15n) / 1000

/** Every size the lock of one node has had, as steps, and the same as a table. */
export function LockChart({ id, past: { events, anchors }, max, words, locale }: Props) {
  const own = words.detail
  const locks = toLocks(events).get(id) ?? []
  const rows = locks.map((lock, i) => {
    const what = !lock.isActive
      ? lock.amount > 0n
        ? own.leavingSince
        : own.leftAt
      : i === 0
        ? own.opened
        : own.changed
    return { ...lock, what, seconds: timeBetween(anchors, lock.block) }
  })
  const [first, last, end] = [rows[0], rows.at(-1), anchors.at(-1)]
  if (!first || !last || !end) return null
  const from = first.seconds
  const to = Math.max(end.seconds, last.seconds)
  const points = rows.flatMap(({ seconds, amount }, i) => {
    const before = rows[i - 1]
    return before
      ? ([
          [seconds, whole(before.amount)],
          [seconds, whole(amount)],
        ] as const)
      : ([[seconds, whole(amount)]] as const)
  })
  const label = fill(own.locksPicture, {
    from: formatDay(from, locale),
    to: formatDay(to, locale),
    first: formatAmount(first.amount, locale),
    last: formatAmount(last.amount, locale),
  })
  const short = numberFormat(locale)
  return (
    <>
      <LineChart
        label={label}
        x={[from, to]}
        y={[0, whole(max)]}
        ticks={{
          x: timeTicks(from, to, 3).map((at) => ({ at, label: formatDay(at, locale) })),
          y: ticks(0, whole(max), 5).map((at) => ({ at, label: short.format(at) })),
        }}
        series={[{ name: own.amount, tone: 'full', points: [...points, [to, whole(last.amount)]] }]}
      />
      <AsTable
        summary={words.asTable}
        caption={own.lockChanges}
        head={[own.when, own.what, own.amount, own.block]}
        rows={rows
          .toReversed()
          .map(({ seconds, what, amount, block }) => [
            formatDay(seconds, locale),
            what,
            formatAmount(amount, locale),
            short.format(block),
          ])}
      />
    </>
  )
}
