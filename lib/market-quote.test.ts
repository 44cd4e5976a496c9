import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOut, lpWorth, type Pair, saleInto, waitingRate } from './market-quote'

const unit = 10n ** 18n
const pair: Pair = { address: '0x01', eMetis: 2_500n * unit, metis: 2_450n * unit }

describe('a sale', () => {
  it('keeps 0.3 % in the pool and moves the price', () => {
    expect(amountOut(unit, { ...pair, eMetis: 100n * unit, metis: 100n * unit })).toBe(
      (unit * 997n * 100n * unit) / (100n * unit * 1000n + unit * 997n),
    )
    const [small, large] = [saleInto(pair, unit), saleInto(pair, 1_000n * unit)]
    expect(small.impact).toBeCloseTo(1 / 2_500, 4)
    expect(large.impact).toBeCloseTo(1_000 / 3_500, 2)
  })

  it('never leaves the pool poorer, whatever its size', () =>
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 26n),
        fc.bigInt(1n, 10n ** 26n),
        fc.bigInt(1n, 10n ** 26n),
        (amount, eMetis, metis) => {
          const out = amountOut(amount, { ...pair, eMetis, metis })
          return out < metis && (eMetis + amount) * (metis - out) >= eMetis * metis
        },
      ),
    ))

  it('gives nothing into an empty pool', () => {
    expect(saleInto({ ...pair, eMetis: 0n, metis: 0n }, unit)).toEqual({ out: 0n, impact: 0 })
  })
})

describe('what waiting earns', () => {
  it('is the discount over the price, a year', () => {
    expect(waitingRate(100n * unit, 98n * unit, 20n * 86_400n)).toBeCloseTo(((2 / 98) * 365) / 20, 9)
    expect(waitingRate(98n * unit, 100n * unit, 20n * 86_400n)).toBeLessThan(0)
  })

  it('cannot be told without a sale or a wait', () => {
    expect(waitingRate(unit, 0n, 86_400n)).toBeNull()
    expect(waitingRate(unit, unit, 0n)).toBeNull()
  })
})

describe('LP tokens', () => {
  const lp = { token: '0x02', factor: 1n, names: ['eMetis', 'METIS'] } as const
  it('stand for both sides of the pool', () => {
    expect(lpWorth({ ...lp, worth: { metis: 100n * unit, supply: 50n * unit } }, unit)).toBe(4n * unit)
    expect(lpWorth({ ...lp, worth: null }, unit)).toBeNull()
    expect(lpWorth({ ...lp, worth: { metis: 0n, supply: 0n } }, unit)).toBeNull()
  })
})
