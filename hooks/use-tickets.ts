'use client'

import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import type { Tickets } from '@/lib/tickets'

/** One account's tickets. `lpTokens`: what the queue may take for a shorter wait, whose balances are read along. */
export const ticketsQuery = (book: AddressBook, account: Address, lpTokens: readonly Address[] = []) =>
  queryOptions({
    queryKey: ['tickets', account],
    queryFn: async (): Promise<Tickets> => {
      const { readTickets, l2 } = await import('@/lib/reads')
      return readTickets(l2, book, account, lpTokens)
    },
    refetchInterval: 30_000,
  })

/** Undefined data until they are read, or while nobody is connected. */
export const useTickets = (book: AddressBook, account: Address | undefined, lpTokens: readonly Address[]) =>
  useQuery({
    ...ticketsQuery(book, account ?? '0x', lpTokens),
    enabled: account !== undefined,
    // What another page counted from knows no LP tokens.
    refetchOnMount: 'always',
  })
