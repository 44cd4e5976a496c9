'use client'

import { useState } from 'react'
import type { Address } from 'viem'
import type { Past } from '@/lib/account-history'
import type { AddressBook } from '@/lib/address-book'
import type { Method } from '@/lib/lots'
import { movementsOf } from '@/lib/reward-rows'
import { toRewards } from '@/lib/rewards'
import { useAccountHistory } from './use-account-history'
import { useHoldings } from './use-holdings'

/** Everything the Rewards page knows of one account; undefined parts are still being read. */
export function useRewards(book: AddressBook, account: Address | undefined, past: Past | null) {
  const [method, setMethod] = useState<Method>('fifo')
  const { known, position, tickets, ...holdings } = useHoldings(book, account)
  const { history, progress, isError, retry } = useAccountHistory(book, { account, known, past })
  const now = history && { ...history.vault, seconds: history.block.seconds }
  const rewards = history && now && toRewards(movementsOf(history.deeds), history.payouts, now, method)
  return {
    method,
    setMethod,
    position,
    tickets,
    /** What could not be read, and is not there from before. */
    unread: {
      position: !position && holdings.isError,
      tickets: !tickets && (holdings.isError || holdings.lacksTickets),
    },
    history,
    rewards,
    progress,
    isError: isError || holdings.isError,
    retry: () => {
      holdings.retry()
      retry()
    },
  }
}

export type RewardsState = ReturnType<typeof useRewards>
