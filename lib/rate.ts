import type { Vault } from './shares'

/** The vault just after a payout, and when that was (unix seconds). */
export type Edge = Vault & { seconds: number }

/** `fraction`: simple yearly rate; over `seconds` between two payouts, `payouts` of them counted. */
export type MeasuredRate = { fraction: number; seconds: number; payouts: number }

export const yearSeconds = 365 * 86_400

const precision = 10n ** 15n

/** Growth of the share price from one state to a later one, as a fraction with 15 digits. */
export function growth(from: Vault, to: Vault): number {
  const ratio =
    ((to.totalAssets + 1n) * (from.totalShares + 1n) * precision) / ((from.totalAssets + 1n) * (to.totalShares + 1n))
  return Number(ratio - precision) / Number(precision)
}

/**
 * Simple yearly rate between two payouts. Rewards arrive in steps, so both edges lie just after one:
 * any other edge would count part of a step's time and none of its reward.
 * Null when the edges are the same moment: one payout says nothing about a rate.
 */
export function measuredRate(from: Edge, to: Edge, payouts: number): MeasuredRate | null {
  const seconds = to.seconds - from.seconds
  return seconds > 0 && payouts > 0 ? { fraction: (growth(from, to) * yearSeconds) / seconds, seconds, payouts } : null
}

/** What `assets` would be after a year at a simple yearly `fraction`; an estimate, in base units. */
export const afterYear = (assets: bigint, fraction: number): bigint =>
  assets + (assets * BigInt(Math.round(fraction * 1e9))) / 1_000_000_000n
