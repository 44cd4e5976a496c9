'use client'

import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import { dated } from '@/lib/age'
import type { Holdings } from '@/lib/holdings'
import { l2, readHoldings, readTickets, ticketsKey } from '@/lib/reads'
import type { Tickets } from '@/lib/tickets'
import { ticketStore } from './account-store'

/** All an account has, by the ids of its tickets that this browser knows. One request. Of a block long past, it says so. */
export async function readKnown(book: AddressBook, account: Address): Promise<Holdings> {
  const ids = (await ticketStore.read(ticketsKey(book, account))) ?? []
  const { protocol, position, ...found } = await readHoldings(l2, book, account, ids)
  return { ...found, protocol: dated(protocol), position: dated(position) }
}

/** All tickets of an account; their ids are known from then on. Several requests when it holds any. */
export async function readAllTickets(
  book: AddressBook,
  account: Address,
  lpTokens: readonly Address[],
): Promise<Tickets> {
  const found = await readTickets(l2, book, account, lpTokens)
  const ids = found.held.map(({ id }) => id)
  await ticketStore.write(ticketsKey(book, account), ids)
  return dated(found)
}
