'use client'

import { useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import { holdingsQuery } from './holdings-query'

/** One account's position. Undefined data until it is read, or while nobody is connected. */
export function usePosition(book: AddressBook, account: Address | undefined) {
  const known = useQuery({ ...holdingsQuery(book, account ?? '0x'), enabled: account !== undefined })
  const purse = known.data?.position
  // Only estimates depend on it, and most chains tell it with the position.
  const price = useQuery({
    queryKey: ['gas-price'],
    queryFn: async () => (await import('@/lib/reads')).l2.getGasPrice(),
    enabled: purse?.gasPrice === null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const gasPrice = purse?.gasPrice ?? price.data
  return {
    data: purse && gasPrice !== undefined ? { ...purse, gasPrice } : undefined,
    isError: known.isError || price.isError,
  }
}
