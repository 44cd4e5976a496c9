import { PageLink } from '@/components/page-link'
import { formatRate } from '@/lib/format'
import type { History } from '@/lib/history'
import type { Messages } from '@/lib/messages/en'
import { plural } from '@/lib/messages/plural'
import { daysOf, type Range, ranges } from '@/lib/ranges'
import { rateOver } from '@/lib/rate'

type Props = { history: History; chosen: Range; path: string; words: Messages['dashboard']; locale: string }

/** The rate over every span at once; choosing one moves the headline and the chart to it. Links, so that it needs no script. */
export const RateRanges = ({ history, chosen, path, words, locale }: Props) => (
  <nav aria-label={words.ranges} className="grid grid-cols-2 sm:grid-cols-4">
    {ranges.map((range) => {
      const isOut = range === 'all' && !history.isWhole
      const rate = isOut ? null : rateOver(history.payouts, daysOf[range], history.block.seconds)
      return (
        <PageLink
          key={range}
          href={range === 'd30' ? path : `${path}?range=${range}`}
          scroll={false}
          aria-current={range === chosen ? 'true' : undefined}
          className="flex min-h-11 flex-col border-b-2 border-line py-2 pr-4 text-sm text-ink-soft hover:border-ink-soft aria-[current]:border-water"
        >
          <span className="text-ink">{words.range[range]}</span>
          <span className="figure text-lg text-ink">{rate ? formatRate(rate.fraction, locale) : '—'}</span>
          <span>
            {rate ? plural(rate.payouts, words.payouts, locale).trim() : isOut ? words.rangeReading : words.rangeNone}
          </span>
        </PageLink>
      )
    })}
  </nav>
)
