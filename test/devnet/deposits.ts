import { backend } from './accounts'
import { type Backing, readBacking } from './backing'
import type { World } from './deploy'
import { least } from './least'
import { type Contract, read, readMany, send } from './transact'

const metis = 10n ** 18n
/** How far ahead the queue is funded (seconds). */
const horizon = 14n * 86_400n
/** What the L2 bridge asks for a withdrawal. */
const bridgeFee = metis / 2n

type Ticket = readonly [hasBeenRedeemed: boolean, maturity: bigint, amount: bigint]

/** METIS that tickets maturing until `time` (unix seconds) ask for. */
async function readDue(queue: Contract, time: bigint): Promise<bigint> {
  const { address, abi } = queue
  const eventName = 'EnterRedemptionQueue'
  const events = await queue.chain.client.getContractEvents({ address, abi, eventName, fromBlock: 0n })
  const ids = events.map((event) => [(event as unknown as { args: { nftId: bigint } }).args.nftId])
  const tickets = await readMany<Ticket>(queue, 'nftInformation', ids)
  return tickets.reduce((sum, [done, maturity, amount]) => (!done && maturity <= time ? sum + amount : sum), 0n)
}

/** METIS the queue lacks for the tickets of the coming two weeks. */
export async function readShortage({ onL2 }: World, now: number, queued: bigint): Promise<bigint> {
  const due = await readDue(onL2.queue, BigInt(now) + horizon)
  return due > queued ? due - queued : 0n
}

/** How far the keeper fills the sequencer (the cap at most), and what it leaves in the minter (wei). */
export type Policy = { lock: bigint; reserve: bigint }

/**
 * Sends what the minter's METIS is due for: first the queue, then the Dealer, as far as the lock still has room for it and for
 * all that is on its way already.
 */
export async function sendDeposits(world: World, now: number, policy: Policy, backing?: Backing): Promise<void> {
  const { minter } = world.onL2
  const found = backing ?? (await readBacking(world))
  const fund = least(await readShortage(world, now, found.queue), found.minter)
  if (fund > 0n) await send({ from: backend, on: minter, fn: 'depositToRedemptionQueue', args: [fund] })
  const bound = found.locked + found.dealer + found.toL1
  const room = policy.lock > bound ? policy.lock - bound : 0n
  const free = found.minter - fund > policy.reserve ? found.minter - fund - policy.reserve : 0n
  const move = least(room, free)
  if (move < 10n * metis) return
  await send({ from: backend, on: minter, fn: 'depositToL1Dealer', args: [move], value: bridgeFee })
}

/** Sends METIS from the lock towards the queue, when the minter cannot pay all tickets of the coming two weeks. */
export async function sendUnlocking(world: World, now: number): Promise<void> {
  const { dealer, agent, info, pool } = world.onL1
  const { queue, minter, toL2 } = await readBacking(world)
  const missing = (await readShortage(world, now, queue)) - minter - toL2
  if (missing < metis) return
  const sequencer = await read<{ amount: bigint; updatedBatch: bigint }>(agent, 'sequencerData')
  const batch = await read<bigint>(pool, 'currentBatch')
  if (batch <= sequencer.updatedBatch) return
  const amount = least(missing, sequencer.amount - (await read<bigint>(info, 'minLock')))
  await send({ from: backend, on: dealer, fn: 'withdrawLocking', args: [0, amount] })
  await send({ from: backend, on: dealer, fn: 'depositToRedemptionQueue', args: [amount] })
}
