import { createPublicClient, http } from 'viem'
import { expect, test } from 'vitest'
import { readHoldings } from '@/lib/holdings'
import { readPosition } from '@/lib/position'
import { readProtocol } from '@/lib/protocol'
import type { Block, Client } from '@/lib/rpc'
import { readTickets } from '@/lib/tickets'
import { stakers } from '../devnet/accounts'
import { execute } from '../devnet/transact'
import { l2, restoreEach, world } from './devnet'
import { approveAll, book, enter, unit } from './exit'
import { startRudeProxy } from './rude-proxy'
import { accountAt, client } from './signer'

restoreEach()

const { queue } = world.onL2
const me = accountAt(8).address
const other = accountAt(9).address

const undated = <T extends { block: Block }>({ block: { readAt: _, ...block }, ...rest }: T) => ({ ...rest, block })
const idsOf = async (known: readonly bigint[]) =>
  (await readHoldings(client, book, me, known)).tickets?.map(({ id }) => id)

test('protocol, position and known tickets are what they are when read alone, in one request', async () => {
  const proxy = await startRudeProxy(world.l2.url, () => undefined)
  const counted = createPublicClient({ chain: l2.chain, transport: http(proxy.url) }) as unknown as Client
  let tickets = 0
  for (const account of stakers) {
    const { held } = await readTickets(client, book, account)
    const ids = held.map(({ id }) => id)
    const found = await readHoldings(counted, book, account, ids)
    expect(found.tickets).toEqual(held.map(({ ahead: _, ...ticket }) => ticket))
    expect(found.count).toBe(BigInt(held.length))
    const alone = await readPosition(client, book, account)
    expect(undated({ ...found.position, gasPrice: alone.gasPrice })).toEqual(undated(alone))
    expect(undated(found.protocol)).toEqual(undated(await readProtocol(client, book)))
    tickets += held.length
  }
  expect(tickets).toBeGreaterThan(0)
  expect(proxy.asked.map(({ method }) => method)).toEqual(stakers.map(() => 'eth_call'))
  await proxy.stop()
})

test('tickets that are not known make the others unknown, whatever came and went', async () => {
  await approveAll(me)
  await approveAll(other)
  expect(await idsOf([])).toEqual([])
  const [mine, given] = [await enter(me, unit), await enter(other, 2n * unit)]
  expect(await idsOf([])).toBeUndefined()
  expect(await idsOf([mine])).toEqual([mine])
  await execute({ from: other, on: queue, fn: 'transferFrom', args: [other, me, given] })
  expect(await idsOf([mine])).toBeUndefined()
  // One left as another came: the count alone would not tell.
  await execute({ from: me, on: queue, fn: 'transferFrom', args: [me, other, mine] })
  expect(await idsOf([mine])).toBeUndefined()
  expect(await idsOf([given, mine])).toEqual([given])
  await execute({ from: me, on: queue, fn: 'cancelRedemptionTicketNft', args: [me, given] })
  expect(await idsOf([given, mine])).toEqual([])
})

test('without a queue there are no tickets', async () => {
  const { tickets } = await readHoldings(client, { ...book, redemptionQueue: null }, me, [1n])
  expect(tickets).toEqual([])
})
