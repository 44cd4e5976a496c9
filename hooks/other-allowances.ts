'use client'

import type { QueryClient } from '@tanstack/react-query'
import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import type { OtherAllowances } from '@/lib/other-allowances'
import { readJournal } from './journal'

/** What this account has left over besides its position's allowances. */
const readOthers = async (book: AddressBook, account: Address): Promise<OtherAllowances> => {
  const { readOtherAllowances, toApproved, l2 } = await import('@/lib/reads')
  return readOtherAllowances(l2, book, account, toApproved(readJournal(), account, l2.chain.id))
}

export const othersQuery = (book: AddressBook, account: Address) => ({
  queryKey: ['allowances', account],
  queryFn: () => readOthers(book, account),
  // A page that is seen again looks at the chain once, and these seldom change by themselves.
  staleTime: 300_000,
})

/** Reads them again after a flow, where they are shown. */
export const allowancesAgain = (book: AddressBook, client: QueryClient, account: Address) => {
  const query = othersQuery(book, account)
  return client.getQueryState(query.queryKey) ? [() => client.fetchQuery({ ...query, staleTime: 0 })] : []
}
