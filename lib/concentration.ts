/** Stake of one holder of power, whoever that is; base units. */
export type Holding = { holder: string; amount: bigint }

/** How concentrated a pool is. */
export type Concentration = {
  /** The largest holder and its fraction of the whole; null: there is no stake. */
  largest: { holder: string; fraction: number } | null
  /** Herfindahl-Hirschman index, the sum of squared shares: 1 is one holder, 1/n is n equal ones. */
  hhi: number
  /** Fewest holders that together have more than a third, and so can halt the pool. */
  toHalt: number
  /** Fewest holders that together have more than two thirds, and so can decide. */
  toDecide: number
}

/** One entry per holder, the largest first. */
export function grouped(holdings: readonly Holding[]): Holding[] {
  const sums = new Map<string, bigint>()
  for (const { holder, amount } of holdings) sums.set(holder, (sums.get(holder) ?? 0n) + amount)
  return [...sums]
    .map(([holder, amount]) => ({ holder, amount }))
    .filter(({ amount }) => amount > 0n)
    .sort((a, b) => (a.amount === b.amount ? 0 : a.amount < b.amount ? 1 : -1))
}

/** How many of the largest it takes to hold more than `parts` thirds; 0 of nothing. */
function fewest(sorted: readonly Holding[], total: bigint, parts: bigint): number {
  let sum = 0n
  const index = sorted.findIndex(({ amount }) => {
    sum += amount
    return sum * 3n > total * parts
  })
  return index + 1
}

/** Measures a pool by holder. Shares are exact; only the results are rounded to a float. */
export function concentration(holdings: readonly Holding[]): Concentration {
  const sorted = grouped(holdings)
  const total = sorted.reduce((sum, { amount }) => sum + amount, 0n)
  const [first] = sorted
  if (!first) return { largest: null, hhi: 0, toHalt: 0, toDecide: 0 }
  const squares = sorted.reduce((sum, { amount }) => sum + amount * amount, 0n)
  const parts = 10n ** 12n
  return {
    largest: { holder: first.holder, fraction: Number((first.amount * parts) / total) / 1e12 },
    hhi: Number((squares * parts) / (total * total)) / 1e12,
    toHalt: fewest(sorted, total, 1n),
    toDecide: fewest(sorted, total, 2n),
  }
}

/** The shared key is made for all active nodes but two, once there are three. */
export const signersOf = (count: number) => (count < 3 ? count : count - 2)
