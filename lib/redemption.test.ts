import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canCancel,
  cancellation,
  canUnlock,
  enter,
  lpFor,
  mostReduction,
  owedAhead,
  payable,
  reduction,
  type Ticket,
  ticketState,
} from './redemption'

const unit = 10n ** 18n
const ticket: Ticket = { id: 1n, amount: 10n * unit, maturity: 1000n, cancelFee: 5000n, isRedeemed: false, lp: null }
const lp = { token: '0x01', amount: unit, unlock: 2000n, isClaimed: false } as const

describe('a ticket', () => {
  it('is mature and payable at two different moments', () => {
    expect(ticketState(ticket, 999n, 100n * unit)).toBe('waiting')
    expect(ticketState(ticket, 1000n, 10n * unit - 1n)).toBe('unfunded')
    expect(ticketState(ticket, 1000n, 10n * unit)).toBe('payable')
    expect(ticketState({ ...ticket, isRedeemed: true, lp }, 1000n, 10n * unit)).toBe('spent')
  })

  it('is counted as payable only as far as the METIS goes for all of them', () => {
    const older = { ...ticket, id: 2n, maturity: 900n, amount: 6n * unit }
    const small = { ...ticket, id: 3n, maturity: 950n, amount: 3n * unit }
    const waiting = { ...ticket, id: 4n, maturity: 1001n, amount: 1n }
    const spent = { ...ticket, id: 5n, maturity: 1n, amount: 1n, isRedeemed: true }
    const all = [waiting, spent, ticket, small, older]
    const ids = (metis: bigint) => payable(all, 1000n, metis).map(({ id }) => id)
    expect(ids(19n * unit)).toEqual([2n, 3n, 1n])
    expect(ids(18n * unit)).toEqual([2n, 3n])
    expect(ids(5n * unit)).toEqual([3n])
    expect(ids(0n)).toEqual([])
  })

  it('waits behind those that can be paid before it', () => {
    const others = [
      { ...ticket, id: 0n },
      { ...ticket, id: 2n, maturity: 2000n },
      { ...ticket, id: 3n, maturity: 10n },
      { ...ticket, id: 4n, maturity: 1500n },
      { ...ticket, id: 5n, maturity: 3000n, isRedeemed: true },
    ]
    const owed = 50n * unit
    expect(owedAhead(ticket, 0n, owed, others)).toBe(20n * unit)
    expect(owedAhead(ticket, 1500n, owed, others)).toBe(30n * unit)
    expect(owedAhead({ ...ticket, id: 2n, maturity: 2000n }, 0n, owed, others)).toBe(40n * unit)
  })

  it('is never cancelled where the queue would pay twice', () => {
    expect(canCancel(ticket)).toBe(true)
    expect(canCancel({ ...ticket, lp })).toBe(true)
    expect(canCancel({ ...ticket, isRedeemed: true })).toBe(false)
    expect(canCancel({ ...ticket, lp: { ...lp, isClaimed: true } })).toBe(false)
  })

  it('gives its LP tokens back once, from the moment they unlock', () => {
    expect(canUnlock({ ...ticket, lp }, 1999n)).toBe(false)
    expect(canUnlock({ ...ticket, lp }, 2000n)).toBe(true)
    expect(canUnlock({ ...ticket, lp: { ...lp, isClaimed: true } }, 2000n)).toBe(false)
  })

  it('costs what its own ratio says', () => {
    expect(enter(1001n, 1000n)).toEqual({ fee: 1n, amount: 1000n })
    expect(cancellation(ticket)).toEqual({ fee: unit / 20n, back: (unit * 199n) / 20n })
  })
})

describe('speeding up', () => {
  it('keeps the shortest wait and a margin, once per ticket', () => {
    expect(mostReduction({ ...ticket, maturity: 20n * 86_400n }, 0n, 8n * 86_400n)).toBe(12n * 86_400n - 600n)
    expect(mostReduction({ ...ticket, maturity: 8n * 86_400n }, 0n, 8n * 86_400n)).toBe(0n)
    expect(mostReduction({ ...ticket, lp, maturity: 20n * 86_400n }, 0n, 0n)).toBe(0n)
  })

  it('asks for the least LP tokens that take off the time wanted', () =>
    fc.assert(
      fc.property(
        fc.bigInt(1n, 12n * 86_400n),
        fc.bigInt(1n, 10n ** 12n),
        fc.bigInt(unit, 10n ** 24n),
        (seconds, factor, amount) => {
          const need = lpFor(seconds, factor, amount)
          return (
            need !== null &&
            reduction(need, factor, amount) >= seconds &&
            reduction(need - 1n, factor, amount) < seconds
          )
        },
      ),
    ))

  it('refuses a token without a factor', () => expect(lpFor(1n, 0n, unit)).toBeNull())
})
