import { describe, expect, it } from 'vitest'
import { plainPosition, plainProtocol } from '@/test/plain'
import { pinned } from './pinned'
import type { AccountVesting, Position } from './position'
import type { Protocol } from './protocol'
import { vestSteps } from './vest'
import { type VestIntent, vested, vestObstacle } from './vest-quote'

const unit = 10n ** 18n
const day = 86_400n
const address = '0x13C0CCC4c21a1Aa082Ab92Ca515Fe36f514C8cd7'

const protocol: Protocol = { ...plainProtocol, queueSeconds: null }
const vesting: AccountVesting = { address, enki: 90n * unit, released: 0n, claimed: 0n, updated: 0n, locked: 9n * unit }
const position: Position = { ...plainPosition, enki: 20n * unit, vesting }
const stake: VestIntent = { kind: 'stake', amount: 20n * unit }
const claim: VestIntent = { kind: 'claim' }
const unstake: VestIntent = { kind: 'unstake' }
const at = 10n * day

describe('the steps of vesting', () => {
  it('approve exactly the ENKI, only when the allowance is short', () => {
    const [approval, staking] = vestSteps(stake, protocol, position, at)
    expect(approval).toMatchObject({ id: 'approveEnki', address: pinned.enki, args: [address, 20n * unit] })
    expect(staking).toMatchObject({ id: 'stakeEnki', address, functionName: 'stake', args: [20n * unit] })
    expect(vestSteps(stake, protocol, { ...position, enkiAllowance: 20n * unit }, at)).toHaveLength(1)
  })

  it('say what a claim pays, and that unstaking returns all ENKI and pays as well', () => {
    expect(vested(protocol, position, at)).toBe(unit)
    expect(vestSteps(claim, protocol, position, at)[0]?.changes).toEqual([{ token: 'eMetis', amount: unit }])
    expect(vestSteps(unstake, protocol, position, at)[0]?.changes).toEqual([
      { token: 'ENKI', amount: 90n * unit },
      { token: 'eMetis', amount: unit },
    ])
  })

  it('are none where there is no Vesting', () => {
    expect(vestSteps(claim, protocol, { ...position, vesting: null }, at)).toEqual([])
    expect(vested(protocol, { ...position, vesting: null }, at)).toBe(0n)
  })
})

describe('what stands in the way of vesting', () => {
  const idle = { ...vesting, enki: 0n }
  it.each([
    ['nothing', stake, {}, {}, null],
    ['a pause, for staking', stake, { paused: true }, {}, 'paused'],
    ['a pause, for unstaking', unstake, { paused: true }, {}, 'paused'],
    ['no pause for a claim', claim, { paused: true, isPublic: false }, {}, null],
    ['a closed vault', unstake, { isPublic: false }, {}, 'notPublic'],
    ['no Vesting', claim, {}, { vesting: null }, 'noVesting'],
    ['too little ENKI', stake, {}, { enki: 20n * unit - 1n }, 'insufficient'],
    ['a claim of nothing', claim, {}, { vesting: { ...idle, released: unit, claimed: unit } }, 'nothingToClaim'],
    ['nothing, when past releases are left to claim', claim, {}, { vesting: { ...idle, released: unit } }, null],
    ['no ENKI to return', unstake, {}, { vesting: idle }, 'noEnki'],
    ['no coin for the fee', claim, {}, { native: 0n }, 'noGas'],
  ] as const)('%s', (_, intent, change, mine, expected) => {
    expect(vestObstacle(intent, { ...protocol, ...change }, { ...position, ...mine }, at)).toBe(expected)
  })

  it('a wrong wiring, above all', () => {
    const checks = [{ id: 'asset' as const, expected: pinned.eMetis, found: null, ok: false }]
    expect(vestObstacle(claim, { ...protocol, checks }, undefined, at)).toBe('wiring')
  })
})
