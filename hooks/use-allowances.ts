'use client'

import { useQuery } from '@tanstack/react-query'
import type { AddressBook } from '@/lib/address-book'
import { type Allowance, isSamePair, revokeSteps, toAllowances } from '@/lib/allowances'
import type { Position } from '@/lib/position'
import { othersQuery, readOthers } from './other-allowances'
import type { useFlow } from './use-flow'

/** Everything that contracts may still take of an account, and the way to take it back. */
export function useAllowances(book: AddressBook, position: Position, flow: ReturnType<typeof useFlow>) {
  const { account } = position
  const others = useQuery(othersQuery(book, account)).data?.left ?? []
  const revoke = (allowance: Allowance) =>
    flow.start(async (_, mine) => {
      const others = allowance.id === 'revokeLp' || allowance.id === 'revokeOther'
      const left = others ? (await readOthers(book, account)).left : toAllowances(mine, book)
      return left.filter((each) => isSamePair(each, allowance)).flatMap(revokeSteps)
    })
  return { left: [...toAllowances(position, book), ...others], revoke }
}
