import { earnedOnL1 } from './rate-basis'
import type { Block } from './rpc'
import type { Pool } from './sequencers'
import { nextPayout, type Undispatched } from './undispatched'

/** A payout if it happened now, and what it was read from. */
export type NextPayout = {
  /** eMetis that the vault would get; base units. */
  toVault: bigint
  /** Of what the dispatcher holds, set aside for the treasury by an earlier payout, and split again. */
  treasury: bigint
  /** Where the dispatcher was read, and where the pool. */
  l2: Block
  l1: Block
}

/** Undefined: a chain did not answer. Null: this deployment has no dispatcher. */
export function toNextPayout(
  pool: Pool | undefined,
  undispatched: Undispatched | null | undefined,
  treasuryRatio: bigint | null | undefined,
): NextPayout | null | undefined {
  if (undispatched === null || treasuryRatio === null) return null
  if (!pool || !undispatched || treasuryRatio === undefined) return undefined
  const { held, treasury, block } = undispatched
  return { toVault: nextPayout(held, earnedOnL1(pool), treasuryRatio), treasury, l2: block, l1: pool.block }
}
