import type { Block } from '@/lib/rpc'
import { whenSeen } from './when-seen'

/** Longest pause (ms) between two readings: about a block's time, for a node that is down is not merely behind. */
const mostMs = 16_000

/** Reads until the snapshot is at or after `block`: a node may lag behind the one that had the receipt. */
export async function readFrom(again: () => Promise<{ block: Block }>, block: bigint): Promise<void> {
  for (
    let ms = 500;
    ((await again().catch(() => undefined))?.block.number ?? -1n) < block;
    ms = Math.min(2 * ms, mostMs)
  )
    await whenSeen(ms)
}
