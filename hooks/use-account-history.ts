'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Address } from 'viem'
import type { AccountHistory, Past } from '@/lib/account-history'
import type { AddressBook } from '@/lib/address-book'
import type { Block } from '@/lib/rpc'
import { accountStore } from './account-store'

/** What is asked for: an account's history up to the block that its position was read at. */
type Wanted = { account: Address | undefined; head: Block | undefined; past: Past | null }

/** The history of one account, read again when its position is; `progress` is the fraction read of a first visit. */
export function useAccountHistory(book: AddressBook, { account, head, past }: Wanted) {
  const [progress, setProgress] = useState({ account, fraction: 0 })
  const query = useQuery({
    queryKey: ['account-history', account, String(head?.number)],
    queryFn: async ({ signal }): Promise<AccountHistory> => {
      if (!account || !head || !past) throw new Error('Nothing to read yet')
      const { readAccountHistory, l2 } = await import('@/lib/reads')
      const onProgress = (fraction: number) => setProgress({ account, fraction })
      return readAccountHistory({ client: l2, book, account, past, head, store: accountStore }, { signal, onProgress })
    },
    enabled: account !== undefined && head !== undefined && past !== null,
    // Until the next block's history is there, the one before it stays.
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const isOwn = query.data?.account === account
  return {
    history: isOwn ? query.data : undefined,
    progress: progress.account === account ? progress.fraction : 0,
    isError: query.isError,
    retry: query.refetch,
  }
}
