/** One account in Vesting, as `userInfos` gives it; amounts in base units, `updated` in unix seconds. */
export type Vesting = {
  /** ENKI staked. */
  enki: bigint
  /** eMetis released so far, since the last unstake of ENKI. */
  released: bigint
  claimed: bigint
  /** When the contract last settled this account. */
  updated: bigint
  /** eMetis still locked. */
  locked: bigint
}

/** ENKI that lets one eMetis vest at full pace (Vesting, a constant of its code). */
export const enkiPerEMetis = 10n

/** Ratios of this protocol are parts of a million (FEE_PRECISION). */
export const precision = 1_000_000n

const least = (a: bigint, b: bigint) => (a < b ? a : b)

/** eMetis released per `duration`: min(locked + released, ENKI / 10). Past releases count until ENKI is unstaked. */
export const pace = ({ locked, released, enki }: Vesting): bigint => least(locked + released, enki / enkiPerEMetis)

/** eMetis that the time since the last settlement releases: min(pace × seconds / duration, locked), floor. */
export const releasedSince = (account: Vesting, now: bigint, duration: bigint): bigint =>
  least((pace(account) * (now > account.updated ? now - account.updated : 0n)) / duration, account.locked)

/** eMetis that a claim would pay at `now`: Vesting `claimable`. */
export const claimable = (account: Vesting, now: bigint, duration: bigint): bigint =>
  account.released - account.claimed + releasedSince(account, now, duration)

/** The account as the contract would leave it after settling at `now`. */
export function settle(account: Vesting, now: bigint, duration: bigint): Vesting {
  const fresh = releasedSince(account, now, duration)
  return { ...account, released: account.released + fresh, locked: account.locked - fresh, updated: now }
}

/** Unix seconds when the last eMetis is released: Vesting `estimateFinishTime`; null where that reverts. */
export function finish(account: Vesting, duration: bigint): bigint | null {
  const rate = pace(account)
  return account.locked === 0n || rate === 0n ? null : account.updated + (duration * account.locked) / rate
}

/** ENKI to stake on top for the full pace, with `extra` eMetis about to be locked: 10 × (locked + released) − staked. */
export function missingEnki(account: Vesting, extra = 0n): bigint {
  const missing = enkiPerEMetis * (account.locked + account.released + extra) - account.enki
  return missing > 0n ? missing : 0n
}

/** What an unstake pays at once and what goes to vest; vest = floor(assets × ratio / 1e6), as SeMetis splits it. */
export function splitUnstake(assets: bigint, ratio: bigint): { now: bigint; vest: bigint } {
  const vest = (assets * ratio) / precision
  return { now: assets - vest, vest }
}

/**
 * Least gross eMetis whose unstake pays `now` at once; null when the ratio lets nothing through.
 * The vest part rounds down, so what arrives rounds up: the least gross is floor((now − 1) × 1e6 / (1e6 − ratio)) + 1.
 */
export function grossFor(now: bigint, ratio: bigint): bigint | null {
  if (now === 0n) return 0n
  return ratio >= precision ? null : ((now - 1n) * precision) / (precision - ratio) + 1n
}
