import type { Address } from 'viem'
import type { AddressBook } from './address-book'
import { pinned } from './pinned'
import type { Position } from './position'

/** A token, and who may take it. */
export type Pair = { token: Address; spender: Address }

/** What a contract may still take of an account's tokens, in base units; `id` is the step that takes it back. */
export type Allowance = Pair & {
  id: 'revokeMetis' | 'revokeEMetis' | 'revokeQueue' | 'revokeEnki' | 'revokeLp' | 'revokeOther'
  amount: bigint
}

/** What the steps of this app approve of the protocol's own tokens, where this deployment has the spender. */
export function ownPairs({ redemptionQueue, vesting }: AddressBook) {
  const all = [
    { id: 'revokeMetis', token: pinned.metis, spender: pinned.minter },
    { id: 'revokeEMetis', token: pinned.eMetis, spender: pinned.seMetis },
    { id: 'revokeQueue', token: pinned.eMetis, spender: redemptionQueue },
    { id: 'revokeEnki', token: pinned.enki, spender: vesting },
  ] as const
  return all.flatMap(({ spender, ...rest }) => (spender ? [{ ...rest, spender }] : []))
}

/** Every allowance of those that is left over, and could be used without asking again. */
export function toAllowances(position: Position, book: AddressBook): Allowance[] {
  const amounts = {
    revokeMetis: position.metisAllowance,
    revokeEMetis: position.eMetisAllowance,
    revokeQueue: position.queueAllowance,
    revokeEnki: position.enkiAllowance,
  }
  return ownPairs(book)
    .map((pair) => ({ ...pair, amount: amounts[pair.id] }))
    .filter(({ amount }) => amount > 0n)
}
