/** METIS that left one chain: when, and when it came out on the other (unix seconds); null: it is still on its way. */
export type Transfer = { amount: bigint; sent: number; arrived: number | null }

/** Something seen on one side of the bridge. */
export type Seen = { amount: bigint; seconds: number }

/**
 * Pairs what was sent with what arrived. A message carries no number that both chains log, so the oldest departure of the same
 * amount is taken, and nothing arrives before `least` seconds have passed. Oldest first.
 */
export function paired(sent: readonly Seen[], arrived: readonly Seen[], least = 0): Transfer[] {
  const open: Transfer[] = sent.map(({ amount, seconds }) => ({ amount, sent: seconds, arrived: null }))
  for (const { amount, seconds } of arrived) {
    const match = open.find((one) => one.arrived === null && one.amount === amount && one.sent + least <= seconds)
    if (match) match.arrived = seconds
  }
  return open
}

/** Those that have not arrived. */
export const underWay = (transfers: readonly Transfer[]): Transfer[] =>
  transfers.filter(({ arrived }) => arrived === null)

/** Base units in all. */
export const sumOf = (transfers: readonly { amount: bigint }[]): bigint =>
  transfers.reduce((sum, { amount }) => sum + amount, 0n)

/** How long the crossings took that have ended, in seconds; null: none has. */
export function crossingTimes(transfers: readonly Transfer[]): { least: number; most: number; count: number } | null {
  const times = transfers.flatMap(({ sent, arrived }) => (arrived === null ? [] : [arrived - sent]))
  return times.length === 0 ? null : { least: Math.min(...times), most: Math.max(...times), count: times.length }
}
