import { stale } from '@/components/stale'
import { StaleMark } from '@/components/stale-mark'
import type { History } from '@/lib/history'
import type { Messages } from '@/lib/messages/en'
import { daysOf, type Range } from '@/lib/ranges'
import { edgeIndex } from '@/lib/rate'
import { PriceChart, PriceTable } from './price-chart'

type Props = { history: History; range: Range; words: Messages['dashboard']; locale: string }

/** The share price over the chosen span: picture, table, file. */
export function PriceHistory({ history: { payouts, block, isWhole }, range, words, locale }: Props) {
  const first = edgeIndex(payouts, daysOf[range], block.seconds)
  const [edge, after] = [payouts[first], payouts.slice(first + 1)]
  const begin = block.seconds - daysOf[range] * 86_400
  const shared = { words, locale }
  return (
    <section aria-labelledby="price" className="border-t border-line pt-4">
      <h2 id="price" className="text-lg">
        {words.chart}
        <StaleMark text={stale(block, locale)} />
      </h2>
      <p className="mt-1 mb-4 max-w-measure text-sm text-ink-soft">{words.chartNote}</p>
      {edge && after.length > 0 ? (
        <>
          <PriceChart {...shared} payouts={after} edge={edge} span={[Math.max(begin, edge.seconds), block.seconds]} />
          {isWhole ? (
            <a href="/payouts.csv" download className="link mt-2 inline-flex min-h-11 items-center text-sm">
              {words.csv}
            </a>
          ) : (
            <p className="mt-2 py-3 text-sm text-ink-soft">{words.csvReading}</p>
          )}
          <PriceTable {...shared} payouts={payouts.slice(first)} />
        </>
      ) : (
        <p className="text-sm">{words.chartNone}</p>
      )}
    </section>
  )
}
