import { type Destination, destinationOf, type Room } from './allocation'
import { grossRate } from './pay'

/** What a computed stake needs to know, small enough to be sent to the browser; base units. */
export type Situation = {
  room: Room
  minter: bigint
  /** What a node needs at the least, and what it may hold at the most. */
  minLock: bigint
  maxLock: bigint
  /** METIS behind all eMetis. */
  supply: bigint
  /** Stake of the active nodes, and ENKI's part of it. */
  stake: bigint
  enkiStake: bigint
  rewardPerBlock: bigint
  /** Null: not known. */
  secondsPerBlock: number | null
}

/** What a stake of so much METIS would change. Rates are gross and simple, over all METIS behind eMetis; null: not known. */
export type Outcome = {
  destination: Destination
  headroom: bigint
  rate: { before: number; after: number } | null
}

/** Pay is fixed per block and drawn by stake: whoever has a part of the stake earns that part of the pay. */
function rateOf(
  working: bigint,
  supply: bigint,
  { enkiStake, stake, rewardPerBlock, secondsPerBlock }: Situation,
): number {
  if (supply === 0n || secondsPerBlock === null) return 0
  const pool = grossRate(rewardPerBlock, secondsPerBlock, stake + working)
  return (pool * Number(((enkiStake + working) * 10n ** 12n) / supply)) / 1e12
}

const least = (a: bigint, b: bigint) => (a < b ? a : b)

/** Where a stake would go, what room it leaves, and what it does to the rate once it is at work. */
export function whatIf(amount: bigint, situation: Situation): Outcome {
  const { room, minter, supply } = situation
  const destination = destinationOf(amount, room, minter, situation)
  // What waits and has room counts as at work on both sides, or the stake would be credited with it: `before` is not today's rate.
  // So does what idles and is enough for a node of its own; short of that it works only if the stake makes up the rest.
  const alone = room.newNode === 0n ? least(room.idle, situation.maxLock) : 0n
  const before = room.waiting - room.idle + alone
  const opened = destination.newNode > 0n && alone === 0n ? destination.newNode + room.idle : destination.newNode
  return {
    destination,
    headroom: room.free - destination.nodes,
    rate:
      situation.secondsPerBlock === null
        ? null
        : {
            before: rateOf(before, supply, situation),
            after: rateOf(before + destination.nodes + opened, supply + amount, situation),
          },
  }
}
