import { eMetis, queueAt, tokenAt } from './contracts'
import type { Position } from './position'
import type { LpHolding, RedeemIntent } from './redeem-quote'
import { cancellation, lpFor, type Queue, type Ticket } from './redemption'
import { type Change, givenTo, type Step, step } from './step'

type Request = Extract<RedeemIntent, { kind: 'request' }>

/** An approval of exactly the amount when the allowance is short, then the entry. The ticket is the recipient's. */
function requestSteps({ amount, recipient }: Request, queue: Queue, position: Position): Step[] {
  const approval = step('approveQueue', amount, { ...eMetis, functionName: 'approve', args: [queue.address, amount] })
  const args = [recipient?.address ?? position.account, amount] as const
  const call = { ...queueAt(queue.address), functionName: 'enterRedemptionQueue', args } as const
  const entry = givenTo(recipient, step('request', amount, call, [{ token: 'eMetis', amount: -amount }]))
  return position.queueAllowance < amount ? [approval, entry] : [entry]
}

function claimStep({ id, amount }: Ticket, queue: Queue, { account }: Position): Step {
  const call = { ...queueAt(queue.address), functionName: 'redeemRedemptionTicketNft', args: [id, account] } as const
  return step('claim', amount, call, [{ token: 'METIS', amount }])
}

/** LP tokens that are still locked come back with the eMetis. */
function cancelStep(ticket: Ticket, queue: Queue, { account }: Position): Step {
  const { id, amount, lp } = ticket
  const call = { ...queueAt(queue.address), functionName: 'cancelRedemptionTicketNft', args: [account, id] } as const
  const back: Change[] = [{ token: 'eMetis', amount: cancellation(ticket).back }]
  return step(
    'cancel',
    amount,
    call,
    lp && !lp.isClaimed ? [...back, { token: 'LP', lp: lp.token, amount: lp.amount }] : back,
  )
}

function speedUpSteps(ticket: Ticket, lp: LpHolding, seconds: bigint, queue: Queue): Step[] {
  const amount = lpFor(seconds, lp.factor, ticket.amount)
  if (amount === null) return []
  const approval = step('approveLp', amount, {
    ...tokenAt(lp.token),
    functionName: 'approve',
    args: [queue.address, amount],
  })
  const args = [ticket.id, lp.token, amount] as const
  const changes = [{ token: 'LP', lp: lp.token, amount: -amount }] as const
  const lock = step(
    'speedUp',
    amount,
    { ...queueAt(queue.address), functionName: 'reduceRedemptionMaturity', args },
    changes,
  )
  return lp.allowance < amount ? [approval, lock] : [lock]
}

function unlockStep({ id, lp }: Ticket, queue: Queue): Step {
  const call = { ...queueAt(queue.address), functionName: 'unlockLpToken', args: [id] } as const
  const back: Change[] = lp ? [{ token: 'LP', lp: lp.token, amount: lp.amount }] : []
  return step('unlockLp', lp?.amount ?? 0n, call, back)
}

/** The calls that carry out what is wanted of the queue. Several claims are consecutive steps: each pays by itself. */
export function redeemSteps(intent: RedeemIntent, queue: Queue, position: Position): Step[] {
  if (intent.kind === 'request') return requestSteps(intent, queue, position)
  if (intent.kind === 'claim') return intent.tickets.map((ticket) => claimStep(ticket, queue, position))
  if (intent.kind === 'cancel') return [cancelStep(intent.ticket, queue, position)]
  if (intent.kind === 'unlock') return [unlockStep(intent.ticket, queue)]
  return speedUpSteps(intent.ticket, intent.lp, intent.seconds, queue)
}
