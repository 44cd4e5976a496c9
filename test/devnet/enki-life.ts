import { parseEther } from 'viem'
import { council, deployer } from './addresses'
import { readBacking } from './backing'
import type { World } from './deploy'
import { sendDeposits, sendUnlocking } from './deposits'
import { drawLot, sendEpochs, sendReplacement } from './epochs'
import type { Random } from './random'
import { sendMessages } from './relay'
import { sendBatch, sendNews, sendPrice, sendRelock } from './rewards'
import { enkiSequencer } from './sequencers'
import { balance } from './stakers'
import { slotsPerDay } from './time'
import type { Job, Timeline } from './timeline'
import { send, sendAll } from './transact'

const week = 7 * slotsPerDay
/** Messages reach L1 within eight days, so none is looked for further back (blocks). */
const recent = BigInt(9 * slotsPerDay + 20)
const reserve = parseEther('1200')

async function since(world: World): Promise<{ l1: bigint; l2: bigint }> {
  const [l1, l2] = await Promise.all([world.l1.client.getBlockNumber(), world.l2.client.getBlockNumber()])
  return { l1: l1 > 2n ? l1 - 2n : 0n, l2: l2 > recent ? l2 - recent : 0n }
}

/** What the lock may grow to: short of the cap, and at last a little more, so that the year ends with METIS on its way. */
const lockLimit = (slot: number) => parseEther(slot < 4280 ? '98400' : slot < 4340 ? '99100' : '99700')

/** Producers are drawn a day ahead; now and then one of them fails. */
function planEpochs(world: World, { at, every }: Timeline, random: Random): void {
  const draw = drawLot(random.fraction)
  every('l2', slotsPerDay, 30, async () => {
    const head = await world.l2.client.getBlockNumber()
    await sendEpochs(world, head + BigInt(slotsPerDay) + 2n, draw)
  })
  for (let i = 0; i < 12; i++)
    // Never in the slot of a commitment (the sixth of a day): both would number the same epoch.
    at('l2', (20 + i * 28 + random.between(0, 26)) * slotsPerDay + random.between(7, 17), () =>
      sendReplacement(world, draw),
    )
}

/** Rewards are shared out every three and a third days; every second to fourth time the Dealer makes its round. */
function planRewards(world: World, { at }: Timeline, random: Random, end: number): void {
  let untilRound = 3
  for (let slot = 44; slot <= end; slot += 40) {
    at('l1', slot, async () => void (await sendBatch(world)))
    const last = slot + 40 > end
    if (last || slot < 110 || (--untilRound > 0 && slot + 80 <= end)) continue
    untilRound = random.pick([2, 3, 3, 3, 4])
    at('l1', slot, async () => void (await sendRelock(world)))
  }
  // Late in the year the rewards go to L2 instead of into a lock that is nearly full.
  const args = [true]
  at('l1', 240 * slotsPerDay, async () => {
    await send({ from: deployer, on: world.onL1.dealer, fn: 'setWithdrawRewards', args })
  })
}

/** The minter's METIS: to the queue, and over the bridge into the lock. */
function planDeposits(world: World, { at, every }: Timeline): void {
  const deposit: Job = async ({ slot, timestamp }) => {
    const found = await readBacking(world, await since(world))
    await sendDeposits(world, timestamp, { lock: lockLimit(slot), reserve }, found)
  }
  const arrive: Job = async ({ timestamp }) => {
    await sendMessages(world, 'l2', timestamp, (await since(world)).l2)
  }
  every('l2', week, 6, deposit)
  every('l1', week, 6 + week + 1, arrive)
  every('l1', week, 8 + week, ({ timestamp }) => sendUnlocking(world, timestamp))
  at('l1', 6 + week + 2, async () => {
    const { dealer, agent, metis, pool } = world.onL1
    const { signer, pubkey } = enkiSequencer
    const amount = await balance(metis, dealer.address)
    await sendAll([
      { from: council, on: pool, fn: 'setWhitelist', args: [agent.address, true] },
      { from: deployer, on: dealer, fn: 'lockFor', args: [0, signer, amount, pubkey] },
    ])
  })
}

/** A price that wanders around 3.4 dollars and ends there. */
function planPrice(world: World, { every }: Timeline, random: Random, slots: number): void {
  let price = 3.4
  every('l2', slotsPerDay, 1, async ({ slot }) => {
    price += (3.4 - price) * 0.05 + (random.fraction() - 0.5) * 0.16
    await sendPrice(world, slot + slotsPerDay > slots ? 3.4 : price)
  })
}

/** Plans what the backend, the committee and the relayer do in the year. `end`: the last slot of a reward batch. */
export function planEnki(world: World, timeline: Timeline, random: Random, end: number): void {
  planEpochs(world, timeline, random)
  planRewards(world, timeline, random, end)
  planDeposits(world, timeline)
  planPrice(world, timeline, random, end)
}

/** Whatever L1 sends is heard on L2 in the same slot. */
export const planNews = (world: World, { after }: Timeline): void =>
  after('l1', async ({ timestamp }) => await sendNews(world, timestamp, (await since(world)).l1))
