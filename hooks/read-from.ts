import type { Block } from '@/lib/rpc'

const pause = () => new Promise((resolve) => setTimeout(resolve, 500))

/** Reads until the snapshot is at or after `block`: a node may lag behind the one that had the receipt. */
export async function readFrom(again: () => Promise<{ block: Block }>, block: bigint): Promise<void> {
  while (((await again().catch(() => undefined))?.block.number ?? -1n) < block) await pause()
}
