import type { Address, Hash } from 'viem'
import type { ContractKey } from './inventory'
import type { Place } from './logbook'

/** A rule, address or right that somebody can change. Ratios and fees are in parts per million, amounts in base units. */
export type ParameterId = RuleId | RightId
/** Rules that are in force with a value, and can be read. */
export type RuleId =
  | 'treasuryRatio'
  | 'vestingRatio'
  | 'vestingSeconds'
  | 'enkiPerEMetis'
  | 'redemptionFee'
  | 'cancelRedemptionFee'
  | 'queueSeconds'
  | 'minQueueSeconds'
  | 'lpSeconds'
  | 'paused'
  | 'public'
  | 'treasury'
  | 'minLock'
  | 'maxLock'
  | 'rewardPerBlock'
  | 'exitSeconds'
  | 'epochLength'
  | 'poolPaused'
  | 'rewardPayer'
  | 'mpc'
/** What only the history knows: who may do what, and which code runs. */
export type RightId =
  | 'implementation'
  | 'admin'
  | 'owner'
  | 'timelock'
  | 'minter'
  | 'roleTimelock'
  | 'roleOperator'
  | 'roleBackend'
  | 'roleOther'
  | 'earlyExitFee'

export type Value = bigint | boolean | Address

/** One change. A right that was given has no `before`, one that was taken away no `after`; null also: not told by the log. */
export type ParameterEvent = Place & {
  chain: 'l2' | 'l1'
  contract: ContractKey
  parameter: ParameterId
  before: Value | null
  after: Value | null
  /** Unix seconds of the block. */
  seconds: number
  transaction: Hash
}

/** Rights that several can hold at once: the last one given replaces nobody. */
const shared: readonly ParameterId[] = ['minter', 'roleTimelock', 'roleOperator', 'roleBackend', 'roleOther']

/** Fills in what a log does not tell: the value before, from the change before. Events in chain order. */
export function withBefore(events: readonly ParameterEvent[]): ParameterEvent[] {
  const last = new Map<string, Value | null>()
  return events.map((event) => {
    if (shared.includes(event.parameter)) return event
    const name = `${event.contract} ${event.parameter}`
    const before = event.before ?? last.get(name) ?? null
    last.set(name, event.after)
    return { ...event, before }
  })
}

/** The changes after a block: "since you staked". Setting the value that was in force already is none. */
export const since = (events: readonly ParameterEvent[], block: bigint): ParameterEvent[] =>
  events.filter((event) => event.block > block && event.before !== event.after)

/** Who holds a right that several can hold, after all these events; in the order it was given. */
export function holdersOf(events: readonly ParameterEvent[], parameter: RightId): Address[] {
  const holders = new Set<Address>()
  for (const event of events) {
    if (event.parameter !== parameter) continue
    if (event.after !== null) holders.add(event.after as Address)
    else holders.delete(event.before as Address)
  }
  return [...holders]
}
