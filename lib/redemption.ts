import { precision } from './vesting'

/** A redemption ticket as the queue knows it; amounts in base units, times in unix seconds. */
export type Ticket = {
  id: bigint
  /** METIS it pays (RedemptionQueue `amount`, the fee already taken off). */
  amount: bigint
  maturity: bigint
  /** Parts per million taken in eMetis when it is cancelled; fixed when it was requested. */
  cancelFee: bigint
  isRedeemed: boolean
  /** LP tokens locked to bring it forward; null: never sped up. A ticket can be sped up once. */
  lp: { token: `0x${string}`; amount: bigint; unlock: bigint; isClaimed: boolean } | null
}

/** `payable`: mature, and the queue holds its METIS now. `spent`: redeemed, kept only for its locked LP tokens. */
export type TicketState = 'waiting' | 'payable' | 'unfunded' | 'spent'

/** Mature and payable are two things: the second asks whether `queueMetis` covers the ticket. */
export function ticketState(ticket: Ticket, now: bigint, queueMetis: bigint): TicketState {
  if (ticket.isRedeemed) return 'spent'
  if (now < ticket.maturity) return 'waiting'
  return queueMetis >= ticket.amount ? 'payable' : 'unfunded'
}

/** What entering the queue with `eMetis` gives: floor fee, kept by the queue, and the METIS of the ticket. */
export function enter(eMetis: bigint, feeRatio: bigint): { fee: bigint; amount: bigint } {
  const fee = (eMetis * feeRatio) / precision
  return { fee, amount: eMetis - fee }
}

/** eMetis that cancelling gives back, and what it costs. */
export function cancellation({ amount, cancelFee }: Ticket): { back: bigint; fee: bigint } {
  const fee = (amount * cancelFee) / precision
  return { back: amount - fee, fee }
}

/** Never true where the deployed queue would pay twice: after redemption, or once the LP tokens were taken back. */
export const canCancel = (ticket: Ticket): boolean => !ticket.isRedeemed && ticket.lp?.isClaimed !== true

/** LP tokens can be taken back, which also ends a spent ticket. */
export const canUnlock = ({ lp }: Ticket, now: bigint): boolean => lp !== null && !lp.isClaimed && now >= lp.unlock

/** METIS owed to open tickets that mature before this one: payouts are first come first served, so it may wait behind them. */
export const owedBefore = (ticket: Ticket, open: readonly Ticket[]): bigint =>
  open
    .filter(
      ({ id, maturity, isRedeemed }) =>
        !isRedeemed && (maturity < ticket.maturity || (maturity === ticket.maturity && id < ticket.id)),
    )
    .reduce((sum, { amount }) => sum + amount, 0n)

/** Seconds between the simulation and the block that takes the transaction; the limit shrinks by each of them. */
const marginSeconds = 600n
const uint64 = 2n ** 64n

/** Seconds that `lpAmount` takes off: RedemptionQueue `getReduceTime`, factor × LP / amount, cut to 64 bits. */
export const reduction = (lpAmount: bigint, factor: bigint, amount: bigint): bigint =>
  amount === 0n ? 0n : ((factor * lpAmount) / amount) % uint64

/** LP tokens that take off at least `seconds`; null for a token without a factor, which would be locked for nothing. */
export const lpFor = (seconds: bigint, factor: bigint, amount: bigint): bigint | null =>
  factor === 0n ? null : (seconds * amount + factor - 1n) / factor

/** Most seconds that can be taken off: what is left beyond the shortest wait, which counts from now, less a margin. 0: none. */
export function mostReduction({ maturity, isRedeemed, lp }: Ticket, now: bigint, shortest: bigint): bigint {
  const most = maturity - now - shortest - marginSeconds
  return isRedeemed || lp !== null || most < 0n ? 0n : most
}
