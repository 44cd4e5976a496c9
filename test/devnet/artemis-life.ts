import { parseAbi, parseEther } from 'viem'
import { artemis } from '@/lib/pinned'
import { marketMaker as from } from './accounts'
import type { World } from './deploy'
import { slotsPerDay } from './time'
import type { Timeline } from './timeline'
import { type Contract, send } from './transact'

const poolAbi = parseAbi(['function harvest()', 'function devnetDeposit(address account, uint256 amount)'])
const exitAbi = parseAbi(['function initiateWithdrawal(uint256 artMetisAmount)'])

/** Plans Artemis' year: what its sequencers have sent to L2 is harvested about once a month, METIS comes in, and some leaves. */
export function planArtemis({ l2 }: World, { at }: Timeline): void {
  const pool: Contract = { chain: l2, name: 'ArtemisDepositPool', address: artemis.depositPool, abi: poolAbi }
  const exits: Contract = {
    chain: l2,
    name: 'ArtemisWithdrawalManager',
    address: artemis.withdrawalManager,
    abi: exitAbi,
  }
  for (let day = 36; day < 330; day += 30)
    at('l2', day * slotsPerDay + 2, async () => {
      await send({ from, on: pool, fn: 'harvest' })
      await send({ from, on: pool, fn: 'devnetDeposit', args: [from, parseEther('1900')] })
    })
  for (const [day, amount] of [
    [352, '1400'],
    [358, '615.25'],
  ] as const)
    at('l2', day * slotsPerDay + 3, async () => {
      await send({ from, on: exits, fn: 'initiateWithdrawal', args: [parseEther(amount)] })
    })
}
