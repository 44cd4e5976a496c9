'use client'

import { useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import { holdingsQuery } from './holdings-query'
import { ticketsQuery } from './use-tickets'

/**
 * Position and tickets of one account: one request, unless it holds tickets that this browser has not seen yet.
 * `searches`: whether those are looked for here; another part of the page may do it, and its answer is used all the same.
 */
export function useHoldings(book: AddressBook, account: Address | undefined, searches = true) {
  const {
    data: known,
    isError,
    refetch,
  } = useQuery({
    ...holdingsQuery(book, account ?? '0x'),
    enabled: account !== undefined,
  })
  const found = useQuery({ ...ticketsQuery(book, known), enabled: searches && known?.tickets === null })
  const { block } = known?.position ?? {}
  return {
    known,
    position: known?.position,
    tickets: block && known?.tickets ? { block, held: known.tickets } : found.data,
    isError,
    /** Its tickets could not be looked for. */
    lacksTickets: found.isError,
    retry: refetch,
  }
}
