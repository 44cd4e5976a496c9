'use client'

import { useQuery } from '@tanstack/react-query'
import type { AddressBook } from '@/lib/address-book'
import type { TicketPast } from '@/lib/ticket-past'
import type { Tickets } from '@/lib/tickets'

/** What has become of the account's tickets, read again when the ones it holds are others. Null: the node gives no logs. */
export const useTicketPast = (book: AddressBook, tickets: Tickets | undefined) =>
  useQuery({
    queryKey: ['ticket-past', tickets?.account, tickets?.held.map(({ id }) => String(id)).join()],
    queryFn: async (): Promise<TicketPast[] | null> => {
      const { readTicketPast, l2 } = await import('@/lib/reads')
      return tickets ? readTicketPast(l2, book, tickets.account) : null
    },
    enabled: tickets !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  })
