'use client'

import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import type { Position } from '@/lib/position'

/** One account's position. */
export const positionQuery = (book: AddressBook, account: Address) =>
  queryOptions({
    queryKey: ['position', account],
    queryFn: async (): Promise<Position> => {
      const { readPosition, l2 } = await import('@/lib/reads')
      return readPosition(l2, book, account)
    },
    refetchInterval: 30_000,
  })

/** Undefined data until it is read, or while nobody is connected. */
export const usePosition = (book: AddressBook, account: Address | undefined) =>
  useQuery({ ...positionQuery(book, account ?? '0x'), enabled: account !== undefined })
