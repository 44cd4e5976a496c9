import type { AddressBook } from '@/lib/address-book'
import { readL1Bridge, readL2Bridge } from '@/lib/bridge-events'
import { toCrossings } from '@/lib/crossings'
import { createLogbook } from '@/lib/logbook'
import { readAnchors, timeBetween } from '@/lib/pace'
import { type Placement, toPlacement } from '@/lib/placement'
import { isWholePast, readPoolEvents } from '@/lib/pool-events'
import { readReserves } from '@/lib/reserves'
import type { Client } from '@/lib/rpc'
import { readSequencers } from '@/lib/sequencers'
import { l1, l2 } from './devnet'

export const [one, two] = [l1 as unknown as Client, l2 as unknown as Client]

/** Reads where ENKI's METIS is as the app does: with logbooks that stay, and that see every revert as a reorganisation. */
export function createPlace(book: () => AddressBook): () => Promise<Placement> {
  const kept = new Map<string, Promise<string>>()
  const archive = (key: string, ask: () => Promise<string>) => {
    const text = kept.get(key) ?? ask()
    kept.set(key, text)
    return text
  }
  const arrivals = createLogbook({ client: one, archive, name: 'a', read: (range) => readL1Bridge(one, range) })
  const departures = createLogbook({
    client: two,
    archive,
    name: 'd',
    read: (range) => readL2Bridge(two, book(), range),
  })
  const events = createLogbook({ client: one, archive, name: 'p', read: (range) => readPoolEvents(one, range) })
  return async () => {
    const [pool, held] = await Promise.all([readSequencers(one), readReserves(two, book())])
    const [l1Seen, l2Seen, past, anchors] = await Promise.all([
      arrivals(pool.block.number, () => false),
      departures(held.block.number, () => false),
      events(pool.block.number, isWholePast),
      readAnchors(one, 0n, pool.block, 48),
    ])
    const timeOf = (block: bigint) => timeBetween(anchors, block)
    return toPlacement(pool, held, toCrossings({ l2: l2Seen, l1: l1Seen, pool: past, timeOf, since: 0 }))
  }
}
