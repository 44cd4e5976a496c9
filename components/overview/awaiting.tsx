import { Amount } from '@/components/amount'
import { stale } from '@/components/stale'
import { Stat } from '@/components/stat'
import { older } from '@/lib/age'
import { formatAmount, formatCount, formatDate, formatExact } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill, sentences } from '@/lib/messages/fill'
import { earnedOnL1 } from '@/lib/rate-basis'
import type { Pool } from '@/lib/sequencers'
import { nextPayout, type Undispatched } from '@/lib/undispatched'

type Props = {
  pool: Pool | undefined
  undispatched: Undispatched | null | undefined
  treasuryRatio: bigint | null
  words: Pick<Messages, 'dashboard' | 'rewards'>
  loading: string
  locale: string
}

/** Rewards that are earned and in no share price yet, and what the next payout would bring. */
export function Awaiting({ pool, undispatched, treasuryRatio, words, loading, locale }: Props) {
  const { dashboard, rewards } = words
  const label = dashboard.undispatched
  if (undispatched === null) return <Stat label={label} value={null} note={dashboard.noDispatcher} loading={loading} />
  if (!pool || !undispatched)
    return <Stat label={label} value={null} note={dashboard.undispatchedUnread} loading={loading} />
  const l1 = earnedOnL1(pool)
  const { held, treasury, block } = undispatched
  // What an earlier dispatch set aside for the treasury is no new reward, but the next dispatch splits it again.
  const arrived = held > treasury ? held - treasury : 0n
  const amount = (value: bigint) => `${formatAmount(value, locale)} METIS`
  const parts = fill(dashboard.undispatchedNote, { l1: amount(l1), l2: amount(arrived) })
  const next =
    treasuryRatio === null
      ? ''
      : fill(dashboard.next, { amount: formatAmount(nextPayout(held, l1, treasuryRatio), locale) })
  return (
    <Stat
      label={label}
      value={
        <Amount
          value={formatAmount(l1 + arrived, locale)}
          unit="METIS"
          exact={`${formatExact(l1 + arrived, locale)} METIS`}
          source={fill(dashboard.undispatchedSource, {
            held: formatCount(block.number, locale),
            heldTime: formatDate(block.seconds, locale),
            earned: formatCount(pool.block.number, locale),
            earnedTime: formatDate(pool.block.seconds, locale),
          })}
          stale={stale(older(block, pool.block), locale)}
        />
      }
      note={
        <>
          <span className="block">{parts}</span>
          <span className="block">{sentences(next, next !== '' && treasury > 0n && rewards.nextAgain)}</span>
        </>
      }
      loading={loading}
    />
  )
}
