import type { Address } from 'viem'
import { isAddressEqual } from 'viem'
import type { BridgeEvent } from './bridge-events'
import { pinned, pinnedL1 } from './pinned'
import type { PoolEvent } from './pool-events'
import { paired, type Seen, type Transfer } from './transfers'

/** Seconds that a withdrawal from L2 can be challenged (FRAUD_PROOF_WINDOW of Metis' bridge); it is paid out no earlier. */
export const challengeSeconds = 604_800

/** Days that transfers are looked back for: one that took longer is nobody's transfer any more. */
export const transferDays = 45

/** Everything of ENKI's that has crossed between the chains, or is about to; oldest first. */
export type Crossings = {
  /** Minter to Dealer. */
  toL1: readonly Transfer[]
  /** Dealer, or the pool for claimed rewards, to minter. */
  toL2: readonly Transfer[]
  /** Rewards that the Dealer has reported and the minter makes eMetis for. */
  reports: readonly Transfer[]
}

type Sides = {
  /** L2's own events and L1's arrivals. */
  l2: readonly BridgeEvent[]
  l1: readonly BridgeEvent[]
  pool: readonly PoolEvent[]
  /** Unix seconds of an L1 block. */
  timeOf: (block: bigint) => number
  /** Departures before this moment are left out: they have arrived, or nobody will ever send them on. */
  since: number
}

const ofKind = (events: readonly BridgeEvent[], kind: BridgeEvent['kind'], from?: Address): BridgeEvent[] =>
  events.filter((event) => event.kind === kind && (!from || ('from' in event && isAddressEqual(event.from, from))))

/** Pairs both sides of every kind of crossing. */
export function toCrossings({ l2, l1, pool, timeOf, since }: Sides): Crossings {
  const seen = (matches: (event: PoolEvent) => boolean): Seen[] =>
    pool.flatMap((event) =>
      'amount' in event && event.amount > 0n && matches(event)
        ? [{ amount: event.amount, seconds: timeOf(event.block) }]
        : [],
    )
  const recent = (sent: readonly Seen[]) => sent.filter(({ seconds }) => seconds >= since)
  const returned = seen(({ kind }) => kind === 'returned')
  const claimed = seen((event) => event.kind === 'claimed' && isAddressEqual(event.recipient, pinned.minter))
  const reported = seen(({ kind }) => kind === 'reported')
  return {
    toL1: paired(recent(ofKind(l2, 'sent')), ofKind(l1, 'arrived'), challengeSeconds),
    toL2: [
      ...paired(recent(returned), ofKind(l2, 'received', pinnedL1.dealer), -clockSlack),
      ...paired(recent(claimed), ofKind(l2, 'received', pinnedL1.lockingInfo), -clockSlack),
    ].sort((a, b) => a.sent - b.sent),
    reports: paired(recent(reported), ofKind(l2, 'minted'), -clockSlack),
  }
}

/** L1's times are read between known blocks and the two clocks differ: what arrives may seem this much (seconds) too early. */
const clockSlack = 6 * 3_600
