import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterYear, growth, measuredRate, yearSeconds } from './rate'
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
})

describe('a year ahead', () => {
  it('adds the simple rate', () => expect(afterYear(200n * unit, 0.085)).toBe(217n * unit))
  it('keeps the amount at a rate of zero', () =>
    fc.assert(fc.property(fc.bigInt(0n, 10n ** 30n), (assets) => afterYear(assets, 0) === assets)))
})
