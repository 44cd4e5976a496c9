'use client'

import type { RewardsState } from '@/hooks/use-rewards'
import type { AccountHistory } from '@/lib/account-history'
import { type Filter, toRewardRows } from '@/lib/reward-rows'
import { AccrualChart, AccrualTable } from './accrual-chart'
import { Downloads } from './downloads'
import { HistoryTable } from './history-table'
import { NextPayout } from './next-payout'
import { Totals } from './totals'
import type { ServerPart, Setting } from './words'

type Loaded = RewardsState & { history: AccountHistory; rewards: NonNullable<RewardsState['rewards']> }
type Props = Setting & { state: Loaded; server: Pick<ServerPart, 'next' | 'chain'> }

/** The account's rewards once its history is there: the sums, the payouts one by one, the next of them, and every line. */
export function RewardsReport({ state, server, ...setting }: Props) {
  const { history, rewards, method, setMethod } = state
  const own = setting.words.rewards
  const rowsOf = (filter: Filter) => toRewardRows(history.deeds, rewards, history.payouts, filter)
  if (history.deeds.length === 0) return <p>{own.none}</p>
  return (
    <>
      <Totals {...setting} history={history} rewards={rewards} method={method} setMethod={setMethod} />
      {rewards.earned.length > 0 && (
        <section aria-labelledby="accrual">
          <h2 id="accrual" className="text-lg">
            {own.chart}
          </h2>
          <p className="mt-1 mb-4 max-w-measure text-sm text-ink-soft">{own.chartNote}</p>
          <AccrualChart {...setting} rewards={rewards} now={history.block.seconds} />
          <AccrualTable {...setting} rewards={rewards} />
        </section>
      )}
      <NextPayout {...setting} history={history} shares={rewards.shares} next={server.next} />
      <HistoryTable {...setting} rowsOf={rowsOf} />
      <Downloads words={setting.words} history={history} rows={rowsOf('all')} method={method} chain={server.chain} />
    </>
  )
}
