'use client'

import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import type { Holdings } from '@/lib/holdings'
import { l2, readHoldings, readTickets, ticketsKey } from '@/lib/reads'
import type { Tickets } from '@/lib/tickets'
import { ticketStore } from './account-store'

/** All an account has, by the ids of its tickets that this browser knows. One request. */
export const readKnown = async (book: AddressBook, account: Address): Promise<Holdings> =>
  readHoldings(l2, book, account, (await ticketStore.read(ticketsKey(book, account))) ?? [])

/** All tickets of an account; their ids are known from then on. Several requests when it holds any. */
export async function readAllTickets(
  book: AddressBook,
  account: Address,
  lpTokens: readonly Address[],
): Promise<Tickets> {
  const found = await readTickets(l2, book, account, lpTokens)
  const ids = found.held.map(({ id }) => id)
  await ticketStore.write(ticketsKey(book, account), ids)
  return found
}
