import { dated } from '@/lib/age'
import { memo, soon } from '@/lib/cache'
import { type MetisSupply, readMetisSupply } from '@/lib/metis-supply'
import type { Pace } from '@/lib/pace'
import { type Price, readPrice, youngPrice } from '@/lib/price'
import { l1, l2 } from '@/lib/rpc'
import type { Pool } from '@/lib/sequencers'
import { readUndispatched, type Undispatched } from '@/lib/undispatched'
import { type PoolPast, pace, past } from './pool-past'
import { addressBook, orUndefined, protocol, sequencers } from './snapshots'

const minute = 60_000
const keepMs = 60 * minute

const metisPrice = memo(() => readPrice(l2), { freshMs: minute / 4, keepMs })
const metisSupply = memo(() => readMetisSupply(l1), { freshMs: 10 * minute, keepMs: 24 * 60 * minute })
const undispatched = memo(
  async () => {
    const { rewardDispatcher } = await addressBook()
    return rewardDispatcher && readUndispatched(l2, rewardDispatcher)
  },
  { freshMs: minute / 2, keepMs },
)

/** What Overview shows beside its snapshot. Undefined: a chain did not answer. Null: there is no such thing here. */
export type Surroundings = {
  pool: Pool | undefined
  /** How fast L2 makes blocks now. */
  pace: Pace | null | undefined
  price: Price | null | undefined
  supply: MetisSupply | undefined
  undispatched: Undispatched | null | undefined
  /** What the pool has logged; undefined while it is being read. */
  past: PoolPast | undefined
}

export async function readSurroundings(): Promise<Surroundings> {
  const [now, pool, at, dollars, supply, waiting, before] = await Promise.all([
    orUndefined(protocol()),
    soon(sequencers()),
    orUndefined(pace()),
    orUndefined(metisPrice()),
    soon(metisSupply()),
    orUndefined(undispatched()),
    soon(past(), 1_000),
  ])
  // It may have been young when it was read and be old by now.
  const price = dollars && now && youngPrice(dollars, now.block)
  return {
    pool: pool && dated(pool),
    pace: at,
    price,
    supply,
    undispatched: waiting && dated(waiting),
    past: before,
  }
}
