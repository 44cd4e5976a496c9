import { type Address, decodeFunctionData, erc20Abi, isAddressEqual } from 'viem'
import type { AddressBook } from './address-book'
import { eMetis, enki, metis, tokenAt } from './contracts'
import type { Entry } from './journal'
import { pinned } from './network'
import type { Position } from './position'
import { type Step, step } from './step'
import { callsOf } from './transaction'

/** A token, and who may take it. */
export type Pair = { token: Address; spender: Address }

/** What a contract may still take of an account's tokens, in base units; `id` is the step that takes it back. */
export type Allowance = Pair & {
  id: 'revokeMetis' | 'revokeEMetis' | 'revokeQueue' | 'revokeEnki' | 'revokeLp' | 'revokeOther'
  amount: bigint
}

/** True when both are the same token and spender. */
export const isSamePair = (a: Pair, b: Pair): boolean =>
  isAddressEqual(a.token, b.token) && isAddressEqual(a.spender, b.spender)

/** What the steps of this app approve of the protocol's own tokens, where this deployment has the spender. */
export function ownPairs({ redemptionQueue, vesting }: AddressBook) {
  const all = [
    { id: 'revokeMetis', token: metis.address, spender: pinned.minter },
    { id: 'revokeEMetis', token: eMetis.address, spender: pinned.seMetis },
    { id: 'revokeQueue', token: eMetis.address, spender: redemptionQueue },
    { id: 'revokeEnki', token: enki.address, spender: vesting },
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

/** The token and spender of an approval; none of another call. */
function toPairs({ to, data }: Pick<Entry, 'to' | 'data'>): Pair[] {
  try {
    const { functionName, args } = decodeFunctionData({ abi: erc20Abi, data })
    return functionName === 'approve' ? [{ token: to, spender: args[0] }] : []
  } catch {
    return []
  }
}

/** What this browser was asked to approve for an account on a chain, each pair once. */
export const toApproved = (journal: readonly Entry[], account: Address, chainId: number): Pair[] =>
  journal
    .filter((entry) => entry.chainId === chainId && isAddressEqual(entry.account, account))
    .flatMap((entry) => callsOf(entry).flatMap(toPairs))
    .filter((pair, i, all) => all.findIndex((other) => isSamePair(pair, other)) === i)

/** The call that takes an allowance back: an approval of nothing. */
export const revokeSteps = ({ id, token, spender, amount }: Allowance): Step[] => [
  step(id, amount, { ...tokenAt(token), functionName: 'approve', args: [spender, 0n] }),
]
