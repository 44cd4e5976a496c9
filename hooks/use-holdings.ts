'use client'

import { useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import { ticketStore } from './account-store'

/** Position and tickets of one account: one request, unless it holds tickets that this browser has not seen yet. */
export function useHoldings(book: AddressBook, account: Address | undefined) {
  const known = useQuery({
    queryKey: ['holdings', account],
    queryFn: async () => {
      const { l2, readHoldings, ticketsKey } = await import('@/lib/reads')
      const ids = await ticketStore.read(ticketsKey(book, account ?? '0x'))
      return readHoldings(l2, book, account ?? '0x', ids ?? [])
    },
    enabled: account !== undefined,
    refetchInterval: 30_000,
    // Another page may have changed what the account has.
    refetchOnMount: 'always',
  })
  const found = useQuery({
    queryKey: ['holdings', account, 'tickets'],
    queryFn: async () => {
      const { l2, readTickets, ticketsKey } = await import('@/lib/reads')
      const { block, held } = await readTickets(l2, book, account ?? '0x')
      await ticketStore.write(
        ticketsKey(book, account ?? '0x'),
        held.map(({ id }) => id),
      )
      return { block, held }
    },
    enabled: known.data?.tickets === null,
    staleTime: 0,
  })
  const { position, tickets } = known.data ?? {}
  return {
    position,
    tickets: position && tickets ? { block: position.block, held: tickets } : found.data,
    isError: known.isError,
    retry: known.refetch,
  }
}
