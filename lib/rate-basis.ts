import { type Cascade, type CascadeInput, toCascade } from './cascade'
import type { History } from './history'
import { toNodes } from './nodes'
import type { Payout } from './payouts'
import type { Protocol } from './protocol'
import { edgeIndex, type MeasuredRate } from './rate'
import type { Block } from './rpc'
import type { Pool } from './sequencers'

/** The cascade with everything it was computed from. */
export type RateBasis = CascadeInput &
  Cascade & {
    l2: Block
    l1: Block
    /** Span (seconds) over which the block time was measured. */
    paceSpan: number
    metisInMinter: bigint
    atDealer: bigint
    /** METIS behind eMetis that is neither locked, nor in the minter, nor at the Dealer; below 0: more is locked than eMetis was made for. */
    elsewhere: bigint
    /** The payouts that the measured rate lies between; null when there is none. */
    edges: readonly [Payout, Payout] | null
    rate: MeasuredRate | null
  }

const active = (pool: Pool) => toNodes(pool).filter(({ isEnki }) => isEnki)

/** Puts the snapshots of both chains together; null where a part of it does not exist on this deployment. */
export function toRateBasis(
  protocol: Protocol,
  pool: Pool,
  { payouts }: History,
  rate: MeasuredRate | null,
  days: number,
): RateBasis | null {
  const { block, treasuryRatio, eMetisSupply, totalAssets, metisInMinter } = protocol
  const edge = payouts[edgeIndex(payouts, days, block.seconds)]
  if (!edge || treasuryRatio === null || block.number === edge.block) return null
  const paceSpan = block.seconds - edge.seconds
  const locked = active(pool).reduce((sum, { amount }) => sum + amount, 0n)
  const input: CascadeInput = {
    rewardPerBlock: pool.rewardPerBlock,
    secondsPerBlock: paceSpan / Number(block.number - edge.block),
    poolLocked: pool.totalLocked,
    locked,
    eMetisSupply,
    totalAssets,
    treasuryRatio,
    measured: rate?.fraction ?? null,
  }
  const cascade = toCascade(input)
  const last = payouts.at(-1)
  const atDealer = pool.dealer?.idle ?? 0n
  return (
    cascade && {
      ...input,
      ...cascade,
      l2: block,
      l1: pool.block,
      paceSpan,
      metisInMinter,
      atDealer,
      elsewhere: eMetisSupply - locked - metisInMinter - atDealer,
      edges: rate && last ? [edge, last] : null,
      rate,
    }
  )
}

/** Rewards of ENKI's nodes that the pool has credited and nobody has claimed; base units. */
export const earnedOnL1 = (pool: Pool): bigint => active(pool).reduce((sum, { reward }) => sum + reward, 0n)
