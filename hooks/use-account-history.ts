'use client'

import { type Query, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Address } from 'viem'
import type { AccountHistory, Past } from '@/lib/account-history'
import type { AddressBook } from '@/lib/address-book'
import type { Holdings } from '@/lib/holdings'
import { accountStore } from './account-store'
import { slowlyUnless } from './query-client'

/** What is asked for: an account's history up to the block of the last look. */
type Wanted = { account: Address | undefined; known: Holdings | undefined; past: Past | null }

/** What the last look says of the account: while it stays as it is, it has done nothing. */
function traces({ position, count }: Holdings): string {
  const { block: _, native: __, gasPrice: ___, vesting, ...own } = position
  return [count, ...Object.values({ ...own, ...vesting })].join()
}

/** What it says of all accounts together. */
const ofAll = ({ protocol: { totalAssets, totalShares, queue } }: Holdings) =>
  [totalAssets, totalShares, queue?.owed].join()

/** A history, and what the look before it said of all accounts. */
type Read = AccountHistory & { all: string }

/**
 * The history of one account, read again at once when the account has done something, and in a turn of its own when others have;
 * `progress` is the fraction read of a first visit.
 */
export function useAccountHistory(book: AddressBook, { account, known, past }: Wanted) {
  const head = known?.position.block
  const [progress, setProgress] = useState({ account, fraction: 0 })
  const client = useQueryClient()
  const keyOf = (what: string) => ['account-history', account, what]
  // A first reading can take minutes: nothing that anybody does meanwhile makes it begin anew.
  const isFirst = client.getQueryData(keyOf('first')) === undefined
  const query = useQuery({
    queryKey: keyOf(isFirst || !known ? 'first' : traces(known)),
    queryFn: async ({ signal }): Promise<Read> => {
      if (!account || !known || !head || !past) throw new Error('Nothing to read yet')
      const { readAccountHistory, l2 } = await import('@/lib/reads')
      const onProgress = (fraction: number) => setProgress({ account, fraction })
      const source = { client: l2, book, account, past, head, store: accountStore }
      const found = { ...(await readAccountHistory(source, { signal, onProgress })), all: ofAll(known) }
      // Whoever has what it had once before has a longer past now.
      const isOver = ({ queryKey: [, , what] }: Query) => what !== 'first'
      client.removeQueries({ queryKey: ['account-history', account], type: 'inactive', predicate: isOver })
      client.setQueryData(keyOf(traces(known)), found)
      return found
    },
    enabled: account !== undefined && head !== undefined && past !== null,
    // Until the next block's history is there, the one before it stays.
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
    // The first reading says that there has been one. What is out of date is thrown away where it is read anew.
    gcTime: Number.POSITIVE_INFINITY,
    // Reading logs is patient by itself.
    retry: false,
    meta: slowlyUnless<Read>(
      ({ block, all }) => known !== undefined && known.position.block.number > block.number && all !== ofAll(known),
    ),
  })
  const isOwn = query.data?.account === account
  return {
    history: isOwn ? query.data : undefined,
    progress: progress.account === account ? progress.fraction : 0,
    isError: query.isError,
    retry: query.refetch,
  }
}
