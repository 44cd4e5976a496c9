import type { ReactNode } from 'react'
import { Amount } from '@/components/amount'
import { stale } from '@/components/stale'
import { Stat } from '@/components/stat'
import { formatCount, formatDate, formatDay, formatRate, formatSpan } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { plural } from '@/lib/messages/plural'
import type { MeasuredRate } from '@/lib/rate'
import type { Block } from '@/lib/rpc'

type Props = {
  /** Null: nothing to measure. Undefined: it could not be read. */
  rate: MeasuredRate | null | undefined
  block: Block
  /** The payouts before the first one counted are still being read. */
  isPart: boolean
  words: Pick<Messages, 'overview' | 'dashboard'>
  loading: string
  locale: string
}

function note({ rate, isPart, words: { overview, dashboard }, locale }: Props): ReactNode {
  if (rate === undefined) return overview.rateUnread
  if (rate === null) return overview.rateNone
  const span = formatSpan(rate.seconds, locale)
  const measured = fill(overview.rateNote, { span, payouts: plural(rate.payouts, dashboard.payouts, locale) })
  return (
    <>
      <span className="block">{measured}</span>
      <span className="block">{fill(dashboard.compounded, { rate: formatRate(rate.compounded, locale) })}</span>
      {isPart && <span className="block">{fill(dashboard.ratePart, { date: formatDay(rate.from, locale) })}</span>}
    </>
  )
}

/** The measured rate, what it was measured over, and what it comes to when payouts stay in. */
export function RateHeadline(props: Props) {
  const { rate, block, words, loading, locale } = props
  const { overview } = words
  return (
    <Stat
      size="headline"
      label={overview.rate}
      note={note(props)}
      loading={loading}
      value={
        rate ? (
          <Amount
            value={formatRate(rate.fraction, locale)}
            exact={`${(rate.fraction * 100).toFixed(9)} %`}
            source={fill(overview.source, {
              block: formatCount(block.number, locale),
              time: formatDate(block.seconds, locale),
            })}
            stale={stale(block, locale)}
          />
        ) : null
      }
    />
  )
}
