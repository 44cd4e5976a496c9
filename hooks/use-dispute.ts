'use client'

import { useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import type { Holdings } from '@/lib/holdings'
import { holdingsQuery } from './holdings-query'
import { lookMs } from './query-client'

/** What an account has, without when it was read and what gas cost then: while it stays as it is, no other host is asked again. */
const traces = ({ count, position: { block: _, gasPrice: __, vesting, ...purse } }: Holdings): string[] =>
  [count, ...Object.values(purse), ...Object.values(vesting ?? {})].map(String)

/** What two hosts tell differently of an account that is shown; undefined while that is not known, null while they agree. */
export function useDispute(book: AddressBook, account: Address) {
  const known = useQuery(holdingsQuery(book, account)).data
  return useQuery({
    queryKey: ['dispute', ...(known ? traces(known) : [])],
    enabled: known !== undefined,
    queryFn: async () => known && (await import('@/lib/reads')).readDispute({ book, account, known }),
    staleTime: Number.POSITIVE_INFINITY,
    // A host that does not answer now may at the next look.
    retry: 3,
    retryDelay: lookMs,
    refetchInterval: ({ state }) => (state.data ? lookMs : false),
  }).data
}
