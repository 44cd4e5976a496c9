'use client'

import { useQuery } from '@tanstack/react-query'
import type { AddressBook } from '@/lib/address-book'
import { type Allowance, toAllowances } from '@/lib/allowances'
import type { Position } from '@/lib/position'
import { othersQuery } from './other-allowances'
import type { useFlow } from './use-flow'

/** Everything that contracts may still take of an account, and the way to take it back. */
export function useAllowances(book: AddressBook, position: Position, flow: ReturnType<typeof useFlow>) {
  const { account } = position
  const others = useQuery(othersQuery(book, account)).data
  const revoke = (allowance: Allowance) => {
    if (allowance.id !== 'revokeLp' && allowance.id !== 'revokeOther')
      return flow.start(async (_, mine) => {
        const { isSamePair, revokeSteps } = await import('@/lib/reads')
        return toAllowances(mine, book)
          .filter((each) => isSamePair(each, allowance))
          .flatMap(revokeSteps)
      })
    flow.start(
      async (_, __, amount: bigint | undefined) =>
        amount ? (await import('@/lib/reads')).revokeSteps({ ...allowance, amount }) : [],
      {
        also: async (client, block, owner) =>
          (await import('@/lib/reads')).readAllowance(client, owner, allowance, block),
      },
    )
  }
  return { left: [...toAllowances(position, book), ...(others?.left ?? [])], block: others?.block, revoke }
}
