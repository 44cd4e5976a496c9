import { type Address, getAddress } from 'viem'
import { describe, expect, test } from 'vitest'
import { readAccountHistory } from '@/lib/account-history'
import { eMetis, enki, metis, tokenAt, vault } from '@/lib/contracts'
import { createHistory } from '@/lib/history'
import type { Position } from '@/lib/position'
import type { Protocol } from '@/lib/protocol'
import { readRecent } from '@/lib/recent-transfers'
import { contractsOf } from '@/lib/recipient'
import { judgeRecipient, toPast } from '@/lib/recipient-past'
import { redeemSteps } from '@/lib/redeem'
import { movementsOf } from '@/lib/reward-rows'
import { toRewards } from '@/lib/rewards'
import { stakeSteps } from '@/lib/stake'
import { stakeResult } from '@/lib/stake-quote'
import { type Step, toSignedCall } from '@/lib/step'
import { readTrial } from '@/lib/trial'
import { unstakeSteps } from '@/lib/unstake'
import { unstakeQuote } from '@/lib/unstake-quote'
import { execute } from '../devnet/transact'
import { restoreEach, world } from './devnet'
import { approveAll, book, carryOut, queue, snapshots, stakeFor, unit } from './exit'
import { pay } from './payout'
import { accountAt, client } from './signer'

restoreEach()

const account = accountAt(8)
const me = account.address
/** Has never had to do with anything. */
const recipient = { address: '0x00000000000000000000000000000000000f00d5' } as const
const tokens = [
  ['METIS', metis],
  ['eMetis', eMetis],
  ['seMetis', vault],
  ['ENKI', enki],
] as const

const balancesOf = (owner: Address) =>
  Promise.all(
    tokens.map(([, token]) =>
      client.readContract({ ...tokenAt(token.address), functionName: 'balanceOf', args: [owner] }),
    ),
  )

const between = (before: readonly bigint[], after: readonly bigint[], of?: 'recipient') =>
  tokens.flatMap(([token], i) => {
    const amount = (after[i] ?? 0n) - (before[i] ?? 0n)
    return amount === 0n ? [] : [{ token, amount, ...(of && { of }) }]
  })

/** Carries steps out and says what became of both accounts' balances; the trial before it has to have said the same. */
async function happen(steps: readonly Step[]) {
  const trial = await readTrial(client, me, steps.map(toSignedCall), { recipient: recipient.address })
  const [mine, others] = await Promise.all([balancesOf(me), balancesOf(recipient.address)])
  await carryOut(account, steps)
  const [mineAfter, othersAfter] = await Promise.all([balancesOf(me), balancesOf(recipient.address)])
  const found = [...between(mine, mineAfter), ...between(others, othersAfter, 'recipient')]
  expect(trial).toEqual({ changes: found })
  return found
}

const plan = async (steps: (protocol: Protocol, position: Position) => Step[]) => {
  const { protocol, position } = await snapshots(me)
  return { protocol, position, steps: steps(protocol, position) }
}

describe('a step in favour of another account', () => {
  test.each([
    { give: 'METIS', receive: 'seMetis' },
    { give: 'METIS', receive: 'eMetis' },
    { give: 'eMetis', receive: 'seMetis' },
  ] as const)('stakes $give for $receive that the account never sees, to the wei', async (kind) => {
    await approveAll(me)
    await execute({ from: me, on: world.onL2.minter, fn: 'mint', args: [me, 50n * unit, false, me] })
    const intent = { ...kind, amount: 7n * unit + 3n, recipient }
    const { protocol, steps } = await plan((latest, mine) => stakeSteps(intent, latest, mine))
    const expected = [
      { token: kind.give, amount: -intent.amount },
      { token: kind.receive, amount: stakeResult(intent, protocol), of: 'recipient' },
    ]
    expect(steps.at(-1)?.changes).toEqual(expected)
    expect(await happen(steps)).toEqual(expected)
  })

  test('makes a ticket that is the recipient’s alone', async () => {
    await approveAll(me)
    await execute({ from: me, on: world.onL2.minter, fn: 'mint', args: [me, 50n * unit, false, me] })
    const ticketsOf = (owner: Address) => client.readContract({ ...queue, functionName: 'balanceOf', args: [owner] })
    const before = await ticketsOf(me)
    const intent = { kind: 'request', amount: 5n * unit, recipient } as const
    const { steps } = await plan((latest, mine) => redeemSteps(intent, latest.queue ?? expect.fail('no queue'), mine))
    expect(await happen(steps)).toEqual([{ token: 'eMetis', amount: -5n * unit }])
    expect(await ticketsOf(recipient.address)).toBe(1n)
    expect(await ticketsOf(me)).toBe(before)
  })

  test('unstakes what arrives and what vests to the recipient, and leaves the account nothing', async () => {
    await approveAll(me)
    await stakeFor(me, 30n * unit)
    const vestingOf = async (owner: Address) => (await snapshots(owner)).position.vesting?.locked
    const before = await vestingOf(me)
    for (const intent of [
      { kind: 'shares', shares: 3n * unit, recipient },
      { kind: 'now', eMetis: 2n * unit + 1n, recipient },
    ] as const) {
      const locked = (await vestingOf(recipient.address)) ?? 0n
      const { protocol, position, steps } = await plan((latest, mine) => unstakeSteps(intent, latest, mine))
      const quote = unstakeQuote(intent, protocol, position) ?? expect.fail('no quote')
      expect(await happen(steps)).toEqual([
        { token: 'seMetis', amount: -quote.shares },
        { token: 'eMetis', amount: quote.now, of: 'recipient' },
      ])
      expect(await vestingOf(recipient.address)).toBe(locked + quote.vest)
    }
    expect(await vestingOf(me)).toBe(before)
  })
})

describe('the rewards of a stake for another', () => {
  async function rewardsOf(owner: Address) {
    const { protocol } = await snapshots(owner)
    const dispatcher = book.rewardDispatcher ?? expect.fail('no dispatcher')
    const past = await createHistory({ client, dispatcher, archive: (_, text) => text() })(
      protocol,
      Number.POSITIVE_INFINITY,
    )
    const store = { read: async () => undefined, write: async () => {} }
    const history = await readAccountHistory({ client, book, account: owner, past, head: past.block, store })
    const now = { ...history.vault, seconds: history.block.seconds }
    return { deeds: history.deeds, ...toRewards(movementsOf(history.deeds), history.payouts, now) }
  }

  test.each(['METIS', 'eMetis'] as const)(
    'of %s are the other’s, at cost, and nothing is the sender’s',
    async (give) => {
      await approveAll(me)
      await execute({ from: me, on: world.onL2.minter, fn: 'mint', args: [me, 50n * unit, false, me] })
      const before = await rewardsOf(me)
      const intent = { give, receive: 'seMetis', amount: 9n * unit, recipient } as const
      const { steps } = await plan((latest, mine) => stakeSteps(intent, latest, mine))
      await carryOut(account, steps)
      await pay(unit)
      const [mine, theirs] = [await rewardsOf(me), await rewardsOf(recipient.address)]
      expect(mine.deeds.slice(0, -1)).toEqual(before.deeds)
      const gift = { kind: 'stakedFor', amount: 9n * unit, gave: give, to: getAddress(recipient.address) }
      expect(mine.deeds.at(-1)).toMatchObject(gift)
      expect([mine.putIn, mine.takenOut, mine.shares]).toEqual([before.putIn, before.takenOut, before.shares])
      expect(theirs.deeds).toMatchObject([{ kind: 'staked', assets: 9n * unit, gave: give, from: me }])
      expect(theirs.putIn).toBe(9n * unit)
      expect(theirs.rewards).toBe(theirs.value - 9n * unit)
      expect(theirs.rewards).toBeGreaterThan(0n)
    },
  )
})

describe('the transfers of an account', () => {
  test('make known whom it sent to, not who sent it dust or made a transfer of nothing in its name', async () => {
    const [friend, poisoner] = [accountAt(12).address, accountAt(7).address]
    const fake: Address = '0x00000000000000000000000000000000000f4ce1'
    await approveAll(me)
    await stakeFor(me, 10n * unit)
    const around = { account: me, contracts: contractsOf(book) }
    const judge = async (address: Address) => {
      const recent = await readRecent(client, me)
      return judgeRecipient(address, around, toPast({ account: me, entries: [], kept: undefined, recent }))
    }
    expect(await judge(friend)).toEqual({ kind: 'first', reach: 'whole', hasCome: false })
    await execute({ from: me, on: world.onL2.seMetis, fn: 'transfer', args: [friend, unit] })
    await execute({ from: me, on: world.onL2.metis, fn: 'transfer', args: [friend, unit] })
    await execute({ from: poisoner, on: world.onL2.metis, fn: 'transfer', args: [me, 1n] })
    await execute({ from: poisoner, on: world.onL2.eMetis, fn: 'transferFrom', args: [me, fake, 0n] })
    expect(await judge(friend)).toEqual({ kind: 'known', times: 2 })
    expect(await judge(poisoner)).toEqual({ kind: 'first', reach: 'whole', hasCome: true })
    expect(await judge(fake)).toMatchObject({ kind: 'first' })
  })
})
