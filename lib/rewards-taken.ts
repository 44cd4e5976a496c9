import type { PoolEvent } from './pool-events'

/** A reward that left the pool's account of one sequencer; base units. */
export type Taken = { block: bigint; amount: bigint; kind: 'claimed' | 'relocked' }

/**
 * What one sequencer has taken of its rewards, newest first: sent to L2 or, for ENKI's, locked again by the Dealer. Others' locked
 * rewards can't be told from new METIS by the logs alone.
 * @param agent number of the Dealer's agent that owns it; undefined: none does
 */
export function rewardsTaken(events: readonly PoolEvent[], id: number, agent?: number): Taken[] {
  const claims = new Set(events.flatMap((one) => (one.kind === 'claimed' && one.id === id ? [one.block] : [])))
  const taken = events.flatMap((event): Taken[] => {
    const { block } = event
    if (event.kind === 'claimed' && event.id === id) return [{ block, amount: event.amount, kind: 'claimed' }]
    if (event.kind === 'leaving' && event.id === id) return [{ block, amount: event.reward, kind: 'claimed' }]
    // A round whose reward was claimed in the same breath locks METIS alone.
    const isLocked = event.kind === 'round' && event.agent === agent && !claims.has(block)
    return isLocked ? [{ block, amount: event.reward, kind: 'relocked' }] : []
  })
  return taken.filter(({ amount }) => amount > 0n).reverse()
}
