import { Amount } from '@/components/amount'
import { Stat } from '@/components/stat'
import { formatDate, formatRate, formatSpan } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { MeasuredRate } from '@/lib/rate'
import type { Block } from '@/lib/rpc'

type Props = {
  /** Null: nothing to measure. Undefined: it could not be read. */
  rate: MeasuredRate | null | undefined
  block: Block
  /** Days the measurement reaches back at least. */
  days: number
  words: Messages['overview']
  loading: string
  locale: string
}

/** The measured rate, and what it was measured over. */
export function RateHeadline({ rate, block, days, words, loading, locale }: Props) {
  const note = rate
    ? fill(words.rateNote, { span: formatSpan(rate.seconds, locale), payouts: rate.payouts })
    : rate === null
      ? fill(words.rateNone, { days })
      : words.rateUnread
  return (
    <Stat
      size="headline"
      label={words.rate}
      note={note}
      loading={loading}
      value={
        rate ? (
          <Amount
            value={formatRate(rate.fraction, locale)}
            exact={`${(rate.fraction * 100).toFixed(9)} %`}
            source={fill(words.source, { block: String(block.number), time: formatDate(block.seconds, locale) })}
          />
        ) : null
      }
    />
  )
}
