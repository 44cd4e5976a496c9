import { erc20Abi } from 'viem'
import type { AddressBook } from './address-book'
import { eMetis, enki, metis } from './contracts'
import { pinned } from './network'
import type { Position } from './position'
import { type Step, step } from './step'

/** What a contract of ENKI may still take of an account's tokens, in base units; `id` is the step that takes it back. */
export type Allowance = {
  id: 'revokeMetis' | 'revokeEMetis' | 'revokeQueue' | 'revokeEnki'
  token: 'METIS' | 'eMetis' | 'ENKI'
  amount: bigint
}

/** Every allowance that is left over, and could be used without asking again. */
export const toAllowances = (position: Position): Allowance[] => {
  const all: Allowance[] = [
    { id: 'revokeMetis', token: 'METIS', amount: position.metisAllowance },
    { id: 'revokeEMetis', token: 'eMetis', amount: position.eMetisAllowance },
    { id: 'revokeQueue', token: 'eMetis', amount: position.queueAllowance },
    { id: 'revokeEnki', token: 'ENKI', amount: position.enkiAllowance },
  ]
  return all.filter(({ amount }) => amount > 0n)
}

/** The call that takes an allowance back: an approval of nothing. None where it is gone already. */
export function revokeSteps({ id }: Pick<Allowance, 'id'>, book: AddressBook, position: Position): Step[] {
  const amount = toAllowances(position).find((each) => each.id === id)?.amount
  const places = {
    revokeMetis: { token: metis, spender: pinned.minter },
    revokeEMetis: { token: eMetis, spender: pinned.seMetis },
    revokeQueue: { token: eMetis, spender: book.redemptionQueue },
    revokeEnki: { token: enki, spender: book.vesting },
  }
  const { token, spender } = places[id]
  if (!amount || !spender) return []
  return [step(id, amount, { ...token, abi: erc20Abi, functionName: 'approve', args: [spender, 0n] })]
}
