import { AsTable } from '@/components/chart/as-table'
import { LineChart } from '@/components/chart/line'
import type { Outlook, VestState } from '@/hooks/use-vesting'
import { formatAmount, formatDate, formatSpan } from '@/lib/format'
import { dateFormat, numberFormat } from '@/lib/intl'
import { fill } from '@/lib/messages/fill'
import { ticks, timeTicks } from '@/lib/scale'
import type { Setting } from './words'

type Props = Setting & { state: VestState; now: number }

/** Whole eMetis as a number, for pixels only. */
const toNumber = (value: bigint): number => Number(value / 10n ** 12n) / 1e6

/** What is released by a time, as a straight line up to all that is locked. */
const releasedBy = (seconds: number, now: number, locked: bigint, { finish }: Outlook): bigint => {
  if (finish === null || finish <= now) return 0n
  const part = Math.min(1, Math.max(0, (seconds - now) / (finish - now)))
  return (locked * BigInt(Math.round(part * 1e6))) / 1_000_000n
}

/** The release of what is locked now, as it is and with more ENKI. A pace that takes for ever is cut off. */
export function VestChart({ state, now, words: { vest: words, redeem }, locale }: Props) {
  const { account, duration, more, asItIs, withMore } = state
  const { locked } = account
  const longest = now + 4 * Number(duration)
  const end = Math.min(longest, Math.max(asItIs.finish ?? 0, withMore.finish ?? 0, now + Number(duration) / 3))
  const text = (value: bigint) => formatAmount(value, locale, 'form')
  const path = (line: Outlook) =>
    [now, Math.min(end, line.finish ?? end), end].map(
      (at) => [at, toNumber(releasedBy(at, now, locked, line))] as const,
    )
  const say = ({ finish }: Outlook) => {
    if (finish === null) return words.never
    if (finish > end) return fill(words.late, { span: formatSpan(end - now, locale) })
    return fill(words.by, { amount: text(locked), date: formatDate(finish, locale) })
  }
  const day = dateFormat(locale === 'en' ? 'en-GB' : locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
  const dates = timeTicks(now, end, 4)
  const lines = more > 0n ? [asItIs, withMore] : [asItIs]
  const bends = lines.flatMap(({ finish }) => (finish !== null && finish <= end ? [finish] : []))
  const moments = [...new Set([now, ...dates, ...bends, end])].toSorted((a, b) => a - b)
  const moreName = fill(words.more, { enki: text(more) })
  return (
    <figure>
      <figcaption className="mb-3">
        <h3 className="text-base">{words.chart}</h3>
      </figcaption>
      <LineChart
        label={fill(words.chartLabel, {
          from: formatDate(now, locale),
          now: say(asItIs),
          enki: text(more),
          more: say(withMore),
        })}
        series={lines.map((line, i) => ({
          name: i === 0 ? words.asItIs : moreName,
          points: path(line),
          tone: i === 0 ? 'full' : 'dashed',
        }))}
        x={[now, end]}
        y={[0, toNumber(locked)]}
        ticks={{
          x: dates.map((at) => ({ at, label: day.format(at * 1000) })),
          y: ticks(0, toNumber(locked), 3)
            .filter((at) => at > 0)
            .map((at) => ({ at, label: `${numberFormat(locale).format(at)} eMetis` })),
        }}
      />
      <AsTable
        summary={redeem.showTable}
        caption={words.chart}
        head={[words.date, words.asItIs, ...(more > 0n ? [moreName] : [])]}
        rows={moments.map((at) => [
          formatDate(at, locale),
          ...lines.map((line) => `${text(releasedBy(at, now, locked, line))} eMetis`),
        ])}
      />
    </figure>
  )
}
