import { readL1Bridge, readL2Bridge } from '@/lib/bridge-events'
import { memo } from '@/lib/cache'
import { type Crossings, toCrossings, transferDays } from '@/lib/crossings'
import { createLogbook } from '@/lib/logbook'
import { network } from '@/lib/network'
import { blockAgo, type Pace, readAnchors, readPace, timeBetween } from '@/lib/pace'
import { isWholePast, type PoolEvent, readPoolEvents } from '@/lib/pool-events'
import type { Reserves } from '@/lib/reserves'
import { l1, l2 } from '@/lib/rpc'
import type { Pool } from '@/lib/sequencers'
import { addressBook, archive, protocol, sequencers } from './snapshots'

const minute = 60_000
const keepMs = 60 * minute
const day = 86_400
/** Points of every picture over time, and blocks whose time is read for them. */
const anchorCount = 48

export const pace = memo(async () => readPace(l2, (await protocol()).block), { freshMs: 10 * minute, keepMs })
const paceL1 = memo(async () => readPace(l1, (await sequencers()).block), { freshMs: 10 * minute, keepMs })
const poolBook = createLogbook({
  client: l1,
  archive,
  name: `pool ${network.l1.id}`,
  read: (range) => readPoolEvents(l1, range),
})
const arrivalBook = createLogbook({
  client: l1,
  archive,
  name: `arrivals ${network.l1.id}`,
  read: (range) => readL1Bridge(l1, range),
})
const departureBook = memo(
  async () => {
    const book = await addressBook()
    const name = ['bridge', network.l2.id, book.bridge, book.rewardDispatcher].join(' ')
    return createLogbook({ client: l2, archive, name, read: (range) => readL2Bridge(l2, book, range) })
  },
  { freshMs: 60 * minute, keepMs: 24 * 60 * minute },
)

/** Everything the pool has logged, and the means to say when. */
export type PoolPast = {
  events: readonly PoolEvent[]
  anchors: readonly { number: bigint; seconds: number }[]
}

export const past = memo(
  async (): Promise<PoolPast> => {
    const { block } = await sequencers()
    const events = await poolBook(block.number, isWholePast)
    const anchors = await readAnchors(l1, events[0]?.block ?? 0n, block, anchorCount)
    return { events, anchors }
  },
  { freshMs: 2 * minute, keepMs },
)

/** Departures and arrivals of the last weeks, up to the blocks of the two snapshots. */
export async function readCrossings(pool: Pool, held: Reserves): Promise<Crossings> {
  const [slow, fast, { anchors }, departures] = await Promise.all([paceL1(), pace(), past(), departureBook()])
  const reaches = (at: Pace | null, block: Pool['block']) => {
    const oldest = at ? blockAgo(block, at, transferDays * day) : 0n
    return (known: readonly { block: bigint }[]) => (known[0]?.block ?? oldest + 1n) <= oldest
  }
  const [left, came, events] = await Promise.all([
    departures(held.block.number, reaches(fast, held.block)),
    arrivalBook(pool.block.number, reaches(slow, pool.block)),
    poolBook(pool.block.number, reaches(slow, pool.block)),
  ])
  const upTo = (block: bigint) => (event: { block: bigint }) => event.block <= block
  return toCrossings({
    l2: left.filter(upTo(held.block.number)),
    l1: came.filter(upTo(pool.block.number)),
    pool: events.filter(upTo(pool.block.number)),
    timeOf: (block) => timeBetween(anchors, block),
    since: held.block.seconds - transferDays * day,
  })
}
