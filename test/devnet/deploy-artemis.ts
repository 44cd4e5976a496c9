import { type Address, parseEther } from 'viem'
import { artemis } from '@/lib/pinned'
import { marketMaker as from } from './accounts'
import { placed } from './addresses'
import type { Placer } from './place'
import { execute } from './transact'

/** Staked with Artemis when the year begins, and what an artMETIS has earned by then: one of them is worth 1.025 METIS. */
const deposits = parseEther('124500')
const earned = parseEther('3112.5')
const tenth = parseEther('0.1')
/** Artemis' multisig. */
const feeReceiver: Address = '0xFc7FA6C1Fec55b6C501851bd8fBDfffC23a8edc0'

/** A stand-in for Artemis, at its real addresses: enough of it to be read, and rewards that arrive and are harvested. */
export async function placeArtemis(l2: Placer): Promise<void> {
  const { token, depositPool, rewardPool, withdrawalManager } = artemis
  const artMetis = await l2.place('ArtemisToken', token)
  const deposit = await l2.place('ArtemisDepositPool', depositPool)
  const rewards = await l2.place('ArtemisRewardPool', rewardPool)
  const withdrawals = await l2.place('ArtemisWithdrawalManager', withdrawalManager)
  await execute({ from, on: artMetis, fn: 'initialize', args: [depositPool, withdrawalManager] })
  await execute({ from, on: deposit, fn: 'initialize', args: [token, rewardPool] })
  await execute({ from, on: rewards, fn: 'initialize', args: [placed.metis, depositPool, feeReceiver, tenth] })
  await execute({ from, on: withdrawals, fn: 'initialize', args: [token, depositPool] })
  await execute({ from, on: deposit, fn: 'devnetDeposit', args: [from, deposits] })
  const metis = l2.at('Metis', placed.metis)
  await execute({ from, on: metis, fn: 'devnetMint', args: [rewardPool, (earned * 10n) / 9n] })
  await execute({ from, on: deposit, fn: 'harvest' })
}
