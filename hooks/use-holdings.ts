'use client'

import { useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import { holdingsQuery } from './holdings-query'
import { ticketsQuery } from './use-tickets'

/** Position and tickets of one account: one request, unless it holds tickets that this browser has not seen yet. */
export function useHoldings(book: AddressBook, account: Address | undefined, isCounting = true) {
  const {
    data: known,
    isError,
    refetch,
  } = useQuery({
    ...holdingsQuery(book, account ?? '0x'),
    enabled: account !== undefined,
  })
  const found = useQuery({ ...ticketsQuery(book, known), enabled: isCounting && known?.tickets === null })
  const { block } = known?.position ?? {}
  return {
    known,
    position: known?.position,
    tickets: block && known?.tickets ? { block, held: known.tickets } : found.data,
    isError,
    retry: refetch,
  }
}
