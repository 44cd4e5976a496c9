import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterYear, edgeIndex, growth, measuredRate, rateOver, yearSeconds } from './rate'
import { sharePrice, toAssets, toShares } from './shares'

const unit = 10n ** 18n
const vault = (totalAssets: bigint, totalShares: bigint) => ({ totalAssets, totalShares })
const states = fc.tuple(fc.bigInt(unit, 10n ** 26n), fc.bigInt(unit, 10n ** 26n)).map(([a, s]) => vault(a, s))

describe('shares', () => {
  it('start at one to one', () => expect(sharePrice(vault(unit, unit))).toBe(unit))

  it('never give back more than was put in', () =>
    fc.assert(
      fc.property(states, fc.bigInt(0n, 10n ** 25n), (state, assets) => {
        const shares = toShares(assets, state)
        const after = vault(state.totalAssets + assets, state.totalShares + shares)
        return toAssets(shares, after) <= assets
      }),
    ))
})

describe('the measured rate', () => {
  const start = { ...vault(1000n * unit, 1000n * unit), seconds: 0 }

  it('is the growth of the share price, per year', () => {
    const rate = measuredRate(start, { ...vault(1010n * unit, 1000n * unit), seconds: yearSeconds / 10 }, 3)
    expect(rate?.fraction).toBeCloseTo(0.1, 12)
    expect(rate).toMatchObject({ payouts: 3, seconds: yearSeconds / 10 })
  })

  it('does not move when somebody deposits at the going price', () =>
    fc.assert(
      fc.property(states, fc.bigInt(unit, 10n ** 25n), (state, assets) => {
        const after = vault(state.totalAssets + assets, state.totalShares + toShares(assets, state))
        expect(Math.abs(growth(state, after))).toBeLessThan(1e-12)
      }),
    ))

  it('is unknown from a single payout', () => expect(measuredRate(start, start, 0)).toBeNull())

  it('compounds to what was grown when it is measured over a year, and to more when over less', () => {
    const grown = vault(1100n * unit, 1000n * unit)
    expect(measuredRate(start, { ...grown, seconds: yearSeconds }, 9)?.compounded).toBeCloseTo(0.1, 12)
    expect(measuredRate(start, { ...grown, seconds: yearSeconds / 2 }, 9)?.compounded).toBeCloseTo(1.1 ** 2 - 1, 12)
  })
})

describe('a rate over some days', () => {
  const day = 86_400
  const payouts = [0, 9, 21, 30, 44].map((days, i) => ({
    ...vault((1000n + BigInt(i) * 3n) * unit, 1000n * unit),
    seconds: days * day,
  }))
  const now = 50 * day

  it('begins at a payout that is at least so old, so that no step is counted without its time', () => {
    expect(edgeIndex(payouts, 7, now)).toBe(3)
    expect(edgeIndex(payouts, 6, now)).toBe(4)
    expect(edgeIndex(payouts, 29, now)).toBe(2)
    expect(rateOver(payouts, 30, now)).toMatchObject({ from: 9 * day, seconds: 35 * day, payouts: 3 })
  })
  it('begins at the first payout when none is old enough', () =>
    expect(rateOver(payouts, Number.POSITIVE_INFINITY, now)).toMatchObject({ from: 0, seconds: 44 * day, payouts: 4 }))
  it('stands still between two payouts and their edges', () =>
    expect(rateOver(payouts, 30, 51 * day)).toEqual(rateOver(payouts, 30, 59 * day)))
  it('is unknown when the only payout in sight is its own edge', () => {
    expect(rateOver(payouts, 3, now)).toBeNull()
    expect(rateOver([], 30, now)).toBeNull()
  })
})

describe('a year ahead', () => {
  it('adds the simple rate', () => expect(afterYear(200n * unit, 0.085)).toBe(217n * unit))
  it('keeps the amount at a rate of zero', () =>
    fc.assert(fc.property(fc.bigInt(0n, 10n ** 30n), (assets) => afterYear(assets, 0) === assets)))
})
