import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimable, finish, grossFor, missingEnki, pace, settle, splitUnstake, type Vesting } from './vesting'

const unit = 10n ** 18n
const day = 86_400n
const duration = 90n * day
const fresh: Vesting = { enki: 0n, released: 0n, claimed: 0n, updated: 0n, locked: 9n * unit }

describe('the pace of a vest', () => {
  it('takes the whole duration with ten ENKI for each eMetis', () => {
    const full = { ...fresh, enki: 90n * unit }
    expect(finish(full, duration)).toBe(duration)
    expect(claimable(full, 45n * day, duration)).toBe((9n * unit) / 2n)
    expect(claimable(full, 400n * day, duration)).toBe(9n * unit)
  })

  it('takes twice as long with half the ENKI', () =>
    expect(finish({ ...fresh, enki: 45n * unit }, duration)).toBe(2n * duration))

  it('stands still without ENKI', () => {
    expect(finish(fresh, duration)).toBeNull()
    expect(claimable(fresh, 1000n * day, duration)).toBe(0n)
    expect(pace({ ...fresh, enki: 9n })).toBe(0n)
  })

  it('is faster for a later vest, because past releases count', () => {
    const second = { ...fresh, locked: 28n * unit, released: 70n * unit, claimed: 70n * unit, enki: 980n * unit }
    expect(finish(second, duration)).toBe((duration * 28n) / 98n)
    expect(missingEnki(second)).toBe(0n)
  })

  it('pays the same however often it is settled', () =>
    fc.assert(
      fc.property(fc.bigInt(0n, 100n * unit), fc.array(fc.bigInt(1n, day * 20n), { maxLength: 8 }), (enki, waits) => {
        let account = { ...fresh, enki }
        let now = 0n
        for (const wait of waits) {
          now += wait
          account = settle(account, now, duration)
        }
        const once = claimable({ ...fresh, enki }, now, duration)
        const many = claimable(account, now, duration)
        // Each settlement rounds down by less than one wei.
        return many <= once && once - many <= BigInt(waits.length)
      }),
    ))
})

describe('the split of an unstake', () => {
  it('is 70 to 30 at the ratio of 30 per cent', () => {
    const { now, vest } = splitUnstake(77_777_777_777_777_777_778n, 300_000n)
    expect(vest).toBe(23_333_333_333_333_333_333n)
    expect(now).toBe(54_444_444_444_444_444_445n)
  })

  it('lets exactly the wanted amount arrive, with the least gross amount', () =>
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 26n), fc.bigInt(0n, 999_999n), (wanted, ratio) => {
        const gross = grossFor(wanted, ratio)
        return (
          gross !== null && splitUnstake(gross, ratio).now >= wanted && splitUnstake(gross - 1n, ratio).now < wanted
        )
      }),
    ))

  it('can let nothing arrive', () => expect(grossFor(unit, 1_000_000n)).toBeNull())
})
