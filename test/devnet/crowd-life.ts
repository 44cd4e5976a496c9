import { type Address, parseEther } from 'viem'
import { backend, benefactor, devAccounts, marketMaker, stakers } from './accounts'
import { deployer } from './addresses'
import type { World } from './deploy'
import type { Random } from './random'
import { balance, type Crowd, type Deed, habits, mintFor } from './stakers'
import { queueHabits } from './ticket-holders'
import { slotsPerDay } from './time'
import type { Timeline } from './timeline'
import { type Call, sendAll } from './transact'

/** METIS staked by the founders, and in each month that follows. */
const founding = 45_000
const monthly = [4_500, 5_000, 5_500, 6_500, 6_500, 6_000, 4_500, 3_500, 3_000, 2_500, 2_000, 1_500]
const monthSlots = 30 * slotsPerDay
const metis = parseEther('1')

/** Splits a sum into random parts. */
function split(random: Random, total: number, count: number): bigint[] {
  const weights = Array.from({ length: count }, () => 0.15 + random.fraction() ** 2)
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight) => (parseEther(String(total)) * BigInt(Math.round((weight / sum) * 1e6))) / 1_000_000n)
}

/** One person acts per slot, so that what somebody reads is still so when the transaction is mined. */
function createSlots(random: Random) {
  const taken = new Set<number>()
  return (first: number, last: number): number => {
    let slot = random.between(first, last)
    while (taken.has(slot)) slot = slot < last ? slot + 1 : first
    taken.add(slot)
    return slot
  }
}

function planMints(crowd: Crowd, { at }: Timeline, free: ReturnType<typeof createSlots>): void {
  const { random, people } = crowd
  const mint = (slot: number, who: Address, amount: bigint, deposit: boolean) =>
    at('l2', slot, async () => sendAll(await mintFor(amount, deposit)(crowd, who)))
  const founders = people.slice(0, 7)
  for (const [i, amount] of split(random, founding, founders.length).entries())
    mint(2, founders[i] ?? backend, amount, true)
  for (const [month, total] of monthly.entries())
    for (const amount of split(random, total, random.between(6, 11)))
      mint(free(month * monthSlots + 100, month * monthSlots + 430), random.pick(people), amount, random.chance(0.86))
  for (const amount of split(random, 10_000, 4)) mint(free(1500, 2500), benefactor, amount, false)
  mint(200, marketMaker, 2_500n * metis, false)
}

function planHabits(crowd: Crowd, { at }: Timeline, free: ReturnType<typeof createSlots>, end: number): void {
  const plan = (often: number, deed: Deed, choose: () => Address | undefined) => {
    for (let i = 0; i < often; i++)
      at('l2', free(120, end), async () => {
        const who = choose()
        if (who) await sendAll(await deed(crowd, who))
      })
  }
  const somebody = () => crowd.random.pick(crowd.people)
  const holder = () => {
    const holders = crowd.tickets.filter(Boolean)
    return holders.length > 0 ? crowd.random.pick(holders) : undefined
  }
  for (const { deed, often } of habits) plan(often, deed, somebody)
  for (const { deed, often, opens } of queueHabits) plan(often, deed, opens ? somebody : holder)
}

/** eMetis against METIS at a small discount; some of the people get LP tokens, which shorten their wait in the queue. */
function planMarket({ world, people }: Crowd, { at }: Timeline): void {
  const { metis: token, eMetis, lp, queue } = world.onL2
  const from = marketMaker
  at('l2', 201, () =>
    sendAll([
      { from, on: token, fn: 'devnetMint', args: [from, 2_455n * metis] },
      { from, on: token, fn: 'transfer', args: [lp.address, 2_455n * metis] },
      { from, on: eMetis, fn: 'transfer', args: [lp.address, 2_500n * metis] },
      { from, on: lp, fn: 'mint', args: [from] },
      // A token of the pool is worth about two METIS; one METIS of them takes 30 days off one METIS of a ticket.
      { from: backend, on: queue, fn: 'setLpFactor', args: [lp.address, 2n * 30n * 86_400n] },
    ]),
  )
  at('l2', 202, () =>
    sendAll(people.slice(2, 9).map((to): Call => ({ from, on: lp, fn: 'transfer', args: [to, 120n * metis] }))),
  )
}

/** Plans what the people of the year do, except for what the free accounts get in the end. */
export function planCrowd(world: World, timeline: Timeline, random: Random, end: number): void {
  const crowd: Crowd = { world, random, people: stakers, tickets: [], inviters: [] }
  const free = createSlots(random)
  const { enki } = world.onL2
  timeline.at('l2', 1, () =>
    sendAll(
      stakers.map(
        (to): Call => ({ from: deployer, on: enki, fn: 'transfer', args: [to, random.amount(2_000, 30_000)] }),
      ),
    ),
  )
  planMints(crowd, timeline, free)
  planHabits(crowd, timeline, free, end)
  planMarket(crowd, timeline)
}

/** METIS, eMetis and ENKI for the free accounts: 10,000, 1,000 and 5,000 each. Their eMetis was minted during the year. */
export async function sendGifts({ onL2 }: World): Promise<void> {
  const { metis: token, eMetis, enki } = onL2
  if ((await balance(eMetis, benefactor)) < 10_000n * metis) throw new Error('The benefactor lacks eMetis')
  for (const to of devAccounts)
    await sendAll([
      { from: to, on: token, fn: 'devnetMint', args: [to, 10_000n * metis] },
      { from: benefactor, on: eMetis, fn: 'transfer', args: [to, 1_000n * metis] },
      { from: deployer, on: enki, fn: 'transfer', args: [to, 5_000n * metis] },
    ])
}
