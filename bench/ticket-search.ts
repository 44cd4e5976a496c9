import { createPublicClient, http } from 'viem'
import { readAddressBook } from '@/lib/address-book'
import type { Client } from '@/lib/rpc'
import { readTickets } from '@/lib/tickets'
import { type Manner, startRudeProxy } from '../test/chain/rude-proxy'
import type { World } from '../test/devnet/deploy'
import { issueTickets } from './issue-tickets'

type Found = { ids: number; logs: boolean; requests: number; seconds: number }

const sizes = [10, 1_000, 100_000]

const refuseLogs: Manner = ({ method }) =>
  method === 'eth_getLogs' ? { error: { code: -32602, message: 'block range is too wide' } } : undefined

/** One reading of the holder's two tickets, counted in front of the node. */
async function search(world: World, ids: number, logs: boolean): Promise<Found> {
  const proxy = await startRudeProxy(world.l2.url, logs ? () => undefined : refuseLogs)
  try {
    const transport = http(proxy.url, { timeout: 60_000, retryCount: 1 })
    const client = createPublicClient({ chain: world.l2.client.chain, transport }) as unknown as Client
    const book = await readAddressBook(client)
    const holder = await issueTickets(world, ids)
    const [before, started] = [proxy.asked.length, performance.now()]
    const { held } = await readTickets(client, book, holder)
    const seconds = (performance.now() - started) / 1000
    if (held.length !== 2) throw new Error(`${held.length} of 2 tickets were found among ${ids}`)
    return { ids, logs, requests: proxy.asked.length - before, seconds }
  } finally {
    await proxy.stop()
  }
}

/** What it takes to find an account's tickets among many; the devnet is left as it was. */
export async function ticketSearches(world: World): Promise<Found[]> {
  const { client } = world.l2
  const found: Found[] = []
  for (const ids of sizes)
    for (const logs of [true, false]) {
      const id = await client.snapshot()
      found.push(await search(world, ids, logs))
      await client.revert({ id })
    }
  return found
}
