import { type ExitAct, exitFee } from './exit-gas'
import type { ExitObstacle } from './exit-obstacle'
import { writeFault } from './fault'
import type { Position } from './position'
import type { Protocol } from './protocol'
import type { Recipient } from './recipient'
import {
  canCancel,
  canUnlock,
  enter,
  lpFor,
  mostReduction,
  type Queue,
  reduction,
  type Ticket,
  ticketState,
} from './redemption'

/** A token the queue takes for bringing a ticket forward, and what the account has of it. `factor` 0: not taken. */
export type LpHolding = {
  token: `0x${string}`
  /** Seconds × METIS per LP token (RedemptionQueue `lpFactors`). */
  factor: bigint
  balance: bigint
  /** LP tokens the queue may take. */
  allowance: bigint
}

/** What is wanted of the queue. `amount` in base units of eMetis, `seconds` to take off the wait. */
export type RedeemIntent =
  | { kind: 'request'; amount: bigint; recipient?: Recipient | undefined }
  | { kind: 'claim'; tickets: readonly Ticket[] }
  | { kind: 'cancel'; ticket: Ticket }
  | { kind: 'speedUp'; ticket: Ticket; lp: LpHolding; seconds: bigint }
  | { kind: 'unlock'; ticket: Ticket }

/** What a request at `now` gives: METIS of the ticket, the fee kept in eMetis, and when it matures (unix seconds). */
export const requestQuote = (amount: bigint, queue: Queue, now: bigint) => ({
  ...enter(amount, queue.fee),
  maturity: now + queue.seconds,
  cancelFee: queue.cancelFee,
})

/** What speeding up at `now` takes and gives; null for a token that is not taken. The real reduction can exceed the wish. */
export function speedUpQuote(ticket: Ticket, lp: LpHolding, seconds: bigint, queue: Queue, now: bigint) {
  const amount = lpFor(seconds, lp.factor, ticket.amount)
  if (amount === null) return null
  const reduced = reduction(amount, lp.factor, ticket.amount)
  return { lp: amount, seconds: reduced, maturity: ticket.maturity - reduced, unlock: now + queue.lpSeconds }
}

/** `now`: chain time, unix seconds. `queue`: as the same snapshot found it. */
export type QueueNow = { queue: Queue | null; now: bigint }

/** The amount has to fit into 120 bits; a fee of everything would leave a ticket of nothing. */
function requestObstacle(amount: bigint, queue: Queue, position: Position): ExitObstacle | null {
  if (amount > position.eMetis) return 'insufficient'
  if (amount >= 2n ** 120n) return 'tooLarge'
  return amount > 0n && enter(amount, queue.fee).amount === 0n ? 'feeTakesAll' : null
}

/** Consecutive claims are paid from one purse: the METIS of the queue has to cover all of them. */
function claimObstacle(tickets: readonly Ticket[], queue: Queue, now: bigint): ExitObstacle | null {
  let left = queue.metis
  for (const ticket of tickets) {
    const state = ticketState(ticket, now, left)
    if (state === 'spent') return 'redeemed'
    if (state === 'waiting') return 'notMature'
    if (state === 'unfunded') return 'unfunded'
    left -= ticket.amount
  }
  return tickets.length === 0 ? 'nothingToClaim' : null
}

type SpeedUp = Extract<RedeemIntent, { kind: 'speedUp' }>

/** A token with factor 0 would be locked for nothing; the contract does not refuse it. */
function speedUpObstacle({ ticket, lp, seconds }: SpeedUp, queue: Queue, now: bigint): ExitObstacle | null {
  if (ticket.isRedeemed) return 'redeemed'
  if (ticket.lp) return 'alreadyReduced'
  const quote = speedUpQuote(ticket, lp, seconds, queue, now)
  if (!quote) return 'notTaken'
  const most = mostReduction(ticket, now, queue.shortestSeconds)
  if (most === 0n) return 'tooClose'
  // The least LP tokens for the wish can take off more than was wished, by less than what one base unit is worth.
  if (seconds > most || quote.seconds > most) return 'tooFar'
  return quote.lp > lp.balance ? 'insufficientLp' : null
}

function unlockObstacle(ticket: Ticket, now: bigint): ExitObstacle | null {
  if (!ticket.lp || ticket.lp.isClaimed) return 'noLp'
  return canUnlock(ticket, now) ? null : 'lpLocked'
}

function ownObstacle(intent: RedeemIntent, queue: Queue, now: bigint, position: Position): ExitObstacle | null {
  if (intent.kind === 'request') return requestObstacle(intent.amount, queue, position)
  if (intent.kind === 'claim') return claimObstacle(intent.tickets, queue, now)
  if (intent.kind === 'speedUp') return speedUpObstacle(intent, queue, now)
  if (intent.kind === 'unlock') return unlockObstacle(intent.ticket, now)
  return canCancel(intent.ticket) ? null : 'notOpen'
}

/** The first reason why this would fail or harm, or null. Neither a pause nor the closed beta stops the queue. */
export function redeemObstacle(
  intent: RedeemIntent,
  { queue, now }: QueueNow,
  protocol: Protocol,
  position?: Position,
): ExitObstacle | null {
  const fault = writeFault(protocol)
  if (fault) return fault.kind
  if (!queue) return 'noQueue'
  if (!position) return null
  const own = ownObstacle(intent, queue, now, position)
  if (own) return own
  const act: ExitAct = intent.kind
  const count = intent.kind === 'claim' ? intent.tickets.length : 1
  return position.native < exitFee(act, position.gasPrice, count) ? 'noGas' : null
}
