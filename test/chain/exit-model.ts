import type { Address } from 'viem'
import type { ExitObstacle } from '@/lib/exit-obstacle'
import type { Position } from '@/lib/position'
import type { Protocol } from '@/lib/protocol'
import { redeemSteps } from '@/lib/redeem'
import { type RedeemIntent, redeemObstacle, requestQuote, speedUpQuote } from '@/lib/redeem-quote'
import { cancellation, type Queue, type Ticket } from '@/lib/redemption'
import type { Step } from '@/lib/step'
import { unstakeSteps } from '@/lib/unstake'
import { type UnstakeIntent, unstakeObstacle, unstakeQuote } from '@/lib/unstake-quote'
import { vestSteps } from '@/lib/vest'
import { type VestIntent, vestObstacle } from '@/lib/vest-quote'
import { settle, type Vesting } from '@/lib/vesting'
import { lp, vesting } from './exit'

type Owned = Ticket & { owner: Address | null }
type Person = { metis: bigint; eMetis: bigint; shares: bigint; enki: bigint; lp: bigint; vesting: Vesting }

/** What we believe the chain's state to be, from our formulas alone. `now`: time of the latest block. */
export type Model = {
  now: bigint
  protocol: Protocol
  queue: Queue
  people: Map<Address, Person>
  tickets: Map<bigint, Owned>
  lpFactor: bigint
}

export type Intent =
  | (UnstakeIntent & { of: 'vault' })
  | (VestIntent & { of: 'vesting' })
  | (RedeemIntent & { of: 'queue' })

/** What the app would say and send, and what would then change. */
export type Prediction = { obstacle: ExitObstacle | null; steps: readonly Step[]; apply: () => void }

const endless = 2n ** 255n

export const personOf = (model: Model, account: Address): Person => {
  const person = model.people.get(account)
  if (!person) throw new Error(`${account} is not in the model`)
  return person
}

export const ticketsOf = (model: Model, account: Address): Owned[] =>
  [...model.tickets.values()].filter(({ owner }) => owner === account).sort((a, b) => (a.id < b.id ? 1 : -1))

const protocolOf = ({ protocol, queue }: Model): Protocol => ({ ...protocol, queue })

const positionOf = (model: Model, account: Address): Position => {
  const person = personOf(model, account)
  return {
    ...person,
    vesting: { ...person.vesting, address: vesting.address },
    block: model.protocol.block,
    account,
    native: 10n ** 21n,
    assets: 0n,
    metisAllowance: endless,
    eMetisAllowance: endless,
    queueAllowance: endless,
    enkiAllowance: endless,
    isBetaUser: false,
    gasPrice: 1n,
  }
}

/** eMetis that Vesting pays out, and the account as it leaves it. */
function pay(person: Person, now: bigint, duration: bigint): void {
  const settled = settle(person.vesting, now, duration)
  person.eMetis += settled.released - settled.claimed
  person.vesting = { ...settled, claimed: settled.released }
}

function predictUnstake(model: Model, account: Address, intent: UnstakeIntent, now: bigint): Prediction {
  const [protocol, position] = [protocolOf(model), positionOf(model, account)]
  const apply = () => {
    const [person, quote] = [personOf(model, account), unstakeQuote(intent, protocol, position)]
    if (!quote) throw new Error('nothing to unstake')
    person.shares -= quote.shares
    person.eMetis += quote.now
    const settled = settle(person.vesting, now, protocol.vestingSeconds ?? 0n)
    person.vesting = { ...settled, locked: settled.locked + quote.vest }
    model.protocol.totalAssets -= quote.gross
    model.protocol.totalShares -= quote.shares
  }
  const steps = unstakeSteps(intent, protocol, position)
  return { obstacle: unstakeObstacle(intent, protocol, position), steps, apply }
}

function predictVest(model: Model, account: Address, intent: VestIntent, now: bigint): Prediction {
  const [protocol, position] = [protocolOf(model), positionOf(model, account)]
  const duration = protocol.vestingSeconds ?? 0n
  const apply = () => {
    const person = personOf(model, account)
    if (intent.kind === 'stake') {
      const settled = settle(person.vesting, now, duration)
      person.vesting = { ...settled, enki: settled.enki + intent.amount }
      person.enki -= intent.amount
      return
    }
    pay(person, now, duration)
    if (intent.kind === 'claim') return
    person.enki += person.vesting.enki
    person.vesting = { enki: 0n, released: 0n, claimed: 0n, updated: 0n, locked: person.vesting.locked }
  }
  const steps = vestSteps(intent, protocol, position, now)
  return { obstacle: vestObstacle(intent, protocol, position, now), steps, apply }
}

function applyToTicket(model: Model, person: Person, intent: RedeemIntent, now: bigint): void {
  if (intent.kind === 'request' || intent.kind === 'claim') return
  const ticket = model.tickets.get(intent.ticket.id)
  if (!ticket) throw new Error('no such ticket')
  if (intent.kind === 'speedUp') {
    const quote = speedUpQuote(ticket, intent.lp, intent.seconds, model.queue, now)
    if (!quote) throw new Error('no such token')
    person.lp -= quote.lp
    ticket.maturity = quote.maturity
    ticket.lp = { token: intent.lp.token, amount: quote.lp, unlock: quote.unlock, isClaimed: false }
  } else if (intent.kind === 'unlock' && ticket.lp) {
    person.lp += ticket.lp.amount
    ticket.lp = { ...ticket.lp, isClaimed: true }
    if (ticket.isRedeemed) ticket.owner = null
  } else {
    const { back, fee } = cancellation(ticket)
    person.eMetis += back
    person.lp += ticket.lp && !ticket.lp.isClaimed ? ticket.lp.amount : 0n
    model.queue.owed -= ticket.amount
    model.queue.fees += fee
    Object.assign(ticket, { isRedeemed: true, owner: null })
  }
}

function applyToQueue(model: Model, account: Address, intent: RedeemIntent, now: bigint): void {
  const person = personOf(model, account)
  if (intent.kind === 'request') {
    const { fee, amount, maturity, cancelFee } = requestQuote(intent.amount, model.queue, now)
    const id = BigInt(model.tickets.size)
    model.tickets.set(id, { id, amount, maturity, cancelFee, isRedeemed: false, lp: null, owner: account })
    model.queue.owed += amount
    model.queue.fees += fee
    person.eMetis -= intent.amount
  } else if (intent.kind === 'claim')
    for (const { id, amount, lp: lock } of intent.tickets) {
      const ticket = model.tickets.get(id)
      Object.assign(ticket ?? {}, { isRedeemed: true, owner: lock && !lock.isClaimed ? account : null })
      model.queue.owed -= amount
      model.queue.metis -= amount
      person.metis += amount
    }
  else applyToTicket(model, person, intent, now)
}

/** What the app says to an intent whose transaction is mined at `now`. */
export function predict(model: Model, account: Address, intent: Intent, now: bigint): Prediction {
  if (intent.of === 'vault') return predictUnstake(model, account, intent, now)
  if (intent.of === 'vesting') return predictVest(model, account, intent, now)
  const position = positionOf(model, account)
  return {
    obstacle: redeemObstacle(intent, { queue: model.queue, now }, protocolOf(model), position),
    steps: redeemSteps(intent, model.queue, position),
    apply: () => applyToQueue(model, account, intent, now),
  }
}

/** METIS owed to open tickets that can be paid before this one, added up one by one. */
export const aheadOf = (model: Model, ticket: Owned): bigint | null => {
  const from = ticket.maturity > model.now ? ticket.maturity : model.now
  const others = [...model.tickets.values()].filter(
    ({ id, isRedeemed, maturity }) => id !== ticket.id && !isRedeemed && maturity <= from,
  )
  return ticket.isRedeemed ? null : others.reduce((sum, { amount }) => sum + amount, 0n)
}

/** The LP token as an account holds it. */
export const holdingOf = (model: Model, account: Address) => ({
  token: lp.address,
  factor: model.lpFactor,
  balance: personOf(model, account).lp,
  allowance: endless,
})
