import { describe, expect, it } from 'vitest'
import { daysLeft, grossRate, payerLimit, payPerDay } from './pay'

const metis = 10n ** 18n

describe('pay', () => {
  it('is 20 % at the setting of mid-2024 if blocks really came every five seconds', () => {
    expect(grossRate(10_629_122_270_000_000n, 5, 335_168n * metis)).toBeCloseTo(0.2, 3)
  })
  it('is what came of it at the block time measured, half a year later', () => {
    expect(grossRate(10_629_122_270_000_000n, 8.22, 339_094n * metis)).toBeCloseTo(0.12, 2)
  })
  it('is nothing where nothing is locked or no time is known', () => {
    expect(grossRate(1n, 5, 0n)).toBe(0)
    expect(grossRate(1n, 0, metis)).toBe(0)
  })
  it('counts the payer in days by the smaller of balance and allowance', () => {
    const perDay = payPerDay(metis / 100n, 12)
    expect(perDay).toBe(72n * metis)
    expect(daysLeft({ balance: 720n * metis, allowance: 7_200n * metis }, perDay)).toBe(10)
    expect(daysLeft({ balance: 720n * metis, allowance: 36n * metis }, perDay)).toBe(0.5)
    expect(daysLeft({ balance: 1n, allowance: 1n }, 0n)).toBeNull()
  })
  it('names which of the two ends first', () => {
    expect(payerLimit({ balance: 2n, allowance: 1n })).toBe('allowance')
    for (const allowance of [2n, 3n]) expect(payerLimit({ balance: 2n, allowance })).toBe('balance')
  })
})
