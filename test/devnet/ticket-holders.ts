import { approved, balance, type Crowd, type Deed } from './stakers'
import { type Call, read } from './transact'

const one = 10n ** 18n
const day = 86_400n

type Ticket = readonly [
  hasBeenRedeemed: boolean,
  maturity: bigint,
  amount: bigint,
  cancelFee: bigint,
  lpLockMaturity: bigint,
  lpLockToken: string,
  lpLockAmount: bigint,
  lpClaimed: boolean,
]

type Held = {
  id: number
  redeemed: boolean
  maturity: bigint
  amount: bigint
  lpMaturity: bigint
  lpLocked: boolean
  lpUsed: boolean
}

async function readHeld({ world: { onL2 }, tickets }: Crowd, who: string): Promise<Held[]> {
  const ids = tickets.flatMap((holder, id) => (holder === who ? [id] : []))
  const rows = await Promise.all(ids.map((id) => read<Ticket>(onL2.queue, 'nftInformation', [BigInt(id)])))
  return rows.map(([redeemed, maturity, amount, , lpMaturity, , lpAmount, lpClaimed], i) => ({
    id: ids[i] ?? 0,
    redeemed,
    maturity,
    amount,
    lpMaturity,
    lpLocked: lpAmount > 0n && !lpClaimed,
    lpUsed: lpAmount > 0n,
  }))
}

const readNow = async ({ world }: Crowd) => (await world.l2.client.getBlock()).timestamp

const enter: Deed = async ({ world: { onL2 }, random, tickets }, who) => {
  const held = await balance(onL2.eMetis, who)
  if (held < 15n * one) return []
  tickets.push(who)
  const amount = random.part(held, 0.2, 0.7)
  return approved(who, onL2.eMetis, amount, { on: onL2.queue, fn: 'enterRedemptionQueue', args: [who, amount] })
}

const cancel: Deed = async (crowd, who) => {
  const now = await readNow(crowd)
  const found = (await readHeld(crowd, who)).find(({ redeemed, maturity }) => !redeemed && maturity > now)
  if (!found) return []
  delete crowd.tickets[found.id]
  return [{ from: who, on: crowd.world.onL2.queue, fn: 'cancelRedemptionTicketNft', args: [who, BigInt(found.id)] }]
}

const handOver: Deed = async (crowd, who) => {
  const [found] = (await readHeld(crowd, who)).filter(({ redeemed }) => !redeemed)
  const to = crowd.random.pick(crowd.people.filter((each) => each !== who))
  if (!found) return []
  crowd.tickets[found.id] = to
  const args = [who, to, BigInt(found.id)]
  return [{ from: who, on: crowd.world.onL2.queue, fn: 'transferFrom', args }]
}

/** LP tokens take days off a ticket; at least eight days are left, and the sum stays clear of that limit. */
const speedUp: Deed = async (crowd, who) => {
  const { lp, queue } = crowd.world.onL2
  const now = await readNow(crowd)
  const found = (await readHeld(crowd, who)).find(
    ({ redeemed, lpUsed, maturity }) => !redeemed && !lpUsed && maturity > now + 10n * day,
  )
  const held = await balance(lp, who)
  if (!found || held < one) return []
  const factor = await read<bigint>(queue, 'lpFactors', [lp.address])
  const most = ((found.maturity - now - 9n * day) * found.amount) / factor
  const amount = most < held ? most : held
  return approved(who, lp, amount, {
    on: queue,
    fn: 'reduceRedemptionMaturity',
    args: [BigInt(found.id), lp.address, amount],
  })
}

const collect: Deed = async (crowd, who) => {
  const { metis, queue } = crowd.world.onL2
  const now = await readNow(crowd)
  const held = await readHeld(crowd, who)
  const unlockable = held.find(({ lpLocked, lpMaturity }) => lpLocked && lpMaturity <= now)
  if (unlockable) {
    if (unlockable.redeemed) delete crowd.tickets[unlockable.id]
    return [{ from: who, on: queue, fn: 'unlockLpToken', args: [BigInt(unlockable.id)] }]
  }
  const funds = await balance(metis, queue.address)
  const ripe = held.find(({ redeemed, maturity, amount }) => !redeemed && maturity <= now && amount <= funds)
  if (!ripe) return []
  if (!ripe.lpLocked) delete crowd.tickets[ripe.id]
  return [{ from: who, on: queue, fn: 'redeemRedemptionTicketNft', args: [BigInt(ripe.id), who] }] satisfies Call[]
}

/** What people do with the redemption queue; `often`: attempts in a year. Only `opens` needs no ticket. */
export const queueHabits: readonly { deed: Deed; often: number; opens?: boolean }[] = [
  { deed: enter, often: 60, opens: true },
  { deed: cancel, often: 10 },
  { deed: handOver, often: 10 },
  { deed: speedUp, often: 40 },
  { deed: collect, often: 190 },
]
