'use client'

import { type Query, useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import type { Holdings } from '@/lib/holdings'
import { holdingsQuery } from './holdings-query'
import { lookMs, slowLookMs } from './query-client'
import { turns } from './turns'

/** What an account has, without when it was read and what gas cost then: while it stays as it is, no host is asked again. */
const traces = ({ count, position: { block: _, gasPrice: __, vesting, ...purse } }: Holdings): string[] =>
  [count, ...Object.values(purse), ...Object.values(vesting ?? {})].map(String)

/** What hosts do not agree on of an account that is shown; undefined while that is not known, null while they agree. */
export function useDispute(book: AddressBook, account: Address) {
  const known = useQuery(holdingsQuery(book, account)).data
  return useQuery({
    queryKey: ['dispute', account, ...(known ? traces(known) : [])],
    enabled: known !== undefined,
    queryFn: async ({ signal }) => {
      const turn = () => turns.next(false, () => signal.throwIfAborted())
      return known && (await import('@/lib/reads')).readDispute({ book, account, known, turn })
    },
    staleTime: Number.POSITIVE_INFINITY,
    // Where no two hosts answered, there may be two later.
    retry: false,
    meta: {
      again: ({ state: { data, status } }: Query) =>
        data !== null && (data || status === 'error' ? lookMs : slowLookMs),
      takesTurn: true,
    },
    // What is said stays until the new figures have been compared.
    placeholderData: (before, query) => (query?.queryKey[1] === account ? before : undefined),
  }).data
}
