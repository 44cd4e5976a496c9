import type { Other } from './account-events'
import type { Dated } from './account-history'
import type { Accrual, Earned, Movement, Rewards } from './rewards'
import { sharePrice } from './shares'

/** One line of an account's history: something it did, or a payout while it held shares. */
export type RewardRow = {
  block: bigint
  index: number
  seconds: number
  what: { kind: 'payout'; earned: Earned } | { kind: 'deed'; deed: Dated; step: Worth | undefined }
  /** eMetis for one share, as the last payout left it. */
  price: bigint
  /** What payouts have brought since the line before, this one included. */
  reward: bigint
}

/** What a movement of shares came to; amounts in eMetis base units. */
export type Worth = { assets: bigint; held: bigint; realised: bigint }

/** Which lines are shown. */
export const filters = ['actions', 'transfers', 'payouts', 'all'] as const
/** One of them. */
export type Filter = (typeof filters)[number]

/** Before the first payout a share stands for one eMetis. */
const beginning = { totalAssets: 0n, totalShares: 0n }

/** Whether another account took part, as giver or as receiver. */
export const isShared = ({ from, to }: Other): boolean => (from ?? to) !== undefined

const isShown = ({ kind, ...what }: RewardRow['what'], filter: Filter): boolean => {
  if (filter === 'all') return true
  if (kind === 'payout') return filter === 'payouts'
  return filter === 'actions' || (filter === 'transfers' && 'deed' in what && isShared(what.deed))
}

type Entry = Pick<RewardRow, 'block' | 'index' | 'seconds' | 'what'>
type Spot = { block: bigint; index: number }
const inOrder = (a: Spot, b: Spot) => Number(a.block - b.block) || a.index - b.index

/** The movements among an account's deeds. */
export const movementsOf = (deeds: readonly Dated[]): (Dated & Movement)[] =>
  deeds.filter(
    (deed): deed is Extract<Dated, { kind: Movement['kind'] }> =>
      deed.kind === 'staked' || deed.kind === 'unstaked' || deed.kind === 'received' || deed.kind === 'sent',
  )

/** An account's history, oldest first; a line that is left out leaves its reward to the next. */
export function toRewardRows(
  deeds: readonly Dated[],
  { steps, earned }: Rewards<Dated & Movement>,
  payouts: readonly Accrual[],
  filter: Filter = 'all',
): RewardRow[] {
  const worth = new Map(steps.map((step) => [step.movement as Dated, step]))
  const entries: Entry[] = [
    ...deeds.map((deed): Entry => ({ ...deed, what: { kind: 'deed', deed, step: worth.get(deed) } })),
    ...earned.map((one): Entry => ({ ...one.payout, what: { kind: 'payout', earned: one } })),
  ].sort(inOrder)
  const rows: RewardRow[] = []
  let [next, reward] = [0, 0n]
  for (const { block, index, seconds, what } of entries) {
    for (let payout = payouts[next]; payout && inOrder(payout, { block, index }) <= 0; payout = payouts[next]) next += 1
    if (what.kind === 'payout') reward += what.earned.reward
    if (!isShown(what, filter)) continue
    rows.push({ block, index, seconds, what, price: sharePrice(payouts[next - 1] ?? beginning), reward })
    reward = 0n
  }
  return rows
}
