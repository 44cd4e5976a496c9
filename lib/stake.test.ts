import { zeroAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { plainPosition, plainProtocol as protocol } from '@/test/plain'
import { pinned } from './pinned'
import type { Position } from './position'
import { stakeSteps } from './stake'
import { type StakeIntent, stakeObstacle, stakeResult } from './stake-quote'
import { toSignedCall } from './step'

const unit = 10n ** 18n
const { account } = plainPosition

const position: Position = { ...plainPosition, metis: 100n * unit, eMetis: 50n * unit }
const toShares: StakeIntent = { amount: 10n * unit, give: 'METIS', receive: 'seMetis' }
const toEMetis: StakeIntent = { ...toShares, receive: 'eMetis' }
const fromEMetis: StakeIntent = { amount: 10n * unit, give: 'eMetis', receive: 'seMetis' }
const ids = (intent: StakeIntent, change: Partial<Position> = {}) =>
  stakeSteps(intent, protocol, { ...position, ...change }).map(({ id }) => id)

describe('the steps of a stake', () => {
  it('begin with an approval only when the allowance is short', () => {
    expect(ids(toShares)).toEqual(['approveMetis', 'mintSeMetis'])
    expect(ids(toShares, { metisAllowance: 10n * unit - 1n })).toEqual(['approveMetis', 'mintSeMetis'])
    expect(ids(toShares, { metisAllowance: 10n * unit })).toEqual(['mintSeMetis'])
    expect(ids(toEMetis)).toEqual(['approveMetis', 'mintEMetis'])
    expect(ids(fromEMetis)).toEqual(['approveEMetis', 'deposit'])
    expect(ids(fromEMetis, { eMetisAllowance: 10n * unit })).toEqual(['deposit'])
  })

  it('approve exactly the amount, for the minter or the vault', () => {
    const [metis] = stakeSteps(toShares, protocol, position)
    const [eMetis] = stakeSteps(fromEMetis, protocol, position)
    expect(metis).toMatchObject({ address: pinned.metis, args: [pinned.minter, 10n * unit] })
    expect(eMetis).toMatchObject({ address: pinned.eMetis, args: [pinned.seMetis, 10n * unit] })
  })

  it('stake for the account itself, without an inviter', () => {
    const mint = stakeSteps(toShares, protocol, position).at(-1)
    expect(mint).toMatchObject({ address: pinned.minter, functionName: 'mint' })
    expect(mint?.args).toEqual([account, 10n * unit, true, zeroAddress])
  })

  it('give to somebody else what they would give the account, which pays all the same', () => {
    const recipient = { address: '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC' } as const
    for (const [intent, args] of [
      [toShares, [recipient.address, 10n * unit, true, zeroAddress]],
      [toEMetis, [recipient.address, 10n * unit, false, zeroAddress]],
      [fromEMetis, [10n * unit, recipient.address]],
    ] as const) {
      const own = stakeSteps(intent, protocol, position)
      const given = stakeSteps({ ...intent, recipient }, protocol, position)
      expect(given[0]).toEqual(own[0])
      expect(given[1]).toMatchObject({ recipient, args })
      expect(given[1]?.changes).toEqual([own[1]?.changes[0], { ...own[1]?.changes[1], of: 'recipient' }])
    }
  })

  it('say in words what the bytes to sign say', () => {
    const mint = stakeSteps(toEMetis, protocol, position)[1]
    if (!mint) throw new Error('no second step')
    expect(toSignedCall(mint)).toMatchObject({
      to: pinned.minter,
      functionName: 'mint',
      args: [
        { name: 'account', value: account },
        { name: 'amount', value: '10000000000000000000' },
        { name: 'deposit', value: 'false' },
        { name: 'inviter', value: '0x0000000000000000000000000000000000000000' },
      ],
    })
  })
})

describe('what a stake gives', () => {
  it('is shares at the going price, or eMetis one for one', () => {
    expect(stakeResult(toShares, protocol)).toBe((10n * unit * (1000n * unit + 1n)) / (1500n * unit + 1n))
    expect(stakeResult(toEMetis, protocol)).toBe(10n * unit)
  })
})

describe('what stands in the way', () => {
  const wrong = { ...protocol, checks: [{ id: 'asset' as const, expected: pinned.eMetis, found: null, ok: false }] }

  it.each([
    ['nothing', toShares, {}, {}, null],
    ['a wrong wiring, above all', toEMetis, { ...wrong, paused: true }, {}, 'wiring'],
    ['a pause', toShares, { paused: true }, {}, 'paused'],
    ['no pause on the way to eMetis', toEMetis, { paused: true, isPublic: false }, {}, null],
    ['a closed vault', fromEMetis, { isPublic: false }, {}, 'notPublic'],
    ['no closed vault for a beta user', toShares, { isPublic: false }, { isBetaUser: true }, null],
    ['too small a balance', toShares, {}, { metis: 10n * unit - 1n }, 'insufficient'],
    ['too small a balance of eMetis', fromEMetis, {}, { eMetis: 0n }, 'insufficient'],
    ['no coin for the fee', toShares, {}, { native: 0n }, 'noGas'],
    ['no coin left for the fee', toShares, {}, { native: 10n * unit, metis: 10n * unit }, 'noGas'],
    ['nothing, when enough coin is left', toShares, {}, { native: 11n * unit, metis: 11n * unit }, null],
  ] as const)('%s', (_, intent, change, mine, expected) => {
    expect(stakeObstacle(intent, { ...protocol, ...change }, { ...position, ...mine })).toBe(expected)
  })

  it('an amount that is worth no share', () => {
    expect(stakeObstacle({ ...toShares, amount: 1n }, protocol, position)).toBe('tooLittle')
    expect(stakeObstacle({ ...toEMetis, amount: 1n }, protocol, position)).toBeNull()
  })
})
