import { enki, vestingAt } from './contracts'
import type { Position } from './position'
import type { Protocol } from './protocol'
import { type Step, step } from './step'
import { type VestIntent, vested } from './vest-quote'

/**
 * The calls that carry out what is wanted of Vesting; none where this deployment has no Vesting. `now`: unix seconds.
 * Unstaking ENKI also pays what has vested, and whatever is still locked stays locked.
 */
export function vestSteps(intent: VestIntent, protocol: Protocol, position: Position, now: bigint): Step[] {
  if (!position.vesting) return []
  const { address, enki: staked } = position.vesting
  const on = vestingAt(address)
  const paid = vested(protocol, position, now)
  if (intent.kind === 'claim')
    return [step('claimVest', paid, { ...on, functionName: 'claim', args: [] }, [{ token: 'eMetis', amount: paid }])]
  if (intent.kind === 'unstake') {
    const changes = [
      { token: 'ENKI', amount: staked },
      { token: 'eMetis', amount: paid },
    ] as const
    return [step('unstakeEnki', staked, { ...on, functionName: 'unstake', args: [] }, changes)]
  }
  const { amount } = intent
  const approval = step('approveEnki', amount, { ...enki, functionName: 'approve', args: [address, amount] })
  const stake = step('stakeEnki', amount, { ...on, functionName: 'stake', args: [amount] }, [
    { token: 'ENKI', amount: -amount },
  ])
  return position.enkiAllowance < amount ? [approval, stake] : [stake]
}
