/** The pool of eMetis and METIS of the UniswapV2 kind; reserves in base units. */
export type Pair = { address: `0x${string}`; eMetis: bigint; metis: bigint }

/** What selling at once gives. `out`: METIS in base units; `impact`: fraction lost to the size of this sale, the pool's fee aside. */
export type Sale = { out: bigint; impact: number }

/** A token the queue takes for bringing a ticket forward. */
export type LpToken = {
  token: `0x${string}`
  /** Seconds × METIS per LP token (RedemptionQueue `lpFactors`); never 0 here. */
  factor: bigint
  /** Names of the two tokens behind it; null for one that is not known. */
  names: readonly [string | null, string | null]
  /** METIS in its pool, and all LP tokens there are; null when METIS is not behind it. */
  worth: { metis: bigint; supply: bigint } | null
}

const scale = 10n ** 12n

/** a / b as a fraction; 12 digits are kept. */
const fraction = (a: bigint, b: bigint): number => (b === 0n ? 0 : Number((a * scale) / b) / Number(scale))

/** METIS for `amount` of eMetis, after the 0.3 % that stay in the pool: as a UniswapV2 router computes it. */
export function amountOut(amount: bigint, { eMetis, metis }: Pair): bigint {
  const afterFee = amount * 997n
  return eMetis === 0n || metis === 0n ? 0n : (afterFee * metis) / (eMetis * 1000n + afterFee)
}

/** Selling `amount` of eMetis into the pair. */
export function saleInto(pair: Pair, amount: bigint): Sale {
  const out = amountOut(amount, pair)
  // What the same amount would give if it moved nothing.
  const still = pair.eMetis === 0n ? 0n : (amount * 997n * pair.metis) / (pair.eMetis * 1000n)
  return { out, impact: toImpact(out, still) }
}

/** Fraction by which `out` falls short of what the price before the sale promised. */
export const toImpact = (out: bigint, still: bigint): number => (out < still ? fraction(still - out, still) : 0)

const yearSeconds = 365n * 86_400n

/**
 * What waiting earns a year, simple, as a fraction: what the wait gives more than the sale, on the sale, × year ÷ wait.
 * Negative where the sale gives more; null where there is nothing to compare.
 */
export function waitingRate(waited: bigint, sold: bigint, seconds: bigint): number | null {
  return sold === 0n || seconds <= 0n ? null : fraction((waited - sold) * yearSeconds, sold * seconds)
}

/** METIS that `lp` tokens stand for at the pool's reserves, both sides together; null when METIS is not behind them. */
export const lpWorth = ({ worth }: LpToken, lp: bigint): bigint | null =>
  worth && worth.supply > 0n ? (2n * lp * worth.metis) / worth.supply : null
