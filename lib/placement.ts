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
  /** Null: what comes before a new deposit is not known, as the queue, the bridge or the Dealer does not say. */
  room: Room | null
  /** Null: what is on the bridge is still being read. Undefined: it could not be. */
  crossings: Crossings | null | undefined
}

/** Puts the two snapshots and the bridge together. */
export function toPlacement(pool: Pool, reserves: Reserves, crossings: Placement['crossings']): Placement {
  const open = (kind: keyof Crossings) => (crossings ? sumOf(underWay(crossings[kind])) : null)
  const [toL1, toL2, dealer] = [open('toL1'), open('toL2'), pool.dealer?.idle ?? null]
  const nodes = toNodes(pool)
  const { liabilities } = reserves
  const room =
    liabilities === null || toL1 === null || toL2 === null || dealer === null
      ? null
      : toRoom({ ...reserves, liabilities, toL1, toL2, dealer, nodes, minLock: pool.minLock })
  const allocation = toAllocation({ ...reserves, toL1, toL2, dealer, nodes, unreported: open('reports') ?? 0n })
  return { reserves, allocation, room, crossings }
}
