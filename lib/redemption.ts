import { precision } from './vesting'

/** The redemption queue and the terms of a ticket requested now; amounts in base units, ratios in parts per million. */
export type Queue = {
  address: `0x${string}`
  /** METIS the queue holds and can pay at once. */
  metis: bigint
  /** METIS owed to all open tickets together (`etherLiabilities`). */
  owed: bigint
  /** eMetis taken as fees and not yet collected by the protocol. */
  fees: bigint
  /** How long a ticket requested now would wait. */
  seconds: bigint
  /** No ticket can be brought closer than this, counted from the moment of speeding it up. */
  shortestSeconds: bigint
  fee: bigint
  cancelFee: bigint
  /** How long LP tokens stay locked, counted from the moment of speeding up. */
  lpSeconds: bigint
}

/** Tickets of one account that are asked about in one request; whoever holds more is asked for all of them each time. */
export const mostKnown = 400

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

/**
 * METIS owed to tickets that can be paid before this one: those that mature no later, and for a mature one all others that
 * are mature at `now`, since payouts are first come, first served. Only `later` tickets, those maturing after it, have to be known.
 */
export function owedAhead(ticket: Ticket, now: bigint, owed: bigint, later: readonly Ticket[]): bigint {
  const from = ticket.maturity > now ? ticket.maturity : now
  const behind = later.filter(({ isRedeemed, maturity }) => !isRedeemed && maturity > from)
  return behind.reduce((sum, { amount }) => sum - amount, owed - ticket.amount)
}

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

/** The tickets that can all be paid now, one after the other: the earliest matured first, as far as `queueMetis` goes. */
export function payable<T extends Ticket>(tickets: readonly T[], now: bigint, queueMetis: bigint): T[] {
  let left = queueMetis
  return tickets
    .filter((ticket) => !ticket.isRedeemed && ticket.maturity <= now)
    .toSorted((a, b) => Number(a.maturity - b.maturity))
    .filter(({ amount }) => {
      if (amount > left) return false
      left -= amount
      return true
    })
}
