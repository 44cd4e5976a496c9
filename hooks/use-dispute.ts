'use client'

import { useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import type { Holdings } from '@/lib/holdings'
import { holdingsQuery } from './holdings-query'
import { lookMs } from './query-client'

/** What an account has, without when it was read: while it stays as it is, no other host is asked about it again. */
const traces = (known: Holdings | undefined): string[] => {
  const { block: _, ...purse } = known?.position ?? {}
  return [known?.count, ...Object.values({ ...purse, ...known?.position.vesting })].map(String)
}

/** What two hosts tell differently of an account that is shown; undefined while that is not known, null while they agree. */
export function useDispute(book: AddressBook, account: Address) {
  const known = useQuery(holdingsQuery(book, account)).data
  return useQuery({
    queryKey: ['dispute', ...traces(known)],
    enabled: known !== undefined,
    queryFn: async () => known && (await import('@/lib/reads')).readDispute({ book, account, known }),
    staleTime: Number.POSITIVE_INFINITY,
    // A host that does not answer now may at the next look.
    retry: 3,
    retryDelay: lookMs,
    refetchInterval: ({ state }) => (state.data ? lookMs : false),
  }).data
}
