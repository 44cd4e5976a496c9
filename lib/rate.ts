import type { Vault } from './shares'

/** The vault just after a payout, and when that was (unix seconds). */
export type Edge = Vault & { seconds: number }

/**
 * The rate between two payouts, `seconds` apart, the first at `from` (unix seconds); `payouts` of them came after it.
 * `fraction`: simple, per year. `compounded`: per year if the same growth went on and stayed in.
 */
export type MeasuredRate = { fraction: number; compounded: number; from: number; seconds: number; payouts: number }

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
  if (seconds <= 0 || payouts <= 0) return null
  const grown = growth(from, to)
  const compounded = Math.expm1((Math.log1p(grown) * yearSeconds) / seconds)
  return { fraction: (grown * yearSeconds) / seconds, compounded, from: from.seconds, seconds, payouts }
}

/** Index of the payout that a span of `days` before `now` (unix seconds) is measured from: the newest that old, or the first. */
export const edgeIndex = (payouts: readonly Edge[], days: number, now: number): number =>
  Math.max(
    0,
    payouts.findLastIndex(({ seconds }) => seconds <= now - days * 86_400),
  )

/** The rate from a payout at least `days` old, or the first known one, to the newest. Null when fewer than two are known. */
export function rateOver(payouts: readonly Edge[], days: number, now: number): MeasuredRate | null {
  const first = edgeIndex(payouts, days, now)
  const [from, to] = [payouts[first], payouts.at(-1)]
  return from && to ? measuredRate(from, to, payouts.length - 1 - first) : null
}

/** What `assets` would be after a year at a simple yearly `fraction`; an estimate, in base units. */
export const afterYear = (assets: bigint, fraction: number): bigint =>
  assets + (assets * BigInt(Math.round(fraction * 1e9))) / 1_000_000_000n
