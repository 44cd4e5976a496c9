'use client'

import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import type { Holdings } from '@/lib/holdings'
import type { Tickets } from '@/lib/tickets'
import { ticketStore } from './account-store'
import { holdingsQuery } from './holdings-query'
import { slowLookMs, slowly } from './query-client'

/** What the last look says of queue and tickets: while it stays as it is, they are not asked for again. */
const traces = (known: Holdings | undefined): string[] =>
  known ? [known.position.account, known.count, ...Object.values(known.protocol.queue ?? {})].map(String) : []

/** All tickets of an account; their ids are known from then on. Several requests when it holds any. */
async function readAll(book: AddressBook, account: Address, lpTokens: readonly Address[]): Promise<Tickets> {
  const { dated, l2, readTickets, ticketsKey } = await import('@/lib/reads')
  const found = await readTickets(l2, book, account, lpTokens)
  const ids = found.held.map(({ id }) => id)
  await ticketStore.write(ticketsKey(book, account), ids)
  return dated(found)
}

/** One account's tickets. `lpTokens`: what the queue may take for a shorter wait, whose balances are read along. */
export const ticketsQuery = (book: AddressBook, known: Holdings | undefined, lpTokens: readonly Address[] = []) =>
  queryOptions({
    queryKey: ['tickets', ...traces(known)],
    queryFn: async (): Promise<Tickets> => {
      if (!known) throw new Error('Nobody is connected')
      return readAll(book, known.position.account, lpTokens)
    },
    staleTime: slowLookMs,
    meta: slowly,
  })

const noTickets = ({ position: { block, account }, protocol: { queue } }: Holdings): Tickets => ({
  block,
  account,
  queue,
  held: [],
  lps: [],
  foundBy: 'none',
})

/** Undefined data until they are read, or while nobody is connected. */
export function useTickets(book: AddressBook, account: Address | undefined, lpTokens: readonly Address[]) {
  const known = useQuery({ ...holdingsQuery(book, account ?? '0x'), enabled: account !== undefined })
  const found = useQuery({
    ...ticketsQuery(book, known.data, lpTokens),
    enabled: known.data !== undefined && known.data.count > 0n,
    // What another page counted from knows no LP tokens.
    refetchOnMount: 'always',
    placeholderData: (before) => (before?.account === account ? before : undefined),
  })
  const data = known.data?.count === 0n ? noTickets(known.data) : found.data
  return { data, isError: known.isError || found.isError }
}
