import type { PoolEvent } from './pool-events'
import type { Sequencer } from './sequencer'

/**
 * The sequencer of every address that signs for one or ever has, by the address in lower case. The pool never takes a signer twice.
 * Without `events` only those of now are known.
 */
export function signerIds(
  sequencers: readonly Pick<Sequencer, 'id' | 'signer'>[],
  events: readonly PoolEvent[] = [],
): Map<string, number> {
  const past = events.flatMap((event): (readonly [string, number])[] => {
    if (event.kind === 'locked') return [[event.signer, event.id]]
    return event.kind === 'signer' ? [[event.old, event.id]] : []
  })
  const all = [...past, ...sequencers.map(({ id, signer }) => [signer, id] as const)]
  return new Map(all.map(([signer, id]) => [signer.toLowerCase(), id]))
}
