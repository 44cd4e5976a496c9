import type { Block } from './rpc'

/** Seconds after which figures count as out of date. */
export const staleAfter = 180

/** Seconds since a block, by a clock given in unix seconds. A devnet's clock may run ahead of ours; then the time of reading counts. */
export const ageOf = (block: Block, seconds: number): number =>
  Math.max(0, seconds - Math.min(block.seconds, Math.floor(block.readAt / 1_000)))

/** The snapshot as it is handed out at `now` (ms): its block says how old it is, once that is too old. */
export function dated<T extends { block: Block }>(snapshot: T, now: number = Date.now()): T {
  const age = ageOf(snapshot.block, Math.floor(now / 1_000))
  return age > staleAfter ? { ...snapshot, block: { ...snapshot.block, age } } : snapshot
}

/** Of two blocks that one figure was read at, the one whose age has to be said. */
export const older = (a: Block, b: Block): Block => ((a.age ?? 0) > (b.age ?? 0) ? a : b)
