import type { Block } from '@/lib/rpc'
import { whenSeen } from './when-seen'

/** Reads until the snapshot is at or after `block`: a node may lag behind the one that had the receipt. */
export async function readFrom(again: () => Promise<{ block: Block }>, block: bigint): Promise<void> {
  while (((await again().catch(() => undefined))?.block.number ?? -1n) < block) await whenSeen(500)
}
