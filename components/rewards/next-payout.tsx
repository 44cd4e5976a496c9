'use client'

import { Amount } from '@/components/amount'
import { stale } from '@/components/stale'
import { Stat } from '@/components/stat'
import type { AccountHistory } from '@/lib/account-history'
import { older } from '@/lib/age'
import { formatAmount, formatCount, formatDate, formatExact } from '@/lib/format'
import { fill, sentences } from '@/lib/messages/fill'
import { partOf } from '@/lib/shares'
import type { ServerPart, Setting } from './words'

type Props = Setting & { history: AccountHistory; shares: bigint; next: ServerPart['next'] }

/** What the next payout would bring this account if it came now. */
export function NextPayout({ history: { vault, block }, shares, next, words, locale }: Props) {
  const { rewards: own, loading } = words
  if (!next)
    return <Stat label={own.next} loading={loading} value={null} note={next === null ? own.nextNone : own.nextUnread} />
  const { toVault, treasury, l2, l1 } = next
  const part = partOf(shares, vault, toVault)
  const source = fill(own.nextSource, {
    shares: formatCount(block.number, locale),
    sharesTime: formatDate(block.seconds, locale),
    held: formatCount(l2.number, locale),
    heldTime: formatDate(l2.seconds, locale),
    earned: formatCount(l1.number, locale),
    earnedTime: formatDate(l1.seconds, locale),
  })
  const note = fill(own.nextNote, { amount: formatAmount(toVault, locale) })
  return (
    <Stat
      label={own.next}
      loading={loading}
      value={
        <Amount
          value={formatAmount(part, locale)}
          unit="eMetis"
          exact={`${formatExact(part, locale)} eMetis`}
          source={source}
          stale={stale(older(l2, l1), locale)}
        />
      }
      note={sentences(note, treasury > 0n && own.nextAgain)}
    />
  )
}
