import type { Block } from './rpc'

/** Seconds of chain time at `now` (ms): the block's own clock carried on by ours, so a wrong local clock changes nothing. */
export const chainNow = (block: Pick<Block, 'seconds' | 'readAt'>, now: number): number =>
  block.seconds + Math.max(0, (now - block.readAt) / 1000)
