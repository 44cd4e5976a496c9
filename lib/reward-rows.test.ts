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
  deed(5n, { kind: 'sent', shares: 10n * one, to: other }),
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
    expect(header).toEqual([
      'Date',
      'Sent Amount',
      'Sent Currency',
      'Received Amount',
      'Received Currency',
      'Fee Amount',
      'Fee Currency',
      'Net Worth Amount',
      'Net Worth Currency',
      'Label',
      'Description',
      'TxHash',
    ])
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

describe('what two accounts share', () => {
  const gifts = [
    deed(1n, { kind: 'staked', shares: 9n * one, assets: 10n * one, gave: 'METIS', from: other }),
    deed(2n, { kind: 'stakedFor', amount: 3n * one, gave: 'eMetis', to: other }),
    deed(3n, { kind: 'minted', amount: 4n * one, from: other }),
    deed(4n, { kind: 'mintedFor', amount: 5n * one, to: other }),
    deed(5n, { kind: 'unstaked', shares: 2n * one, assets: 3n * one, vested: 0n, to: other }),
    deed(6n, { kind: 'granted', assets: 10n * one, vested: 3n * one, from: other }),
    deed(7n, { kind: 'requested', id: 1n, amount: 6n * one, fee: one, from: other }),
    deed(8n, { kind: 'requested', id: 2n, amount: 6n * one, fee: one, to: other }),
    deed(9n, { kind: 'redeemed', id: 1n, amount: 5n * one, fee: 0n, to: other }),
    deed(10n, { kind: 'redeemed', id: 3n, amount: 5n * one, fee: 0n, from: other }),
    deed(11n, { kind: 'cancelled', id: 4n, amount: 7n * one, fee: one, to: other }),
    deed(12n, { kind: 'cancelled', id: 5n, amount: 7n * one, fee: one, from: other }),
    deed(13n, { kind: 'received', shares: one, from: other }),
    deed(14n, { kind: 'sent', shares: one, to: other }),
  ]
  const out = ['stakedFor', 'mintedFor', 'unstaked', 'requested', 'redeemed', 'cancelled', 'sent']

  it('is one half of a trade in the file for Koinly, which names the other one', () => {
    const [, ...lines] = parse(toKoinlyCsv(gifts))
    expect(lines.map((line) => line.slice(1, 5).join(' ').trim())).toEqual([
      '9 seMetis',
      '3 eMetis',
      '4 eMetis',
      '5 METIS',
      '2 seMetis',
      '7 eMetis',
      '5 eMetis',
      '6 eMetis',
      '5 eMetis',
      '5 METIS',
      '8 eMetis',
      '7 eMetis',
      '1 seMetis',
      '1 seMetis',
    ])
    for (const [i, line] of lines.entries()) {
      expect(line[gifts[i]?.to ? 1 : 3]).not.toBe('')
      expect(line[10]?.endsWith(` ${gifts[i]?.to ? 'to' : 'from'} ${other}`)).toBe(true)
      expect(line[9]).toBe('')
    }
  })
  it('leaves no eMetis behind that an account never had: a ticket given is as much as it pays', () => {
    const given = [
      deed(1n, { kind: 'requested', id: 1n, amount: 6n * one, fee: one, from: other }),
      deed(2n, { kind: 'redeemed', id: 1n, amount: 5n * one, fee: 0n }),
    ]
    const [, ...lines] = parse(toKoinlyCsv(given))
    expect(lines.map((line) => line.slice(1, 5))).toEqual([
      ['', '', '5', 'eMetis'],
      ['5', 'eMetis', '5', 'METIS'],
    ])
  })
  it('has its counterparty and which side that was on in the full file, and is among the transfers', () => {
    const found = toRewards(movementsOf(gifts), [], now)
    const origin = { account: other, chain: 'Metis', block: 1n, seconds: 0, method: 'fifo' } as const
    const [, header = [], ...lines] = parse(toRewardsCsv(toRewardRows(gifts, found, [], 'transfers'), origin))
    const at = (line: string[], name: string) => line[header.indexOf(name)]
    expect(lines).toHaveLength(gifts.length)
    for (const [i, line] of lines.entries()) {
      expect(at(line, 'counterparty')).toBe(other)
      expect(at(line, 'counterparty_side')).toBe(gifts[i]?.to ? 'to' : 'from')
    }
    const sides = lines.filter((line) => at(line, 'counterparty_side') === 'to').map((line) => at(line, 'action'))
    expect(sides).toEqual(out)
    expect(found.putIn).toBe(11n * one)
    expect(found.takenOut).toBe(4n * one)
    expect(found.rewards).toBe(found.value + found.takenOut - found.putIn)
  })
})
