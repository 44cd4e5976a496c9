import { type ComponentProps, createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { HistoryRow } from '@/components/rewards/history-row'
import { Totals } from '@/components/rewards/totals'
import type { AccountDeed } from '@/lib/account-events'
import type { Dated } from '@/lib/account-history'
import { formatAddress } from '@/lib/format'
import { en } from '@/lib/messages/en'
import { movementsOf, toRewardRows } from '@/lib/reward-rows'
import { type Accrual, toRewards } from '@/lib/rewards'

const one = 10n ** 18n
const other = '0x00000000000000000000000000000000000000bb'
const explorer = 'https://explorer.test'
const words = {
  rewards: en.rewards,
  payouts: en.dashboard.payouts,
  dollarsSource: en.dashboard.dollarsSource,
  source: en.overview.source,
  loading: en.shell.loading,
}

const deed = (block: bigint, what: AccountDeed): Dated => ({
  ...what,
  block,
  index: 0,
  hash: '0x01',
  tx: `0x${block.toString(16).padStart(64, '0')}`,
  seconds: Date.UTC(2026, 0, Number(block)) / 1000,
})
const payout = (block: bigint, totalAssets: bigint, reward: bigint): Accrual => ({
  totalAssets,
  totalShares: 1_000n * one - 1n,
  reward,
  block,
  index: 0,
  seconds: Date.UTC(2026, 0, Number(block)) / 1000,
})

const deeds = [
  deed(2n, { kind: 'staked', shares: 100n * one, assets: 100n * one, gave: 'METIS' }),
  deed(4n, { kind: 'received', shares: 10n * one, from: other }),
  deed(5n, { kind: 'unstaked', shares: 50n * one, assets: 55n * one, vested: 16n * one }),
  deed(6n, { kind: 'granted', assets: 20n * one, vested: 5n * one, from: other }),
  deed(7n, { kind: 'claimed', amount: 3n * one }),
]
const payouts = [payout(3n, 1_100n * one - 1n, 100n * one)]
// What the payout has left to these 60 shares, less three wei.
const now = { totalAssets: 1_100n * one - 51n, totalShares: 1_000n * one - 1n, seconds: Date.UTC(2026, 0, 8) / 1000 }
const rewards = toRewards(movementsOf(deeds), payouts, now)

/** The text between the tags. */
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, '|').replaceAll(/\|+/g, '|')

const totals = () => {
  const history = {
    block: { number: 8n, seconds: now.seconds, readAt: now.seconds * 1_000 },
    account: other,
    deeds,
    payouts,
    vault: now,
  } as const
  const props: ComponentProps<typeof Totals> = {
    history,
    rewards,
    method: 'fifo',
    setMethod: () => {},
    words,
    locale: 'en',
  }
  return textOf(renderToStaticMarkup(createElement(Totals, props)))
}

it('the sums say what arrived at once, what went to vest and was claimed of it, and what the vault has rounded away', () => {
  const text = totals()
  expect(text).toContain('Of what this account unstaked for itself, 39.00 eMetis arrived at once and 16.00 eMetis went')
  expect(text).toContain('Unstakes of other accounts put 5.00 eMetis to vest for this one.')
  expect(text).toContain('Of the 21.00 eMetis that went to vest for this account, 3.00 eMetis has been claimed.')
  expect(text).toContain('Payouts brought 10.00 eMetis. The vault’s own rounding makes the difference: −3 wei.')
})

/** The cells of the row of a deed, and its link. */
function rowOf(kind: Dated['kind'], at?: string) {
  const row = toRewardRows(deeds, rewards, payouts).find(({ what }) => what.kind === 'deed' && what.deed.kind === kind)
  if (!row) throw new Error(`There is no ${kind}`)
  const html = renderToStaticMarkup(createElement(HistoryRow, { row, words, locale: 'en', explorer: at }))
  const cells = html.split('</td>').slice(0, -1)
  // The first of each is its name, for a phone.
  return { cells: cells.map((cell) => textOf(cell).split('|').slice(1, -1)), href: /href="([^"]+)"/.exec(html)?.[1] }
}

it('a stake has every cell, and leads to its transaction where there is an explorer', () => {
  const { tx } = deeds[0] as Dated
  const { column } = en.rewards
  const cells = [
    [column.date, '2 Jan 2026, 00:00 UTC'],
    [column.action, 'Staked'],
    [column.amount, '100.00 METIS'],
    [column.shares, '+100.00'],
    [column.price, '1.000000'],
    [column.reward],
    [column.tx, formatAddress(tx)],
  ]
  expect(rowOf('staked', explorer)).toEqual({ cells, href: `${explorer}/tx/${tx}` })
  expect(rowOf('staked')).toEqual({ cells, href: undefined })
})

it('received shares are marked, count at the price of the payout before, and name who sent them', () => {
  const { cells } = rowOf('received')
  const [, action, amount, shares, price, reward] = cells.map(([, ...rest]) => rest)
  expect(action).toEqual(['⇄ ', 'Shares received'])
  expect(amount).toEqual(['counted at 11.00 eMetis', `from ${formatAddress(other)}`])
  expect([shares, price, reward]).toEqual([['+10.00'], ['1.100000'], []])
})
