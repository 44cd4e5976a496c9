'use client'

import { queryOptions, useQuery } from '@tanstack/react-query'
import type { AddressBook } from '@/lib/address-book'
import type { Protocol } from '@/lib/protocol'

/** The protocol snapshot; the chain code is fetched only when the server's answer has grown old. */
export const protocolQuery = (book: AddressBook) =>
  queryOptions({
    queryKey: ['protocol'],
    queryFn: async (): Promise<Protocol> => {
      const { readProtocol, l2 } = await import('@/lib/reads')
      return readProtocol(l2, book)
    },
    refetchInterval: 30_000,
  })

/** Begins with what the server read; `error` is set while the chain can't be reached and the figures grow old. */
export const useProtocol = (book: AddressBook, initial: Protocol) =>
  useQuery({ ...protocolQuery(book), initialData: initial, initialDataUpdatedAt: initial.block.readAt })
