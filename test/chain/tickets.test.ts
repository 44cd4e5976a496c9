import { type Address, createPublicClient, http, isAddressEqual } from 'viem'
import { describe, expect, test } from 'vitest'
import { readHoldings } from '@/lib/holdings'
import { toLiquidity } from '@/lib/liquidity'
import { readLpCandidates } from '@/lib/market'
import type { Client } from '@/lib/rpc'
import { readSequencers } from '@/lib/sequencers'
import { readTicketPast } from '@/lib/ticket-past'
import { readTickets, type Tickets } from '@/lib/tickets'
import { readTicketsAgain } from '@/lib/tickets-again'
import { backend, stakers } from '../devnet/accounts'
import { execute, read } from '../devnet/transact'
import { advanceBy, l1, l2, restoreEach, world } from './devnet'
import { approveAll, book, day, enter, fund, unit, wait } from './exit'
import { startRudeProxy } from './rude-proxy'
import { accountAt, client } from './signer'

restoreEach()

const { onL1, onL2 } = world
const me = accountAt(8).address
const other = accountAt(9).address
const nobody = accountAt(10).address

/** The same client, whose RPC answers for logs in its own way. */
const answering = (getLogs: () => Promise<unknown>) => ({ ...client, getLogs }) as unknown as Client
const refusing = answering(async () => {
  throw new Error('query exceeds range')
})
const forgetful = answering(async () => [])

/** The methods of the requests that a reader makes. */
async function methodsOf(read: (client: Client) => Promise<unknown>): Promise<string[]> {
  const proxy = await startRudeProxy(world.l2.url, () => undefined)
  const counted = createPublicClient({ chain: l2.chain, transport: http(proxy.url) })
  await read(counted as unknown as Client).finally(proxy.stop)
  return proxy.asked.map(({ method }) => method)
}

const withoutWay = ({ foundBy: _, block: { readAt: __, ...block }, ...rest }: Tickets) => ({ ...rest, block })

describe('the tickets of an account', () => {
  test('are the same with logs, without them, and with logs that tell half', async () => {
    for (const account of [...stakers, me]) {
      const [byLogs, byIds, corrected] = await Promise.all(
        [client, refusing, forgetful].map((asked) => readTickets(asked, book, account)),
      )
      if (!byLogs || !byIds || !corrected) throw new Error('not read')
      expect(withoutWay(byIds)).toEqual(withoutWay(byLogs))
      expect(withoutWay(corrected)).toEqual(withoutWay(byLogs))
      const none = byLogs.held.length === 0
      expect([byLogs.foundBy, byIds.foundBy, corrected.foundBy]).toEqual(
        none ? ['none', 'none', 'none'] : ['logs', 'ids', 'ids'],
      )
      for (const { id } of byLogs.held)
        expect(isAddressEqual(await read<Address>(onL2.queue, 'ownerOf', [id]), account)).toBe(true)
    }
  })

  test('are found however they came, until they go', async () => {
    for (const account of [me, other]) await approveAll(account)
    const [mine, given] = [await enter(me, unit), await enter(other, 2n * unit)]
    await execute({ from: other, on: onL2.queue, fn: 'transferFrom', args: [other, me, given] })
    await execute({ from: other, on: onL2.queue, fn: 'enterRedemptionQueue', args: [me, 3n * unit] })
    for (const asked of [client, refusing]) {
      const { held } = await readTickets(asked, book, me)
      expect(held.map(({ id }) => id)).toEqual([given + 1n, given, mine])
      expect((await readTickets(asked, book, other)).held).toEqual([])
    }
    await execute({ from: me, on: onL2.queue, fn: 'cancelRedemptionTicketNft', args: [me, given] })
    for (const asked of [client, refusing])
      expect((await readTickets(asked, book, me)).held.map(({ id }) => id)).toEqual([given + 1n, mine])
  })

  test('wait behind what can be paid before them, and no longer once that is gone', async () => {
    for (const account of [me, other]) await approveAll(account)
    const first = await enter(other, 10n * unit)
    await wait(day)
    await enter(me, 5n * unit)
    await wait(day)
    await enter(other, 7n * unit)
    const before = await readTickets(client, book, me)
    expect(before.held[0]?.ahead).toBe((before.queue?.owed ?? 0n) - 12n * unit)
    await execute({ from: other, on: onL2.queue, fn: 'cancelRedemptionTicketNft', args: [other, first] })
    const after = await readTickets(client, book, me)
    expect(after.held[0]?.ahead).toBe((before.held[0]?.ahead ?? 0n) - 10n * unit)
    // Once both are mature, the later one can be paid first.
    await wait(21n * day)
    expect((await readTickets(client, book, me)).held[0]?.ahead).toBe((after.queue?.owed ?? 0n) - 5n * unit)
  })

  test('cost one request where there are none, and few where there are', async () => {
    expect(await methodsOf((asked) => readTickets(asked, book, nobody))).toEqual(['eth_call'])
    await approveAll(me)
    await enter(me, unit)
    const some = await methodsOf((asked) => readTickets(asked, book, me))
    expect(some.filter((method) => method === 'eth_getLogs')).toHaveLength(1)
    expect(some.length).toBeLessThanOrEqual(6)
  })

  test('are read again by one request, the same as anew, whatever others do', async () => {
    for (const account of [me, other]) await approveAll(account)
    for (const amount of [2n, 5n]) await enter(me, amount * unit)
    const { tokens } = await readLpCandidates(client, onL2.queue.address)
    const anew = () => readTickets(client, book, me, tokens)
    let known = await anew()
    const [newest = 0n, older = 0n] = known.held.map(({ id }) => id)
    const again = async () => {
      const holdings = await readHoldings(client, book, me, [newest, older])
      let found: Tickets | null = null
      const methods = await methodsOf(async (asked) => {
        found = await readTicketsAgain(asked, known, holdings, tokens)
      })
      expect(methods).toEqual(['eth_call'])
      return found as Tickets | null
    }
    const deeds = [
      () => enter(other, 3n * unit),
      () => wait(day),
      () => enter(other, unit),
      () => execute({ from: other, on: onL2.queue, fn: 'cancelRedemptionTicketNft', args: [other, newest + 1n] }),
      () => fund(unit),
      () => wait(21n * day),
      () => enter(other, 4n * unit),
    ]
    expect(tokens.length).toBeGreaterThan(0)
    for (const deed of deeds) {
      await deed()
      const [found, fresh] = [await again(), await anew()]
      expect(found && withoutWay(found)).toEqual(withoutWay(fresh))
      expect(fresh.held.some(({ ahead }) => ahead)).toBe(true)
      known = found as Tickets
    }
    // As many as may have come since the last time, and then one more.
    for (let i = 0; i < 19; i += 1) await enter(other, unit)
    expect(withoutWay((await again()) as Tickets)).toEqual(withoutWay(await anew()))
    await enter(other, unit)
    expect(await again()).toBeNull()
    await execute({ from: me, on: onL2.queue, fn: 'transferFrom', args: [me, other, older] })
    await enter(me, unit)
    expect((await readHoldings(client, book, me, [newest, older])).tickets).toBeNull()
  })

  test('are told apart once they are gone: paid, cancelled, sent away', async () => {
    await approveAll(me)
    const [paid, back, sent, kept] = [
      await enter(me, unit),
      await enter(me, 2n * unit),
      await enter(me, 3n * unit),
      await enter(me, 4n * unit),
    ]
    await execute({ from: me, on: onL2.queue, fn: 'cancelRedemptionTicketNft', args: [me, back] })
    await execute({ from: me, on: onL2.queue, fn: 'transferFrom', args: [me, other, sent] })
    await wait(21n * day)
    await fund(unit)
    await execute({ from: me, on: onL2.queue, fn: 'redeemRedemptionTicketNft', args: [paid, me] })
    const now = Number((await l2.getBlock()).timestamp)
    const past = await readTicketPast(client, book, me)
    const kinds = past?.filter(({ id }) => id >= paid).map(({ id, end }) => [id, end?.kind ?? null])
    expect(kinds).toEqual([
      [kept, null],
      [sent, 'sent'],
      [back, 'cancelled'],
      [paid, 'redeemed'],
    ])
    expect(past?.find(({ id }) => id === paid)).toMatchObject({ amount: unit, fee: 0n, end: { at: now } })
    expect(await readTicketPast(refusing, book, me)).toBeNull()
  })

  test('are unknown, not none, where there is no queue', async () => {
    const found = await readTickets(client, { ...book, redemptionQueue: null }, me)
    expect(found.queue).toBeNull()
    expect(found.held).toEqual([])
  })
})

describe("ENKI's METIS on L1", () => {
  test('is what the Dealer counts, and can be taken out as far as was said, once', async () => {
    await advanceBy('4d')
    const liquidity = toLiquidity(await readSequencers(l1 as unknown as Client))
    if (!liquidity) throw new Error('no Dealer')
    const locked = await read<bigint>(onL1.dealer, 'totalLocked')
    expect(liquidity.atOnce + liquidity.afterExit).toBe(locked)
    expect(liquidity.idle).toBe(await read<bigint>(onL1.metis, 'balanceOf', [onL1.dealer.address]))
    expect(liquidity.exitSeconds).toBe(21 * 86_400)
    const withdraw = (amount: bigint) =>
      execute({ from: backend, on: onL1.dealer, fn: 'withdrawLocking', args: [0, amount] })
    await expect(withdraw(liquidity.atOnce + 1n)).rejects.toThrow()
    await withdraw(liquidity.atOnce)
    const after = toLiquidity(await readSequencers(l1 as unknown as Client))
    expect(after).toMatchObject({ atOnce: 0n, idle: liquidity.idle + liquidity.atOnce })
  })
})
