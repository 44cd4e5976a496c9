import { yearSeconds } from './rate'

/** Gross simple yearly rate of locked METIS: the pay of a year's blocks by what is locked in active nodes. `secondsPerBlock` is measured. */
export function grossRate(rewardPerBlock: bigint, secondsPerBlock: number, locked: bigint): number {
  if (locked === 0n || !(secondsPerBlock > 0)) return 0
  const perBlock = Number((rewardPerBlock * 10n ** 18n) / locked) / 1e18
  return (perBlock * yearSeconds) / secondsPerBlock
}

/** METIS the payer spends in a day at the present rate, base units. */
export const payPerDay = (rewardPerBlock: bigint, secondsPerBlock: number): bigint =>
  secondsPerBlock > 0 ? (rewardPerBlock * 86_400_000n) / BigInt(Math.round(secondsPerBlock * 1000)) : 0n

type Payer = { balance: bigint; allowance: bigint }

/** Which of the two ends first: what the payer has, or what it lets the pool take. */
export const payerLimit = ({ balance, allowance }: Payer) => (allowance < balance ? 'allowance' : 'balance')

/** Days until what the payer has, or has allowed, is spent; null where nothing is being spent. */
export const daysLeft = (payer: Payer, perDay: bigint): number | null =>
  perDay === 0n ? null : Number((payer[payerLimit(payer)] * 100n) / perDay) / 100
