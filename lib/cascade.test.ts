import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CascadeInput, toCascade } from './cascade'

const metis = 10n ** 18n
const even: CascadeInput = {
  rewardPerBlock: metis / 100n,
  secondsPerBlock: 10,
  poolLocked: 315_360n * metis,
  locked: 100_000n * metis,
  eMetisSupply: 100_000n * metis,
  totalAssets: 100_000n * metis,
  treasuryRatio: 0n,
  measured: null,
}

describe('the cascade', () => {
  it('is the gross rate all the way when everything is locked, in the vault, and nobody takes a part', () => {
    const cascade = toCascade(even)
    expect(cascade?.gross).toBeCloseTo(0.1, 9)
    expect(cascade?.net).toBeCloseTo(0.1, 9)
    expect([cascade?.idle, cascade?.outside, cascade?.treasury]).toEqual([0, 0, 0])
  })
  it('follows the worked example of an eighth idle and a tenth for the treasury', () => {
    const cascade = toCascade({ ...even, locked: 88_000n * metis, treasuryRatio: 100_000n })
    expect(cascade?.idle).toBeCloseTo(-0.012, 9)
    expect(cascade?.net).toBeCloseTo(0.1 * 0.88 * 0.9, 9)
  })
  it('lets eMetis outside the vault raise the rate of those inside', () => {
    const cascade = toCascade({ ...even, totalAssets: 80_000n * metis })
    expect(cascade?.outside).toBeCloseTo(0.025, 9)
  })
  it('names the gap to the measured rate with its sign', () => {
    expect(toCascade({ ...even, measured: 0.09 })?.gap).toBeCloseTo(-0.01, 9)
    expect(toCascade(even)?.gap).toBeNull()
  })
  it('does not exist where nothing is locked or staked', () => {
    for (const nothing of ['poolLocked', 'eMetisSupply', 'totalAssets'] as const)
      expect(toCascade({ ...even, [nothing]: 0n })).toBeNull()
  })
  it('adds up from step to step, whatever the figures', () => {
    const amount = fc.bigInt(metis, 10n ** 25n)
    const inputs = fc.record({
      rewardPerBlock: fc.bigInt(1n, metis),
      secondsPerBlock: fc.double({ min: 0.5, max: 100, noNaN: true }),
      poolLocked: amount,
      locked: amount,
      eMetisSupply: amount,
      totalAssets: amount,
      treasuryRatio: fc.bigInt(0n, 999_999n),
      measured: fc.double({ min: -1, max: 10, noNaN: true }),
    })
    fc.assert(
      fc.property(inputs, (input) => {
        const cascade = toCascade(input)
        if (!cascade) return false
        const { gross, idle, outside, treasury, net, gap, measured } = cascade
        const scale = Math.max(1, gross, Math.abs(gross + idle + outside))
        return (
          Math.abs(gross + idle + outside + treasury - net) <= 1e-9 * scale &&
          Math.abs(net + (gap ?? Number.NaN) - (measured ?? Number.NaN)) <= 1e-9 * scale
        )
      }),
    )
  })
})
