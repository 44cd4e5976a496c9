import type { PoolPage } from '@/components/sequencers/pool-page'
import { dated } from '@/lib/age'
import { type Alert, toAlerts } from '@/lib/alerts'
import { readArtemis } from '@/lib/artemis'
import { inTime, memo, soon } from '@/lib/cache'
import { readEpochs } from '@/lib/epochs'
import { type Placement, toPlacement } from '@/lib/placement'
import { type PoolFacts, toPoolFacts } from '@/lib/pool-facts'
import { readReserves } from '@/lib/reserves'
import { l2 } from '@/lib/rpc'
import { sumOf, underWay } from '@/lib/transfers'
import { pace, past, readCrossings } from './pool-past'
import { addressBook, datedOrUndefined, orUndefined, protocol, sequencers } from './snapshots'

const minute = 60_000
const keepMs = 60 * minute

/** How long a page waits for what L1 says: what L2 says is not held up by it. */
const patienceMs = 6_000

/** How many epochs the page can count. */
export const epochCounts = [50, 100, 300] as const

const artemis = memo(() => readArtemis(l2), { freshMs: minute, keepMs })
const reserves = memo(async () => readReserves(l2, await addressBook()), { freshMs: minute / 2, keepMs })
const epochs = new Map(
  epochCounts.map((count) => [count, memo(() => readEpochs(l2, count), { freshMs: minute, keepMs })]),
)

const whole = memo(
  async (): Promise<Placement> => {
    const [pool, held] = await Promise.all([sequencers(), reserves()])
    return toPlacement(pool, held, await readCrossings(pool, held))
  },
  { freshMs: minute / 2, keepMs },
)

/** Where ENKI's METIS is; without what is on the bridge while that is still being read, or could not be. */
async function placement(): Promise<Placement> {
  const [pool, held] = await Promise.all([sequencers(), reserves()])
  const found = await inTime(whole())
  const placed = found ?? toPlacement(pool, held, found)
  return { ...placed, reserves: dated(placed.reserves) }
}

/** The pool with what follows from it; undefined while L1 does not answer. Without L2 it lacks the pay. */
export async function readPoolFacts(): Promise<PoolFacts | undefined> {
  const [pool, at] = await Promise.all([datedOrUndefined(sequencers()), orUndefined(pace())])
  return pool && toPoolFacts(pool, at)
}

/** What a holder should know now. The logs that tell what is on the bridge may take minutes: the rest does not wait for them. */
export async function readAlerts(placing = soon(placement(), 1_000)): Promise<readonly Alert[]> {
  const [facts, placed] = await Promise.all([readPoolFacts(), placing])
  const toL2 = placed?.crossings && sumOf(underWay(placed.crossings.toL2))
  return toAlerts({
    pool: facts && {
      nodes: facts.nodes,
      maxLock: facts.pool.maxLock,
      payer: facts.pay,
      perParty: facts.perParty,
    },
    // What is on its way to the queue may cover what it lacks: while that is not known, neither is the lack.
    queue: placed && toL2 !== undefined && toL2 !== null ? { ...placed.reserves, toL2 } : undefined,
  })
}

/** Every part of the page at once; nothing waits for a part that is slow or fails. `count`: epochs to look back. */
export async function readPoolPage(count: (typeof epochCounts)[number]): Promise<PoolPage> {
  const latest = epochs.get(count)
  const placing = soon(placement(), patienceMs)
  const [facts, placed, held, found, other, own, before, alerts] = await Promise.all([
    soon(readPoolFacts(), patienceMs),
    placing,
    datedOrUndefined(reserves()),
    latest && orUndefined(latest()),
    datedOrUndefined(artemis()),
    datedOrUndefined(protocol()),
    inTime(past()),
    soon(readAlerts(placing), patienceMs),
  ])
  return {
    facts,
    placement: placed,
    reserves: held,
    epochs: found,
    artemis: other,
    protocol: own,
    past: before,
    alerts: alerts ?? [],
  }
}

/** What the page of one node shows. */
export async function readNodePage(): Promise<Pick<PoolPage, 'facts' | 'past'>> {
  const [facts, before] = await Promise.all([soon(readPoolFacts(), patienceMs), inTime(past())])
  return { facts, past: before }
}
