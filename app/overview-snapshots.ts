import { memo, soon } from '@/lib/cache'
import { type MetisSupply, readMetisSupply } from '@/lib/metis-supply'
import { type Price, readPrice } from '@/lib/price'
import { l1, l2 } from '@/lib/rpc'
import type { Pool } from '@/lib/sequencers'
import { readUndispatched, type Undispatched } from '@/lib/undispatched'
import { type PoolPast, past } from './pool-past'
import { addressBook, orUndefined, sequencers } from './snapshots'

const minute = 60_000
const keepMs = 60 * minute

const price = memo(() => readPrice(l2), { freshMs: minute, keepMs })
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
  const [pool, dollars, supply, waiting, before] = await Promise.all([
    soon(sequencers()),
    orUndefined(price()),
    soon(metisSupply()),
    orUndefined(undispatched()),
    soon(past(), 1_000),
  ])
  return { pool, price: dollars, supply, undispatched: waiting, past: before }
}
