'use client'

import { queryOptions, useQuery } from '@tanstack/react-query'
import type { AddressBook } from '@/lib/address-book'
import type { Protocol } from '@/lib/protocol'
import { lookMs } from './query-client'
import { useWallet } from './use-wallet'

export const protocolKey = ['protocol']

/** The protocol snapshot; the chain code is fetched only when the server's answer has grown old. */
const protocolQuery = (book: AddressBook) =>
  queryOptions({
    queryKey: protocolKey,
    queryFn: async ({ client }): Promise<Protocol> => {
      const { dated, readProtocol, l2 } = await import('@/lib/reads')
      // The server has looked at the code; a fault it found stays until the page is loaded again.
      const { codeFault } = client.getQueryData<Protocol>(protocolKey) ?? {}
      return { ...dated(await readProtocol(l2, book)), codeFault }
    },
    retry: false,
    meta: { again: () => lookMs },
  })

/** Begins with what the server read. While somebody is connected it comes with what the account holds. */
export function useProtocol(book: AddressBook, initial: Protocol) {
  const isAlone = useWallet().account === undefined
  return useQuery({
    ...protocolQuery(book),
    initialData: initial,
    initialDataUpdatedAt: initial.block.readAt,
    enabled: isAlone,
  })
}
