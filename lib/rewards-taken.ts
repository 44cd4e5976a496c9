import type { PoolEvent } from './pool-events'

/** A reward that left the pool's account of one sequencer; base units. */
export type Taken = { block: bigint; amount: bigint; kind: 'claimed' | 'relocked' }

/** What one sequencer has taken of its rewards, newest first: sent to L2, or locked again. */
export const rewardsTaken = (events: readonly PoolEvent[], id: number): Taken[] =>
  events
    .flatMap((event): Taken[] => {
      const { block, kind } = event
      if (kind === 'claimed' && event.id === id) return [{ block, amount: event.amount, kind }]
      return kind === 'relocked' && event.id === id ? [{ block, amount: event.reward, kind }] : []
    })
    .filter(({ amount }) => amount > 0n)
    .reverse()
