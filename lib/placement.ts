import { type Allocation, type Room, toAllocation, toRoom } from './allocation'
import type { Crossings } from './crossings'
import { toNodes } from './nodes'
import type { Reserves } from './reserves'
import type { Pool } from './sequencers'
import { sumOf, underWay } from './transfers'

/** Where ENKI's METIS is, read on both chains up to the same two blocks. */
export type Placement = {
  reserves: Reserves
  allocation: Allocation
  /** Null: the queue does not say what it owes, so neither is known what is free. */
  room: Room | null
  /** Null: what is on the bridge is not known yet, and counts as nothing. */
  crossings: Crossings | null
}

/** Puts the two snapshots and the bridge together. */
export function toPlacement(pool: Pool, reserves: Reserves, crossings: Crossings | null): Placement {
  const open = (kind: keyof Crossings) => sumOf(underWay(crossings?.[kind] ?? []))
  const holdings = {
    ...reserves,
    dealer: pool.dealer?.idle ?? 0n,
    nodes: toNodes(pool),
    toL1: open('toL1'),
    toL2: open('toL2'),
    unreported: open('reports'),
  }
  const { liabilities } = reserves
  const room = liabilities === null ? null : toRoom({ ...holdings, liabilities, minLock: pool.minLock })
  return { reserves, allocation: toAllocation(holdings), room, crossings }
}
