import { dated } from '@/lib/age'
import { memo, soon } from '@/lib/cache'
import { type MetisSupply, readMetisSupply } from '@/lib/metis-supply'
import { type Price, readPrice, youngPrice } from '@/lib/price'
import { l1, l2 } from '@/lib/rpc'
import type { Pool } from '@/lib/sequencers'
import { readUndispatched, type Undispatched } from '@/lib/undispatched'
import { type PoolPast, past } from './pool-past'
import { addressBook, orUndefined, protocol, sequencers } from './snapshots'

const minute = 60_000
const keepMs = 60 * minute

const metisPrice = memo(() => readPrice(l2), { freshMs: minute / 2, keepMs })
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
  price: Price | null | undefined
  supply: MetisSupply | undefined
  undispatched: Undispatched | null | undefined
  /** What the pool has logged; undefined while it is being read. */
  past: PoolPast | undefined
}

export async function readSurroundings(): Promise<Surroundings> {
  const [now, pool, dollars, supply, waiting, before] = await Promise.all([
    orUndefined(protocol()),
    soon(sequencers()),
    orUndefined(metisPrice()),
    soon(metisSupply()),
    orUndefined(undispatched()),
    soon(past(), 1_000),
  ])
  // It may have been young when it was read and be old by now.
  const price = dollars && now && youngPrice(dollars, now.block.seconds)
  return {
    pool: pool && dated(pool, Date.now()),
    price,
    supply,
    undispatched: waiting && dated(waiting, Date.now()),
    past: before,
  }
}
