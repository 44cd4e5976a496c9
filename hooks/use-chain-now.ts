import { chainNow } from '@/lib/chain-now'
import type { Block } from '@/lib/rpc'
import { useNow } from './use-now'

/** Unix seconds of chain time, moving on in steps of 15: dates are counted from the chain's clock, not from ours. */
export const useChainNow = (block: Block): number =>
  Math.floor(chainNow(block, useNow(Math.floor(block.readAt / 1_000), 15) * 1_000))
