'use client'

import { queryOptions, useQuery } from '@tanstack/react-query'
import type { AddressBook } from '@/lib/address-book'
import type { Protocol } from '@/lib/protocol'

/** The protocol snapshot; the chain code is fetched only when the server's answer has grown old. */
export const protocolQuery = (book: AddressBook) =>
  queryOptions({
    queryKey: ['protocol'],
    queryFn: async ({ client }): Promise<Protocol> => {
      const { readProtocol, l2 } = await import('@/lib/reads')
      // The server has looked at the code; a fault it found stays until the page is loaded again.
      return { ...(await readProtocol(l2, book)), codeFault: client.getQueryData<Protocol>(['protocol'])?.codeFault }
    },
    refetchInterval: 30_000,
  })

/** Begins with what the server read; `error` is set while the chain can't be reached and the figures grow old. */
export const useProtocol = (book: AddressBook, initial: Protocol) =>
  useQuery({ ...protocolQuery(book), initialData: initial, initialDataUpdatedAt: initial.block.readAt })
