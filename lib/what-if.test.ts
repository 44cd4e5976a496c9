import { describe, expect, it } from 'vitest'
import { toRoom } from './allocation'
import { type Situation, whatIf } from './what-if'

const metis = (n: number) => BigInt(n) * 10n ** 18n
const [minLock, maxLock] = [metis(20_000), metis(100_000)]
const held = { minter: metis(500), toL1: 0n, toL2: 0n, dealer: 0n, queue: 0n, liabilities: 0n, minLock }
const situation = (headroom: number): Situation => ({
  room: toRoom({ ...held, nodes: [{ isEnki: true, headroom: metis(headroom) }] }),
  minter: held.minter,
  minLock,
  maxLock,
  supply: metis(90_500),
  stake: metis(300_000),
  enkiStake: metis(90_000),
  rewardPerBlock: 10n ** 16n,
  secondsPerBlock: 10,
})

describe('what if', () => {
  it('puts what has room to work, and the rate of everybody falls a little', () => {
    const { destination, headroom, rate } = whatIf(metis(1_000), situation(10_000))
    expect(destination).toEqual({ queue: 0n, nodes: metis(1_000), newNode: 0n, idle: 0n })
    expect(headroom).toBe(metis(8_500))
    // 31,536 METIS a year over 300,500 staked, all of ENKI's METIS at work.
    expect(rate?.before).toBeCloseTo(31_536 / 300_500, 9)
    expect(rate?.after).toBeCloseTo(31_536 / 301_500, 9)
  })
  it('makes METIS without room cost more: it shares the pay and earns none', () => {
    const { destination, rate } = whatIf(metis(1_000), situation(500))
    expect(destination.idle).toBe(metis(1_000))
    expect(rate?.after).toBeCloseTo(((31_536 / 300_500) * 90_500) / 91_500, 9)
  })
  it('brings what idled to work together with a stake that opens a node', () => {
    const { destination, rate } = whatIf(metis(19_700), situation(200))
    expect(destination).toEqual({ queue: 0n, nodes: 0n, newNode: metis(19_700), idle: 0n })
    expect(rate?.after).toBeCloseTo(31_536 / 320_200, 9)
  })
  it('fills a new node to its cap and no further, whatever is typed', () => {
    const { destination, rate } = whatIf(metis(500_000), situation(200))
    expect(destination).toEqual({ queue: 0n, nodes: 0n, newNode: metis(99_700), idle: metis(400_300) })
    // 90,200 METIS of ENKI's at work, then 100,000 more of 590,500.
    expect(rate?.after).toBeCloseTo(((31_536 / 400_200) * 190_200) / 590_500, 9)
  })
  it('takes no credit for what idles and could open a node without it', () => {
    const room = toRoom({ ...held, minter: metis(30_000), nodes: [] })
    const { destination, rate } = whatIf(1n, { ...situation(0), room, minter: metis(30_000) })
    expect(destination).toEqual({ queue: 0n, nodes: 0n, newNode: 1n, idle: 0n })
    expect(rate?.before).toBeGreaterThan(0)
    expect(rate?.after).toBeLessThanOrEqual(rate?.before ?? 0)
  })
  it('changes nothing for nothing', () => {
    const { rate } = whatIf(0n, situation(500))
    expect(rate?.after).toBe(rate?.before)
  })
  it('leaves the rate out where the pace is not known', () => {
    expect(whatIf(metis(1), { ...situation(1), secondsPerBlock: null }).rate).toBeNull()
  })
})
