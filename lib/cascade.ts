import { grossRate } from './pay'

/** What the expected rate is made of; amounts in base units, `treasuryRatio` in parts per million. */
export type CascadeInput = {
  rewardPerBlock: bigint
  /** Measured on L2 over the last days. */
  secondsPerBlock: number
  /** METIS of all active nodes of the pool, and of ENKI's. */
  poolLocked: bigint
  locked: bigint
  eMetisSupply: bigint
  totalAssets: bigint
  treasuryRatio: bigint
  /** The measured rate; null when there is none. */
  measured: number | null
}

/**
 * From the rate of locked METIS to the rate of a share, per year, simple. `idle`, `outside`, `treasury` and `gap` are the
 * signed differences between one level and the next: gross + idle + outside + treasury = net, net + gap = measured.
 */
export type Cascade = {
  gross: number
  idle: number
  outside: number
  treasury: number
  net: number
  gap: number | null
  measured: number | null
}

const ratio = (part: bigint, whole: bigint) => Number((part * 10n ** 15n) / whole) / 1e15

/**
 * ENKI's nodes earn in proportion to what is locked in them. That income belongs to all eMetis, but only the vault is paid,
 * and a part goes to the treasury. Null while nothing is locked or nobody has staked.
 */
export function toCascade(input: CascadeInput): Cascade | null {
  const { rewardPerBlock, secondsPerBlock, poolLocked, locked, eMetisSupply, totalAssets, treasuryRatio } = input
  if (poolLocked === 0n || eMetisSupply === 0n || totalAssets === 0n) return null
  const gross = grossRate(rewardPerBlock, secondsPerBlock, poolLocked)
  const perEMetis = gross * ratio(locked, eMetisSupply)
  const perStaked = gross * ratio(locked, totalAssets)
  const net = perStaked * (1 - Number(treasuryRatio) / 1e6)
  return {
    gross,
    idle: perEMetis - gross,
    outside: perStaked - perEMetis,
    treasury: net - perStaked,
    net,
    gap: input.measured === null ? null : input.measured - net,
    measured: input.measured,
  }
}
