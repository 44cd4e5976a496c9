import type { Address } from 'viem'
import { expect, test } from 'vitest'
import { readAccountHistory } from '@/lib/account-history'
import { readAddressBook } from '@/lib/address-book'
import { createHistory } from '@/lib/history'
import { readProtocol } from '@/lib/protocol'
import { movementsOf } from '@/lib/reward-rows'
import { toRewards } from '@/lib/rewards'
import { toWire } from '@/lib/wire'
import { stakers } from '../devnet/accounts'
import { restoreEach } from './devnet'
import { client } from './signer'

restoreEach()

const nowhere = { read: async () => undefined, write: async () => {} }

/** Only the seed decides what happens in the year; when it is lived through decides its times, which are left out. */
test('the seeded year pays out and rewards what it always has', async () => {
  const book = await readAddressBook(client)
  const protocol = await readProtocol(client, book)
  const archive = (_: string, text: () => Promise<string>) => text()
  const { rewardDispatcher: dispatcher } = book
  if (!dispatcher) throw new Error('The devnet has no dispatcher')
  const past = await createHistory({ client, dispatcher, archive })(protocol, Number.POSITIVE_INFINITY)
  const rewardsOf = async (account: Address) => {
    const source = { client, book, account, past, head: past.block, store: nowhere }
    const { deeds, payouts, vault } = await readAccountHistory(source)
    const [fifo, average] = (['fifo', 'average'] as const).map((method) =>
      toRewards(movementsOf(deeds), payouts, { ...vault, seconds: past.block.seconds }, method),
    )
    const { shares, value, putIn, takenOut, rewards, rounding } = fifo as NonNullable<typeof fifo>
    const realised = { fifo: fifo?.realised, average: average?.realised }
    return {
      account,
      deeds: deeds.map(({ kind }) => kind),
      shares,
      value,
      putIn,
      takenOut,
      rewards,
      rounding,
      realised,
    }
  }
  const accounts = []
  for (const staker of stakers) accounts.push(await rewardsOf(staker))
  const payouts = past.payouts.map(({ block, reward, totalAssets, totalShares, eMetisSupply, holders }) => ({
    block,
    reward,
    totalAssets,
    totalShares,
    eMetisSupply,
    holders,
  }))
  const text = JSON.stringify(JSON.parse(toWire({ payouts, accounts })), null, 1)
  await expect(`${text}\n`).toMatchFileSnapshot('./golden/seeded-year.txt')
})
