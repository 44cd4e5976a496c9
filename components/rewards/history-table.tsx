'use client'

import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '@/components/ui/button'
import { fill } from '@/lib/messages/fill'
import { type Filter, filters, type RewardRow } from '@/lib/reward-rows'
import { HistoryRow } from './history-row'
import type { Setting } from './words'

type Props = Setting & { rowsOf: (filter: Filter) => readonly RewardRow[] }

/** Lines shown at first, and with each press of the button below them. */
const page = 25

const numeric = ['amount', 'shares', 'price', 'reward']

/** Everything the account did, newest first, by kind. */
export function HistoryTable({ rowsOf, ...setting }: Props) {
  const { rewards: own } = setting.words
  const [filter, setFilter] = useState<Filter>('actions')
  const [count, setCount] = useState(page)
  const rows = rowsOf(filter).toReversed()
  const left = rows.length - count

  // Paper has no button for the rest; the browser takes its picture as soon as this returns.
  useEffect(() => {
    const showAll = () => flushSync(() => setCount(Number.POSITIVE_INFINITY))
    const showPage = () => setCount(page)
    window.addEventListener('beforeprint', showAll)
    window.addEventListener('afterprint', showPage)
    return () => {
      window.removeEventListener('beforeprint', showAll)
      window.removeEventListener('afterprint', showPage)
    }
  }, [])
  return (
    // Measured in letters: with larger ones, too, lines become blocks before anything is cut off.
    <section aria-labelledby="history" className="@container">
      <h2 id="history" className="mb-3 text-lg">
        {own.history}
      </h2>
      <fieldset className="mb-4 flex flex-wrap gap-2">
        <legend className="sr-only">{own.filter}</legend>
        {filters.map((each) => (
          <Button
            key={each}
            variant="secondary"
            size="compact"
            aria-pressed={each === filter}
            className="aria-pressed:border-water aria-pressed:bg-water-tint"
            onClick={() => setFilter(each)}
          >
            {own.filters[each]}
          </Button>
        ))}
      </fieldset>
      {rows.length === 0 && <p className="text-sm text-ink-soft">{own.empty}</p>}
      <table className={`w-full text-left text-sm @max-[60rem]:block ${rows.length === 0 ? 'hidden' : ''}`}>
        <thead className="@max-[60rem]:sr-only">
          <tr>
            {Object.entries(own.column).map(([key, name]) => (
              <th
                key={key}
                scope="col"
                className={`border-b border-ink-soft py-2 pr-4 align-bottom font-normal text-ink-soft last:pr-0 ${numeric.includes(key) ? 'text-right' : ''}`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="@max-[60rem]:block">
          {rows.slice(0, count).map((row) => (
            <HistoryRow key={`${row.block} ${row.index}`} row={row} {...setting} />
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <Button variant="secondary" className="mt-4" onClick={() => setCount(count + page)}>
          {fill(own.more, { n: Math.min(page, left) })}
        </Button>
      )}
    </section>
  )
}
