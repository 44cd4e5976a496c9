import type { AddressBook } from '@/lib/address-book'
import type { History } from '@/lib/history'
import type { Messages } from '@/lib/messages/en'
import type { MetisSupply } from '@/lib/metis-supply'
import { nodeCourse } from '@/lib/node-course'
import { toNodes } from '@/lib/nodes'
import type { Pace } from '@/lib/pace'
import type { PoolEvent } from '@/lib/pool-events'
import type { Price } from '@/lib/price'
import type { Protocol } from '@/lib/protocol'
import { daysOf, type Range } from '@/lib/ranges'
import { edgeIndex, rateOver } from '@/lib/rate'
import { type RateBasis, toRateBasis } from '@/lib/rate-basis'
import type { Pool } from '@/lib/sequencers'
import type { Undispatched } from '@/lib/undispatched'
import { Awaiting } from './awaiting'
import { Figures } from './figures'
import { NextStep } from './next-step'
import { PriceHistory } from './price-history'
import { type Lack, RateCascade } from './rate-cascade'
import { RateHeadline } from './rate-headline'
import { RateRanges } from './rate-ranges'
import { Wheel } from './wheel'

/** Undefined: a chain did not answer, or is still being read. Null: there is no such thing here. */
export type Readings = {
  protocol: Protocol
  book: AddressBook
  history: History | null | undefined
  pool: Pool | undefined
  /** Null: L2 is too young to have a pace. */
  pace: Pace | null | undefined
  price: Price | null | undefined
  supply: MetisSupply | undefined
  undispatched: Undispatched | null | undefined
  past: { events: readonly PoolEvent[]; anchors: readonly { number: bigint; seconds: number }[] } | undefined
}

type Props = {
  readings: Readings
  range: Range
  /** Address of this page, `/en`. */
  path: string
  explorers: { l1?: string; l2?: string }
  words: Pick<Messages, 'overview' | 'dashboard' | 'rewards' | 'shell' | 'sequencers'>
  locale: string
}

function basisOf({ protocol, pool, pace, history }: Readings, days: number): RateBasis | Lack {
  if (!pool) return 'pool'
  if (pace === undefined) return 'pace'
  return toRateBasis({ protocol, pool, pace }, history, days) ?? 'nothing'
}

/** The rate and how it comes about, from the headline down to what it rests on. */
export function Dashboard({ readings, range, path, explorers, words, locale }: Props) {
  const { protocol, book, history, pool, price, supply, undispatched, past } = readings
  const { overview, dashboard, shell } = words
  const days = daysOf[range]
  const rate = history && rateOver(history.payouts, days, history.block.seconds)
  const shown = history?.payouts.slice(edgeIndex(history.payouts, days, history.block.seconds)) ?? []
  const own = pool ? toNodes(pool).filter(({ isEnki }) => isEnki) : []
  const ids = own.map(({ id }) => id)
  const times = shown.map(({ seconds }) => seconds)
  const nodes = past && nodeCourse(past.events, past.anchors, ids, times)
  // Every shorter span is whole before the page is shown.
  const isPart = range === 'all' && history?.isWhole === false
  const shared = { loading: shell.loading, locale }
  return (
    <>
      <div className="mt-8 grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-12">
        <div className="flex flex-col gap-6">
          <RateHeadline
            {...shared}
            rate={rate}
            block={history?.block ?? protocol.block}
            isPart={isPart}
            words={words}
          />
          {history && <RateRanges history={history} chosen={range} path={path} words={dashboard} locale={locale} />}
        </div>
        <NextStep {...shared} book={book} words={overview} path={`${path}/stake`} />
      </div>
      <div className="mt-12 flex flex-col gap-14">
        {history && <PriceHistory history={history} range={range} words={dashboard} locale={locale} />}
        <RateCascade
          basis={basisOf(readings, days)}
          config={book.config}
          explorers={explorers}
          words={dashboard}
          locale={locale}
        />
        <Awaiting
          {...shared}
          pool={pool}
          undispatched={undispatched}
          treasuryRatio={protocol.treasuryRatio}
          words={words}
        />
        <Wheel
          turns={{ protocol, payouts: shown, history, pool, supply, nodes, price }}
          words={words}
          locale={locale}
          path={`${path}/sequencers#nodes`}
        />
        <Figures {...shared} protocol={protocol} words={overview} />
      </div>
    </>
  )
}
