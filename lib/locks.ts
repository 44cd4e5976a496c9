import type { Concentration, Holding } from './concentration'
import { concentration } from './concentration'
import type { PoolEvent } from './pool-events'

/** The lock of one sequencer from a block on: base units, and whether it takes part in drawing producers. */
export type Lock = { block: bigint; amount: bigint; isActive: boolean }

/** Every size that every lock has had, by id, oldest first. LockUpdate names the new size, so nothing has to be added up. */
export function toLocks(events: readonly PoolEvent[]): Map<number, Lock[]> {
  const locks = new Map<number, Lock[]>()
  for (const event of events) {
    const next = toLock(event, 'id' in event ? locks.get(event.id)?.at(-1) : undefined)
    if (!next || !('id' in event)) continue
    const own = locks.get(event.id)
    if (own) own.push(next)
    else locks.set(event.id, [next])
  }
  return locks
}

function toLock(event: PoolEvent, before: Lock | undefined): Lock | undefined {
  const { block } = event
  if (event.kind === 'locked') return { block, amount: event.amount, isActive: true }
  if (event.kind === 'changed') return { block, amount: event.amount, isActive: before?.isActive ?? true }
  if (event.kind === 'leaving') return before && { ...before, block, isActive: false }
  return event.kind === 'left' ? { block, amount: 0n, isActive: false } : undefined
}

/** The lock in force at a block; undefined before the first. */
export const lockAt = (locks: readonly Lock[], block: bigint): Lock | undefined =>
  locks.findLast((lock) => lock.block <= block)

/** Active stake by holder at a block; `holderOf` names who holds a sequencer. */
const holdingsAt = (locks: ReadonlyMap<number, readonly Lock[]>, block: bigint, holderOf: (id: number) => string) =>
  [...locks].flatMap(([id, own]): Holding[] => {
    const lock = lockAt(own, block)
    return lock?.isActive ? [{ holder: holderOf(id), amount: lock.amount }] : []
  })

/** Concentration at each of these blocks, as far as the events reach. */
export const concentrationOver = (
  locks: ReadonlyMap<number, readonly Lock[]>,
  blocks: readonly bigint[],
  holderOf: (id: number) => string,
): (Concentration & { block: bigint })[] =>
  blocks.map((block) => ({ block, ...concentration(holdingsAt(locks, block, holderOf)) }))
