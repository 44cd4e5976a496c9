import { zeroAddress } from 'viem'
import { eMetis, metis, minter, vault } from './contracts'
import { pinned } from './network'
import type { Position } from './position'
import type { Protocol } from './protocol'
import { type StakeIntent, stakeResult } from './stake-quote'
import { type Step, step } from './step'

/** The calls that carry out a stake: an approval of exactly the amount when the allowance is short, then the stake. */
export function stakeSteps(intent: StakeIntent, protocol: Protocol, position: Position): Step[] {
  const { amount, give, receive } = intent
  const changes = [
    { token: give, amount: -amount },
    { token: receive, amount: stakeResult(intent, protocol) },
  ]
  const { account } = position
  if (give === 'eMetis') {
    const approval = step('approveEMetis', amount, {
      ...eMetis,
      functionName: 'approve',
      args: [pinned.seMetis, amount],
    })
    const deposit = step('deposit', amount, { ...vault, functionName: 'deposit', args: [amount, account] }, changes)
    return position.eMetisAllowance < amount ? [approval, deposit] : [deposit]
  }
  const approval = step('approveMetis', amount, { ...metis, functionName: 'approve', args: [pinned.minter, amount] })
  const mint = step(
    receive === 'seMetis' ? 'mintSeMetis' : 'mintEMetis',
    amount,
    { ...minter, functionName: 'mint', args: [account, amount, receive === 'seMetis', zeroAddress] },
    changes,
  )
  return position.metisAllowance < amount ? [approval, mint] : [mint]
}
