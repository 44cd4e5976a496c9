import { type Cascade, type CascadeInput, toCascade } from './cascade'
import type { History } from './history'
import { activeStake, toNodes } from './nodes'
import type { Pace } from './pace'
import type { Payout } from './payouts'
import type { Protocol } from './protocol'
import { edgeIndex, type MeasuredRate, rateOver } from './rate'
import type { Block } from './rpc'
import type { Sequencer } from './sequencer'
import type { Pool } from './sequencers'

/** The cascade with everything it was computed from. */
export type RateBasis = CascadeInput &
  Cascade & {
    l2: Block
    l1: Block
    pace: Pace
    /** METIS of ENKI's nodes whose exit has begun: theirs until it is taken out, and earning nothing. */
    leaving: bigint
    metisInMinter: bigint
    atDealer: bigint
    /** METIS behind eMetis that is neither in a node, nor in the minter, nor at the Dealer; below 0: more is there than eMetis was made for. */
    elsewhere: bigint
    /** The payouts that the measured rate lies between; null when there is none. */
    edges: readonly [Payout, Payout] | null
    rate: MeasuredRate | null
  }

const own = (pool: Pool) => toNodes(pool).filter(({ isEnki }) => isEnki)
const leavingStake = (nodes: readonly Sequencer[]) =>
  nodes.reduce((sum, { amount, status }) => (status === 'leaving' ? sum + amount : sum), 0n)

/** What the share price says of the last `days`, and the payouts between which it says so. */
function toMeasured(history: History | null | undefined, days: number): Pick<RateBasis, 'edges' | 'rate'> {
  const { payouts, block } = history ?? { payouts: [] }
  const now = block?.seconds ?? 0
  const rate = rateOver(payouts, days, now)
  const [from, to] = [payouts[edgeIndex(payouts, days, now)], payouts.at(-1)]
  return { rate, edges: rate && from && to ? [from, to] : null }
}

/** Puts the snapshots of both chains together; null while nobody has staked, nothing is locked, or a part of it does not exist here. */
export function toRateBasis(
  { protocol, pool, pace }: { protocol: Protocol; pool: Pool; pace: Pace | null },
  history: History | null | undefined,
  days: number,
): RateBasis | null {
  const { block, treasuryRatio, eMetisSupply, totalAssets, metisInMinter } = protocol
  if (treasuryRatio === null || pace === null) return null
  const nodes = own(pool)
  const [locked, leaving] = [activeStake(nodes), leavingStake(nodes)]
  const measured = toMeasured(history, days)
  const input: CascadeInput = {
    rewardPerBlock: pool.rewardPerBlock,
    secondsPerBlock: pace.seconds,
    poolLocked: activeStake(pool.sequencers),
    locked,
    eMetisSupply,
    totalAssets,
    treasuryRatio,
    measured: measured.rate?.fraction ?? null,
  }
  const cascade = toCascade(input)
  const atDealer = pool.dealer?.idle ?? 0n
  return (
    cascade && {
      ...input,
      ...cascade,
      ...measured,
      l2: block,
      l1: pool.block,
      pace,
      leaving,
      metisInMinter,
      atDealer,
      elsewhere: eMetisSupply - locked - leaving - metisInMinter - atDealer,
    }
  )
}

/** Rewards of ENKI's nodes that the pool has credited and nobody has claimed, those of leaving nodes included; base units. */
export const earnedOnL1 = (pool: Pool): bigint => own(pool).reduce((sum, { reward }) => sum + reward, 0n)
