import { toNodes } from './nodes'
import type { Block } from './rpc'
import type { Pool } from './sequencers'

/** How fast ENKI could bring METIS back from its sequencers; METIS in base units, on L1, before the bridge. */
export type Liquidity = {
  block: Block
  /** Not locked at all: in the Dealer. */
  idle: bigint
  /** Locked above the least lock: one withdrawal from each sequencer, once per reward batch. */
  atOnce: bigint
  /** The rest of the active locks: a full exit, which waits `exitSeconds`. */
  afterExit: bigint
  /** Already waiting out an exit. */
  leaving: bigint
  exitSeconds: number
}

/** Null: no Dealer answers, so nothing is known about ENKI's sequencers. */
export function toLiquidity(pool: Pool): Liquidity | null {
  const { dealer, minLock, block, exitSeconds } = pool
  if (!dealer) return null
  const own = toNodes(pool).filter(({ isEnki }) => isEnki)
  const sum = (status: string, part: (amount: bigint) => bigint) =>
    own.filter((each) => each.status === status).reduce((total, { amount }) => total + part(amount), 0n)
  const free = (amount: bigint) => (amount > minLock ? amount - minLock : 0n)
  return {
    block,
    idle: dealer.idle,
    atOnce: sum('active', free),
    afterExit: sum('active', (amount) => amount - free(amount)),
    leaving: sum('leaving', (amount) => amount),
    exitSeconds,
  }
}
