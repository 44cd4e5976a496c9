'use client'

import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import type { Holdings } from '@/lib/holdings'
import { mostKnown, type Queue, type Ticket } from '@/lib/redemption'
import type { Tickets } from '@/lib/tickets'
import { ticketStore } from './account-store'
import { holdingsQuery } from './holdings-query'
import { slowLookMs, slowlyUnless } from './query-client'

/** All that can change of a queue and of tickets without their number changing. */
const textOf = (queue: Queue | null, tickets: readonly Ticket[] | null) =>
  [
    ...Object.values(queue ?? {}),
    ...(tickets ?? []).flatMap(({ id, maturity, isRedeemed, lp }) => [id, maturity, isRedeemed, lp?.isClaimed]),
  ].join()

/** A later look says that the queue has changed, or that others are held or that they have changed. */
function isPast({ block, queue, held }: Tickets, { protocol, tickets, count }: Holdings): boolean {
  // Of very many a look can't tell.
  const told = tickets === null && count > mostKnown ? held : tickets
  return protocol.block.number > block.number && textOf(protocol.queue, told) !== textOf(queue, held)
}

/** All tickets of an account; their ids are known from then on. Several requests when it holds any. */
async function readAll(book: AddressBook, account: Address, lpTokens: readonly Address[]): Promise<Tickets> {
  const { dated, l2, readTickets, ticketsKey } = await import('@/lib/reads')
  const found = await readTickets(l2, book, account, lpTokens)
  const ids = found.held.map(({ id }) => id)
  await ticketStore.write(ticketsKey(book, account), ids)
  return dated(found)
}

/** The tickets again, by the look that found them all. One request; null where that can't tell. */
async function readKnown(before: Tickets, known: Holdings, lpTokens: readonly Address[]): Promise<Tickets | null> {
  const { dated, l2, readTicketsAgain } = await import('@/lib/reads')
  const found = await readTicketsAgain(l2, before, known, lpTokens)
  return found && dated(found)
}

/**
 * One account's tickets. `lpTokens`: what the queue may take for a shorter wait, whose balances are read along. When the
 * account's own are others they are read at once, when somebody else has changed the queue they wait for their turn.
 */
export const ticketsQuery = (book: AddressBook, known: Holdings | undefined, lpTokens: readonly Address[] = []) =>
  queryOptions({
    queryKey: ['tickets', known?.position.account, String(known?.count)],
    queryFn: async ({ client, queryKey }): Promise<Tickets> => {
      if (!known) throw new Error('Nobody is connected')
      const { data, status, isInvalidated } = client.getQueryState<Tickets>(queryKey) ?? {}
      // What only counts them knows no LP tokens, and may be who reads for all.
      const lps = lpTokens.length > 0 ? lpTokens : (data?.lps.map(({ token }) => token) ?? [])
      // After an own transaction the last look may be of a block before it.
      const isOver = isInvalidated && status === 'success'
      const isOf = data && !isOver && data.block.number <= known.position.block.number
      return (isOf && (await readKnown(data, known, lps))) || readAll(book, known.position.account, lps)
    },
    staleTime: slowLookMs,
    // Whoever holds as many as once before may hold others.
    gcTime: 0,
    meta: slowlyUnless<Tickets>((data) => known !== undefined && isPast(data, known)),
  })

const noTickets = ({ position: { block, account }, protocol: { queue } }: Holdings): Tickets => ({
  block,
  account,
  queue,
  held: [],
  lps: [],
  foundBy: 'none',
  newest: null,
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
