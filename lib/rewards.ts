import { createLots, type Lot, type Method } from './lots'
import { yearSeconds } from './rate'
import { toAssets, type Vault } from './shares'

/** A payout as far as rewards need it: the vault just after it, what it brought, where and when (unix seconds) it was. */
export type Accrual = Vault & { reward: bigint; block: bigint; index: number; seconds: number }

/** A change of an account's shares; amounts in base units, `seconds` unix time. What was `received` or `sent` has no price of its own. */
export type Movement = { block: bigint; index: number; seconds: number; shares: bigint } & (
  | { kind: 'staked' | 'unstaked'; assets: bigint }
  | { kind: 'received' | 'sent' }
)

/** A movement with what it came to; amounts in eMetis base units. */
export type Step<M extends Movement = Movement> = {
  movement: M
  /** Given for the shares or got for them; shares sent and received count at the price of the last payout. */
  assets: bigint
  /** Shares held after it. */
  held: bigint
  /** What an exit brought above the cost of the shares that left; 0 for shares that came. */
  realised: bigint
  /** What payouts have brought since the movement before. */
  accrued: bigint
}

/** What one payout brought the account, and for how many shares. */
export type Earned = { payout: Accrual; shares: bigint; reward: bigint }

/** Everything on the way through an account's movements and payouts. */
type Walk<M extends Movement> = {
  steps: Step<M>[]
  earned: Earned[]
  lots: readonly Lot[]
  shares: bigint
  /** What is still in, at cost. */
  cost: bigint
  /** What payouts have brought since the last movement. */
  accrued: bigint
  /** Seconds during which there were shares. */
  heldSeconds: number
  /** What was in, at cost, times the seconds it was. */
  costSeconds: number
}

/** An account's rewards. `rewards` = `value` + `takenOut` − `putIn` = `realised` + `unrealised`, to the wei. */
export type Rewards<M extends Movement = Movement> = Walk<M> & {
  value: bigint
  putIn: bigint
  takenOut: bigint
  rewards: bigint
  realised: bigint
  unrealised: bigint
  /** `rewards` less what every payout brought: the vault rounds each conversion down, a wei or so at a time. */
  rounding: bigint
  /** Simple yearly rate on what was put in, over the time it was there; null before the first payout. */
  rate: number | null
}

type Place = { block: bigint; index: number }
const isBefore = (a: Place, b: Place) => a.block < b.block || (a.block === b.block && a.index < b.index)

/** Nobody has been paid yet: a share stands for one eMetis. */
const beginning: Vault = { totalAssets: 0n, totalShares: 0n }

const sum = <T>(list: readonly T[], of: (each: T) => bigint): bigint =>
  list.reduce((total, each) => total + of(each), 0n)

const comes = ({ kind }: Movement): boolean => kind === 'staked' || kind === 'received'

/** What a payout brought so many shares: their worth after it less their worth before. */
function toEarned(payout: Accrual, shares: bigint): Earned {
  const before = { totalAssets: payout.totalAssets - payout.reward, totalShares: payout.totalShares }
  return { payout, shares, reward: toAssets(shares, payout) - toAssets(shares, before) }
}

function walk<M extends Movement>(
  movements: readonly M[],
  payouts: readonly Accrual[],
  end: number,
  method: Method,
): Walk<M> {
  const lots = createLots(method)
  const steps: Step<M>[] = []
  const earned: Earned[] = []
  let [shares, next, since, heldSeconds, costSeconds] = [0n, 0, end, 0, 0]
  const passTo = (seconds: number) => {
    if (shares > 0n) heldSeconds += seconds - since
    costSeconds += Number(lots.cost()) * (seconds - since)
    since = seconds
  }
  const earnTo = (place: Place | null): bigint => {
    const before = earned.length
    for (let payout = payouts[next]; payout && (!place || isBefore(payout, place)); payout = payouts[++next])
      if (shares > 0n) earned.push(toEarned(payout, shares))
    return sum(earned.slice(before), ({ reward }) => reward)
  }
  for (const movement of movements) {
    const accrued = earnTo(movement)
    passTo(movement.seconds)
    const assets = 'assets' in movement ? movement.assets : toAssets(movement.shares, payouts[next - 1] ?? beginning)
    const isIn = comes(movement)
    if (isIn) lots.add({ shares: movement.shares, cost: assets, seconds: movement.seconds })
    const realised = isIn ? 0n : assets - lots.take(movement.shares)
    shares += isIn ? movement.shares : -movement.shares
    steps.push({ movement, assets, held: shares, realised, accrued })
  }
  const accrued = earnTo(null)
  passTo(end)
  return { steps, earned, lots: lots.all(), shares, cost: lots.cost(), accrued, heldSeconds, costSeconds }
}

/**
 * Rewards of one account from everything that ever changed its shares and every payout, both oldest first.
 * @param now the vault at the moment (unix seconds) the rewards are asked for
 */
export function toRewards<M extends Movement>(
  movements: readonly M[],
  payouts: readonly Accrual[],
  now: Vault & { seconds: number },
  method: Method = 'fifo',
): Rewards<M> {
  const way = walk(movements, payouts, now.seconds, method)
  const value = toAssets(way.shares, now)
  const putIn = sum(way.steps, ({ movement, assets }) => (comes(movement) ? assets : 0n))
  const takenOut = sum(way.steps, ({ assets }) => assets) - putIn
  const rewards = value + takenOut - putIn
  return {
    ...way,
    value,
    putIn,
    takenOut,
    rewards,
    realised: sum(way.steps, ({ realised }) => realised),
    unrealised: value - way.cost,
    rounding: rewards - sum(way.earned, ({ reward }) => reward),
    rate: way.earned.length > 0 && way.costSeconds > 0 ? (Number(rewards) * yearSeconds) / way.costSeconds : null,
  }
}
