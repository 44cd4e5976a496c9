import { type Crossings, challengeSeconds } from '@/lib/crossings'
import { formatAmount, formatDate, formatRelative, formatSpan } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { crossingTimes, type Transfer, underWay } from '@/lib/transfers'

type Props = {
  crossings: Crossings
  /** Chain time, unix seconds. */
  now: number
  words: Messages['sequencers']
  locale: string
}

/** When a withdrawal can be paid out, or since when it could be. */
function clock({ sent }: Transfer, now: number, words: Messages['sequencers']['allocation'], locale: string): string {
  const due = sent + challengeSeconds
  const values = { date: formatDate(due, locale), relative: formatRelative(due - now, locale) }
  return fill(due > now ? words.due : words.overdue, values)
}

/** What is on the bridge now, each with its clock, and how long crossings have lately taken. */
export function TransferList({ crossings, now, words, locale }: Props) {
  const own = words.allocation
  const rows = [
    ...underWay(crossings.toL1).map((one) => ({ ...one, text: own.transferUp, clock: clock(one, now, own, locale) })),
    ...underWay(crossings.toL2).map((one) => ({ ...one, text: own.transferDown, clock: own.soon })),
    ...underWay(crossings.reports).map((one) => ({ ...one, text: own.transferReport, clock: own.soon })),
  ]
  const past = crossingTimes(crossings.toL1)
  const spans = past && {
    least: formatSpan(past.least, locale),
    most: formatSpan(past.most, locale),
    count: past.count,
  }
  return (
    <div>
      <h3 className="text-lg">{own.transfers}</h3>
      {rows.length === 0 && <p className="mt-2">{own.transfersNone}</p>}
      <ul>
        {rows.map(({ amount, sent, text, clock: due }) => (
          <li key={`${text}${sent}${amount}`} className="border-b border-line py-2">
            <p className="font-semibold">{fill(text, { amount: formatAmount(amount, locale) })}</p>
            <p className="text-sm text-ink-soft">{fill(own.sent, { date: formatDate(sent, locale), due })}</p>
          </li>
        ))}
      </ul>
      {spans && (
        <p className="mt-3 text-sm text-ink-soft">
          {fill(spans.least === spans.most ? own.crossingOne : own.crossing, spans)}
        </p>
      )}
    </div>
  )
}
