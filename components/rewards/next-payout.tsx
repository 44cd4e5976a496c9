'use client'

import { Figure } from '@/components/figure'
import { Stat } from '@/components/stat'
import type { AccountHistory } from '@/lib/account-history'
import { formatAmount } from '@/lib/format'
import { fill } from '@/lib/messages/fill'
import { toAssets } from '@/lib/shares'
import type { Setting } from './words'

type Props = Setting & {
  history: AccountHistory
  shares: bigint
  /** eMetis that the vault would get; null or undefined: not known. */
  next: bigint | null | undefined
}

/** What the next payout would bring this account if it came now: its shares' worth after it, less their worth before. */
export function NextPayout({ history: { vault, block }, shares, next, words, locale }: Props) {
  const { rewards: own, source, loading } = words
  const isKnown = next !== null && next !== undefined
  const part = isKnown
    ? toAssets(shares, { ...vault, totalAssets: vault.totalAssets + next }) - toAssets(shares, vault)
    : 0n
  return (
    <Stat
      label={own.next}
      loading={loading}
      value={isKnown ? <Figure value={part} unit="eMetis" block={block} source={source} locale={locale} /> : null}
      note={isKnown ? fill(own.nextNote, { amount: formatAmount(next, locale) }) : own.nextUnread}
    />
  )
}
