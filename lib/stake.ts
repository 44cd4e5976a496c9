import { zeroAddress } from 'viem'
import { eMetis, metis, minter, vault } from './contracts'
import { pinned } from './pinned'
import type { Position } from './position'
import type { Protocol } from './protocol'
import { type StakeIntent, stakeResult } from './stake-quote'
import { givenTo, type Step, step } from './step'

/** The calls that carry out a stake: an approval of exactly the amount when the allowance is short, then the stake. */
export function stakeSteps(intent: StakeIntent, protocol: Protocol, position: Position): Step[] {
  const { amount, give, receive, recipient } = intent
  const changes = [
    { token: give, amount: -amount },
    { token: receive, amount: stakeResult(intent, protocol) },
  ]
  const to = recipient?.address ?? position.account
  if (give === 'eMetis') {
    const approval = step('approveEMetis', amount, {
      ...eMetis,
      functionName: 'approve',
      args: [pinned.seMetis, amount],
    })
    const args = [amount, to] as const
    const deposit = givenTo(recipient, step('deposit', amount, { ...vault, functionName: 'deposit', args }, changes))
    return position.eMetisAllowance < amount ? [approval, deposit] : [deposit]
  }
  const approval = step('approveMetis', amount, { ...metis, functionName: 'approve', args: [pinned.minter, amount] })
  const id = receive === 'seMetis' ? 'mintSeMetis' : 'mintEMetis'
  const args = [to, amount, receive === 'seMetis', zeroAddress] as const
  const mint = givenTo(recipient, step(id, amount, { ...minter, functionName: 'mint', args }, changes))
  return position.metisAllowance < amount ? [approval, mint] : [mint]
}
