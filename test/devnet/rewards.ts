import { maxUint256 } from 'viem'
import { backend, committee, oracle } from './accounts'
import { council } from './addresses'
import type { World } from './deploy'
import { countBlocks } from './epochs'
import { type Message, sendMessages } from './relay'
import { slotsPerYear } from './time'
import { read, readMany, send } from './transact'

type BatchState = readonly [id: bigint, number: bigint, startEpoch: bigint, endEpoch: bigint]
type Finalized = readonly [epoch: { number: bigint }, exist: boolean]

/** Sets the reward per block as the pool's own policy does: locked METIS times a yearly rate (percent), by blocks per year. */
export async function sendRewardRate({ onL1 }: World, percent: number): Promise<void> {
  const locked = await read<bigint>(onL1.info, 'totalLocked')
  const perYear = (locked * BigInt(Math.round(percent * 100))) / 10_000n
  await send({ from: council, on: onL1.pool, fn: 'updateBlockReward', args: [perYear / BigInt(slotsPerYear)] })
}

/** Sends the next reward batch: every finalized epoch that is not paid yet. False when there is none. */
export async function sendBatch(world: World): Promise<boolean> {
  const { pool } = world.onL1
  const [id, , , paid] = await read<BatchState>(pool, 'curBatchState')
  const [finalized, exist] = await read<Finalized>(world.onL2.sequencerSet, 'finalizedEpoch')
  if (!exist || finalized.number <= paid) return false
  const counts = [...(await countBlocks(world, paid + 1n, finalized.number))]
  const ids = await readMany<bigint>(
    pool,
    'seqSigners',
    counts.map(([signer]) => [signer]),
  )
  // A signer that has left since cannot be credited any more.
  const known = counts.filter((_, i) => ids[i] !== maxUint256 && ids[i] !== 0n)
  const args = [
    id + 1n,
    paid + 1n,
    finalized.number,
    known.map(([signer]) => signer),
    known.map(([, blocks]) => blocks),
  ]
  await send({ from: committee, on: pool, fn: 'batchSubmitRewards', args })
  return true
}

/** Sends the Dealer's round: its METIS and the rewards into the lock, or the rewards to L2; L2 hears of it by message. */
export const sendRelock = ({ onL1 }: World) => send({ from: backend, on: onL1.dealer, fn: 'relock' })

/**
 * Sends on what L1 has told L2 and, when rewards are among it, their dispatch. The treasury's share of the round before leaves
 * first: the contract would split it a second time.
 */
export async function sendNews(world: World, now: number, fromBlock = 0n): Promise<void> {
  const { dispatcher, minter } = world.onL2
  const rewards = ({ target }: Message) => target === minter.address
  if (!(await sendMessages(world, 'l1', now, fromBlock)).some(rewards)) return
  const owed = await read<bigint>(dispatcher, 'treasuryBalance')
  if (owed > 0n) await send({ from: backend, on: dispatcher, fn: 'withdrawTreasury', args: [owed, false] })
  await send({ from: backend, on: dispatcher, fn: 'dispatch' })
}

/** Sends a price (US dollars) to the feed. */
export const sendPrice = ({ onL2 }: World, dollars: number) =>
  send({ from: oracle, on: onL2.priceFeed, fn: 'setAnswer', args: [BigInt(Math.round(dollars * 1e8))] })
