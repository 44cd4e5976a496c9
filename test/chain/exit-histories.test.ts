import fc from 'fast-check'
import type { Address } from 'viem'
import { describe, expect, test } from 'vitest'
import { readPosition } from '@/lib/position'
import { readProtocol } from '@/lib/protocol'
import { ticketState } from '@/lib/redemption'
import { readTicketsOf } from '@/lib/ticket-ids'
import { readTickets } from '@/lib/tickets'
import { claimable, finish, pace } from '@/lib/vesting'
import { execute } from '../devnet/transact'
import { l2, restoreEach, world } from './devnet'
import { approveAll, book, day, enter, fund, lp, provide, queue, stakeFor, unit, vesting, wait } from './exit'
import { carriedOut, deeds, live, people } from './exit-deeds'
import { aheadOf, type Model, personOf, ticketsOf } from './exit-model'
import { client } from './signer'

restoreEach()

const { onL2 } = world

/** Everything as the chain has it. */
async function readModel(): Promise<Model> {
  const protocol = await readProtocol(client, book)
  if (!protocol.queue) throw new Error('no queue')
  const { number: blockNumber, seconds } = protocol.block
  const ids = Array.from({ length: 400 }, (_, i) => BigInt(i))
  const tickets = await readTicketsOf({ client, queue: queue.address, blockNumber }, ids)
  const owners = await client.multicall({
    contracts: tickets.map(({ id }) => ({ ...queue, functionName: 'ownerOf', args: [id] }) as const),
  })
  const persons = people.map(async (account) => {
    const [position, held] = await Promise.all([
      readPosition(client, book, account),
      client.readContract({ ...lp, functionName: 'balanceOf', args: [account] }),
    ])
    const { metis, eMetis, shares, enki } = position
    if (!position.vesting) throw new Error('no Vesting')
    const { address: _, ...mine } = position.vesting
    return [account, { metis, eMetis, shares, enki, lp: held, vesting: mine }] as const
  })
  return {
    now: BigInt(seconds),
    protocol,
    queue: protocol.queue,
    people: new Map(await Promise.all(persons)),
    tickets: new Map(tickets.map((ticket, i) => [ticket.id, { ...ticket, owner: owners[i]?.result ?? null }])),
    lpFactor: await client.readContract({ ...queue, functionName: 'lpFactors', args: [lp.address] }),
  }
}

/** The account's own figures: what it holds, what has vested, at which pace, until when. */
async function compareAccount(model: Model, account: Address): Promise<void> {
  const { metis, eMetis, shares, enki, lp: held, vesting: mine } = personOf(model, account)
  const [position, lpHeld, [paid, rate, end]] = await Promise.all([
    readPosition(client, book, account),
    client.readContract({ ...lp, functionName: 'balanceOf', args: [account] }),
    client.multicall({
      contracts: [
        { ...vesting, functionName: 'claimable', args: [account] },
        { ...vesting, functionName: 'amountOfDuration', args: [account] },
        { ...vesting, functionName: 'estimateFinishTime', args: [account] },
      ],
    }),
  ])
  expect(position).toMatchObject({ metis, eMetis, shares, enki, vesting: mine })
  expect(lpHeld).toBe(held)
  const duration = model.protocol.vestingSeconds ?? 0n
  expect(paid.result).toBe(claimable(mine, model.now, duration))
  expect(rate.result).toBe(pace(mine))
  // Where nothing is locked any more the contract names the last settlement, and we no date.
  if (mine.locked > 0n) expect(end.result ?? null).toBe(finish(mine, duration))
}

/** The account's tickets and the queue behind them. */
async function compareTickets(model: Model, account: Address): Promise<void> {
  const found = await readTickets(client, book, account, [lp.address])
  const mine = ticketsOf(model, account)
  expect(found.queue).toEqual(model.queue)
  expect(found.block.seconds).toBe(Number(model.now))
  expect(found.held).toEqual(
    mine.map(({ owner: _, ...ticket }) => ({ ...ticket, ahead: aheadOf(model, { ...ticket, owner: account }) })),
  )
}

/** Who the queue would pay now, asked of the queue itself. */
async function comparePayable(model: Model, account: Address): Promise<void> {
  const mine = ticketsOf(model, account)
  const payable = await Promise.all(
    mine.map(({ id }) =>
      client
        .simulateContract({ ...queue, functionName: 'redeemRedemptionTicketNft', args: [id, account], account })
        .then(
          () => true,
          () => false,
        ),
    ),
  )
  expect(payable).toEqual(mine.map((ticket) => ticketState(ticket, model.now, model.queue.metis) === 'payable'))
}

const speedUp = (account: Address, id: bigint) =>
  execute({ from: account, on: onL2.queue, fn: 'reduceRedemptionMaturity', args: [id, lp.address, 8n * unit] })

/** Three accounts with tickets of every age, some sped up and one of them free to unlock, and eMetis that vests. */
async function prepare(): Promise<void> {
  for (const account of people) {
    await approveAll(account)
    await provide(account, 200n * unit)
    await stakeFor(account, 500n * unit)
    await execute({ from: account, on: onL2.seMetis, fn: 'redeem', args: [50n * unit, account, account] })
    await execute({ from: account, on: onL2.vesting, fn: 'stake', args: [100n * unit] })
    await speedUp(account, await enter(account, 50n * unit))
    await enter(account, 10n * unit)
  }
  await wait(25n * day)
  for (const account of people) await speedUp(account, await enter(account, 60n * unit))
  await wait(6n * day)
  for (const account of people) await enter(account, 70n * unit)
  await fund(300n * unit)
}

describe('histories', () => {
  test('300 random ones of three accounts go as the app predicts', async () => {
    await prepare()
    const beginning = await readModel()
    await fc.assert(
      fc.asyncProperty(fc.array(deeds, { minLength: 4, maxLength: 12 }), async (history) => {
        const id = await l2.snapshot()
        try {
          const model = structuredClone(beginning)
          for (const deed of history) {
            await live(model, deed)
            await Promise.all([compareAccount(model, people[deed.who]), compareTickets(model, people[deed.who])])
          }
          for (const account of people) {
            await compareAccount(model, account)
            await compareTickets(model, account)
            await comparePayable(model, account)
          }
        } finally {
          await l2.revert({ id })
        }
      }),
      { numRuns: 300 },
    )
    expect([...carriedOut].sort()).toEqual([
      'cancel',
      'claim',
      'claimVest',
      'request',
      'speedUp',
      'stakeEnki',
      'unlockLp',
      'unstake',
      'unstakeEnki',
      'unstakeNow',
    ])
  })
})
