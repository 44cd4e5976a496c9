import { type Concentration, concentration } from './concentration'
import { activeStake, type Node, toNodes } from './nodes'
import type { Pace } from './pace'
import { daysLeft, grossRate, payerLimit, payPerDay } from './pay'
import type { Pool } from './sequencers'

/** What follows from the pool's snapshot; amounts in base units. */
export type PoolFacts = {
  pool: Pool
  nodes: readonly Node[]
  /** Stake of the active nodes, and ENKI's part of it. */
  stake: bigint
  enkiStake: bigint
  /** Room under the caps of all active nodes. */
  headroom: bigint
  perNode: Concentration
  perParty: Concentration
  /** Null: the L2's block time is not known, so neither is the pay of a day. */
  pay: {
    rate: number
    perDay: bigint
    days: number | null
    limit: ReturnType<typeof payerLimit>
    secondsPerBlock: number
  } | null
}

/** Who holds power, per node. Names are for people; ids are what can't be mistaken. */
const byNode = (nodes: readonly Node[]) => nodes.map(({ id, amount }) => ({ holder: String(id), amount }))
const byParty = (nodes: readonly Node[]) => nodes.map(({ party, amount }) => ({ holder: party, amount }))

/** Joins the pool to the registry and works out shares, concentration and pay. */
export function toPoolFacts(pool: Pool, pace: Pace | null | undefined): PoolFacts {
  const nodes = toNodes(pool)
  const stake = activeStake(nodes)
  const active = nodes.filter(({ status }) => status === 'active')
  const perDay = pace ? payPerDay(pool.rewardPerBlock, pace.seconds) : 0n
  return {
    pool,
    nodes,
    stake,
    enkiStake: activeStake(nodes.filter(({ isEnki }) => isEnki)),
    headroom: nodes.reduce((sum, { headroom }) => sum + headroom, 0n),
    perNode: concentration(byNode(active)),
    perParty: concentration(byParty(active)),
    pay: pace
      ? {
          rate: grossRate(pool.rewardPerBlock, pace.seconds, stake),
          perDay,
          days: daysLeft(pool.payer, perDay),
          limit: payerLimit(pool.payer),
          secondsPerBlock: pace.seconds,
        }
      : null,
  }
}
