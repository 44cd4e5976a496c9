import { type Lock, toLocks } from './locks'
import { timeBetween } from './pace'
import type { PoolEvent } from './pool-events'

/** What some nodes held together at a moment (unix seconds): METIS in base units, `active` what of it took part, and how many did. */
export type NodeState = { seconds: number; locked: bigint; active: bigint; nodes: number }

const total = (locks: readonly Lock[]) => locks.reduce((sum, { amount }) => sum + amount, 0n)

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
    const active = now.filter(({ isActive }) => isActive)
    return {
      seconds,
      locked: total(now),
      active: total(active),
      nodes: active.length,
    }
  })
}
