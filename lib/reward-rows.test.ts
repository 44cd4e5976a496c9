import { describe, expect, it } from 'vitest'
import type { AccountDeed } from './account-events'
import type { Dated } from './account-history'
import { toKoinlyCsv } from './koinly'
import { type Filter, movementsOf, toRewardRows } from './reward-rows'
import { type Accrual, toRewards } from './rewards'
import { toRewardsCsv } from './rewards-csv'

const one = 10n ** 18n
const other = '0x00000000000000000000000000000000000000bb'
const start = Date.UTC(2026, 0, 1) / 1000

const deed = (block: bigint, what: AccountDeed): Dated => ({
  ...what,
  block,
  index: 2,
  hash: '0x01',
  tx: `0x${block.toString(16).padStart(64, '0')}`,
  seconds: start + Number(block) * 86_400,
})
const payout = (block: bigint, totalAssets: bigint): Accrual => ({
  totalAssets: totalAssets * one - 1n,
  totalShares: 1_000n * one - 1n,
  reward: 100n * one,
  block,
  index: 0,
  seconds: start + Number(block) * 86_400,
})

const deeds = [
  deed(1n, { kind: 'minted', amount: 50n * one }),
  deed(2n, { kind: 'staked', shares: 100n * one, assets: 100n * one, gave: 'METIS' }),
  deed(5n, { kind: 'sent', shares: 10n * one, other }),
  deed(8n, { kind: 'unstaked', shares: 50n * one, assets: 60n * one, vested: 18n * one }),
  deed(9n, { kind: 'requested', id: 7n, amount: 40n * one, fee: one }),
]
const payouts = [payout(4n, 1_100n), payout(6n, 1_200n), payout(7n, 1_300n)]
const now = { totalAssets: 1_300n * one - 1n, totalShares: 1_000n * one - 1n, seconds: start + 10 * 86_400 }
const rewards = toRewards(movementsOf(deeds), payouts, now)
const rowsOf = (filter: Filter) => toRewardRows(deeds, rewards, payouts, filter)
const rewardsOf = (filter: Filter) => rowsOf(filter).map(({ reward }) => reward / one)

describe('the history of an account', () => {
  it('has a line for every deed and every payout, in order', () => {
    const kinds = rowsOf('all').map(({ what }) => (what.kind === 'payout' ? 'payout' : what.deed.kind))
    expect(kinds).toEqual(['minted', 'staked', 'payout', 'sent', 'payout', 'payout', 'unstaked', 'requested'])
  })
  it('gives each line the reward since the line before, whatever is filtered out', () => {
    expect(rewardsOf('all')).toEqual([0n, 0n, 10n, 0n, 9n, 9n, 0n, 0n])
    expect(rewardsOf('actions')).toEqual([0n, 0n, 10n, 18n, 0n])
    expect(rewardsOf('transfers')).toEqual([10n])
    expect(rewardsOf('payouts')).toEqual([10n, 9n, 9n])
  })
  it('has the price of the last payout on each line', () =>
    expect(rowsOf('actions').map(({ price }) => (price * 100n) / one)).toEqual([100n, 100n, 110n, 130n, 130n]))
})

const parse = (text: string) =>
  text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))

describe('the file of an account', () => {
  const origin = {
    account: other,
    chain: 'Metis devnet (31088)',
    block: 99n,
    seconds: now.seconds,
    method: 'fifo',
  } as const
  const [about, header = [], ...lines] = parse(toRewardsCsv(rowsOf('all'), origin))
  const column = (name: string) => lines.map((line) => line[header.indexOf(name)])

  it('says whose it is, when and how it was made, in its first line', () =>
    expect(about?.join()).toBe(
      `# account ${other}; Metis devnet (31088); block 99; 2026-01-11T00:00:00.000Z; lots by fifo; rewards in eMetis`,
    ))
  it('has every digit: the rewards in wei add up to what payouts brought', () => {
    const sum = column('reward_since_last_row_wei').reduce((total, each) => total + BigInt(each ?? ''), 0n)
    expect(sum).toBe(rewards.earned.reduce((total, { reward }) => total + reward, 0n))
    expect(
      column('shares_wei')
        .filter(Boolean)
        .reduce((total, each) => total + BigInt(each ?? ''), 0n),
    ).toBe(rewards.shares)
  })
  it('names block, log and transaction of what the account did', () => {
    expect(column('block')).toEqual(['1', '2', '4', '5', '6', '7', '8', '9'])
    expect(column('action')[6]).toBe('unstaked')
    expect(column('vested')[6]).toBe('18')
    expect(column('tx')[6]).toMatch(/^0x0+8$/)
  })
})

describe('the file for Koinly', () => {
  it('has its twelve columns, a line for all that moved, and payouts as no movement', () => {
    const [header, ...lines] = parse(toKoinlyCsv(deeds))
    expect(header).toHaveLength(12)
    expect(lines.every((line) => line.length === 12)).toBe(true)
    expect(lines.map((line) => line.slice(0, 5))).toEqual([
      ['2026-01-02 00:00:00 UTC', '50', 'METIS', '50', 'eMetis'],
      ['2026-01-03 00:00:00 UTC', '100', 'METIS', '100', 'seMetis'],
      ['2026-01-06 00:00:00 UTC', '10', 'seMetis', '', ''],
      ['2026-01-09 00:00:00 UTC', '50', 'seMetis', '42', 'eMetis'],
      ['2026-01-10 00:00:00 UTC', '1', 'eMetis', '', ''],
    ])
    expect(lines[4]?.[9]).toBe('cost')
  })
})
