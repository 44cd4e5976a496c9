import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainPosition, plainProtocol as protocol } from '@/test/plain'
import { pinned } from './pinned'
import type { Position } from './position'
import { sharesFor, toAssets } from './shares'
import { unstakeSteps } from './unstake'
import { mostNow, type UnstakeIntent, unstakeObstacle, unstakeQuote } from './unstake-quote'

const unit = 10n ** 18n
const { account } = plainPosition

const vesting = { address: pinned.enki, enki: 0n, released: 0n, claimed: 0n, updated: 0n, locked: 0n }
const position: Position = { ...plainPosition, shares: 50n * unit, assets: 75n * unit, vesting }
const shares = (amount: bigint): UnstakeIntent => ({ kind: 'shares', shares: amount })
const now = (amount: bigint): UnstakeIntent => ({ kind: 'now', eMetis: amount })

describe('what an unstake gives', () => {
  it('is split: seventy parts now, thirty vest and need ten ENKI each', () => {
    const quote = unstakeQuote(shares(10n * unit), protocol, position)
    const gross = toAssets(10n * unit, protocol)
    expect(quote).toMatchObject({ shares: 10n * unit, gross, vest: (gross * 3n) / 10n })
    expect(quote && quote.now + quote.vest).toBe(gross)
    expect(quote?.enki).toBe(10n * (quote?.vest ?? 0n))
  })

  it('counts what was released before and the ENKI that is staked', () => {
    const mine = { ...position, vesting: { ...vesting, released: 4n * unit, locked: unit, enki: 30n * unit } }
    const quote = unstakeQuote(shares(10n * unit), protocol, mine)
    expect(quote?.enki).toBe(10n * ((quote?.vest ?? 0n) + 5n * unit) - 30n * unit)
  })

  it('lets exactly the wanted amount arrive', () =>
    fc.assert(
      fc.property(fc.bigInt(1n, 30n * unit), fc.bigInt(1n, 999_999n), (wanted, ratio) => {
        const quote = unstakeQuote(now(wanted), { ...protocol, vestingRatio: ratio })
        expect(quote?.now).toBe(wanted)
        expect(quote?.shares).toBe(sharesFor(quote?.gross ?? 0n, protocol))
      }),
    ))

  it('is not known without the ratio, and nothing at once when all of it vests', () => {
    expect(unstakeQuote(shares(unit), { ...protocol, vestingRatio: null })).toBeNull()
    expect(unstakeQuote(now(unit), { ...protocol, vestingRatio: 1_000_000n })).toBeNull()
    expect(unstakeQuote(shares(unit), { ...protocol, vestingRatio: 1_000_000n })?.now).toBe(0n)
  })
})

describe('the step of an unstake', () => {
  it('redeems shares for the account itself', () => {
    const [first, ...rest] = unstakeSteps(shares(10n * unit), protocol, position)
    expect(rest).toEqual([])
    expect(first).toMatchObject({ id: 'unstake', functionName: 'redeem', address: pinned.seMetis })
    expect(first?.args).toEqual([10n * unit, account, account])
    expect(first?.changes).toEqual([
      { token: 'seMetis', amount: -10n * unit },
      { token: 'eMetis', amount: unstakeQuote(shares(10n * unit), protocol)?.now },
    ])
  })

  it('withdraws the least gross amount when an amount now is wanted', () => {
    const [first] = unstakeSteps(now(7n * unit), protocol, position)
    expect(first).toMatchObject({ id: 'unstakeNow', functionName: 'withdraw', amount: 7n * unit })
    expect(first?.args).toEqual([10n * unit - 1n, account, account])
  })

  it('redeems the full share balance when everything is wanted, either way it is asked for', () => {
    for (const intent of [shares(position.shares), now(mostNow(protocol, position))]) {
      const [first] = unstakeSteps(intent, protocol, position)
      expect(first).toMatchObject({ id: 'unstake', functionName: 'redeem', args: [position.shares, account, account] })
    }
  })
})

describe('what stands in the way of an unstake', () => {
  it.each([
    ['nothing', shares(unit), {}, {}, null],
    ['nothing, when everything goes', shares(50n * unit), {}, {}, null],
    ['nothing, when all that can arrive is asked for', now(mostNow(protocol, position)), {}, {}, null],
    ['a closed vault', shares(unit), { isPublic: false }, {}, 'notPublic'],
    ['no closed vault for a beta user', shares(unit), { isPublic: false }, { isBetaUser: true }, null],
    ['a pause', shares(unit), { paused: true }, {}, 'paused'],
    ['a ratio of zero, which refuses every unstake', shares(unit), { vestingRatio: 0n }, {}, 'ratioZero'],
    ['a ratio that is not known', shares(unit), { vestingRatio: null }, {}, 'ratioUnknown'],
    ['nothing that can arrive at once', now(unit), { vestingRatio: 1_000_000n }, {}, 'nothingNow'],
    ['a vesting part of zero', shares(2n), {}, {}, 'tooLittle'],
    ['a vesting part of zero, asked for by what arrives', now(3n), {}, {}, 'tooLittle'],
    ['one share too many', shares(50n * unit + 1n), {}, {}, 'insufficient'],
    ['more now than there is', now(mostNow(protocol, position) + 1n), {}, {}, 'insufficient'],
    ['no coin for the fee', shares(unit), {}, { native: 0n }, 'noGas'],
    ['nothing while nothing is typed', shares(0n), {}, {}, null],
  ] as const)('%s', (_, intent, change, mine, expected) => {
    expect(unstakeObstacle(intent, { ...protocol, ...change }, { ...position, ...mine })).toBe(expected)
  })

  it('a wrong wiring, above all', () => {
    const checks = [{ id: 'asset' as const, expected: pinned.eMetis, found: null, ok: false }]
    expect(unstakeObstacle(shares(unit), { ...protocol, checks, paused: true }, position)).toBe('wiring')
  })
})
