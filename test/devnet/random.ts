/** Numbers that look random and depend on nothing but the seed. */
export type Random = {
  /** 0 or more, less than 1. */
  fraction(): number
  /** A whole number, both ends included. */
  between(low: number, high: number): number
  chance(fraction: number): boolean
  pick<T>(items: readonly T[]): T
  /** An amount of METIS (wei), small ones being more common, with four decimals. */
  amount(low: number, high: number): bigint
  /** A part of `whole`, by a fraction in the range given. */
  part(whole: bigint, low: number, high: number): bigint
}

/** A 32-bit xorshift, its seed spread over all bits first. Uses exact operations alone: the same on every machine. */
export function createRandom(seed: number): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ 0x165667b1) >>> 0 || 1
  const fraction = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 2 ** 32
  }
  const between = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1))
  return {
    fraction,
    between,
    chance: (limit) => fraction() < limit,
    pick: <T>(items: readonly T[]) => items[between(0, items.length - 1)] as T,
    amount: (low, high) => {
      const skewed = fraction() ** 2
      return BigInt(Math.round((low + (high - low) * skewed) * 10_000)) * 10n ** 14n
    },
    part: (whole, low, high) => (whole * BigInt(between(Math.round(low * 1000), Math.round(high * 1000)))) / 1000n,
  }
}
