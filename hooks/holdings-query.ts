'use client'

import { queryOptions } from '@tanstack/react-query'
import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import type { Holdings } from '@/lib/holdings'
import type { Protocol } from '@/lib/protocol'
import { ticketStore } from './account-store'
import { lookMs } from './query-client'
import { protocolKey } from './use-protocol'

/** All an account has, by the ids of its tickets that this browser knows. One request. Of a block long past, it says so. */
async function readKnown(book: AddressBook, account: Address): Promise<Holdings> {
  const { dated, l2, readHoldings, ticketsKey } = await import('@/lib/reads')
  const ids = (await ticketStore.read(ticketsKey(book, account))) ?? []
  const { protocol, position, ...found } = await readHoldings(l2, book, account, ids)
  return { ...found, protocol: dated(protocol), position: dated(position) }
}

/**
 * The one look at the chain while somebody is connected: protocol, position and tickets of one block in one request, however
 * many parts of a page draw from it.
 */
export const holdingsQuery = (book: AddressBook, account: Address) =>
  queryOptions({
    queryKey: ['holdings', account],
    queryFn: async ({ client }): Promise<Holdings> => {
      const found = await readKnown(book, account)
      client.setQueryData<Protocol>(protocolKey, (old) => old && { ...found.protocol, codeFault: old.codeFault })
      return found
    },
    // The next look comes soon enough; a host that is asked too often is not helped by more.
    retry: false,
    meta: { again: () => lookMs },
  })
