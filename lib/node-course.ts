import { toLocks } from './locks'
import { timeBetween } from './pace'
import type { PoolEvent } from './pool-events'

/** What some nodes held together at a moment (unix seconds): METIS in base units, and how many of them took part. */
export type NodeState = { seconds: number; locked: bigint; nodes: number }

/** The course of nodes `ids` at each of `times`, from the pool's events; their times lie between blocks whose time is known. */
export function nodeCourse(
  events: readonly PoolEvent[],
  anchors: readonly { number: bigint; seconds: number }[],
  ids: readonly number[],
  times: readonly number[],
): NodeState[] {
  const locks = toLocks(events)
  const dated = ids.map((id) =>
    (locks.get(id) ?? []).map((lock) => ({ ...lock, seconds: timeBetween(anchors, lock.block) })),
  )
  return times.map((seconds) => {
    const now = dated.flatMap((own) => own.findLast((lock) => lock.seconds <= seconds) ?? [])
    return {
      seconds,
      locked: now.reduce((sum, { amount }) => sum + amount, 0n),
      nodes: now.filter(({ isActive }) => isActive).length,
    }
  })
}
