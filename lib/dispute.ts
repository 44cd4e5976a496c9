import { type Address, HttpRequestError } from 'viem'
import type { AddressBook } from './address-book'
import { firstDifference } from './agreement'
import { type Holdings, readHoldings } from './holdings'
import { network } from './network'
import { type Client, clientAt, l2 } from './rpc'
import { patience, toHosts } from './second-opinion'

/** Hosts that do not tell the same of one block, by name, and the path of the first field in which they differ. */
export type Dispute = { hosts: readonly string[]; field: string }

/** Which chain a host serves is asked of it once. */
const clients = new Map<string, Client>()

function clientOf(url: string): Client {
  const client = clients.get(url) ?? clientAt(url, patience)
  clients.set(url, client)
  return client
}

/** What the first two hosts that answer tell. Throws when no two of them do. */
async function readTwice(hosts: ReadonlyMap<string, string>, read: (client: Client) => Promise<Holdings>) {
  const found: { name: string; told: Holdings }[] = []
  for (const [name, url] of hosts) {
    const told = await read(clientOf(url)).catch(() => undefined)
    if (told) found.push({ name, told })
    const [one, other] = found
    if (one && other) return [one, other] as const
  }
  throw new HttpRequestError({ url: [...hosts.keys()].join(), details: 'No two hosts answer' })
}

/** What a page shows of an account, the client that read it, and the hosts that are configured. `turn`: waits until they may be asked. */
type Shown = {
  book: AddressBook
  account: Address
  known: Holdings
  client?: Client
  urls?: readonly string[]
  turn?: () => Promise<void>
}

/**
 * Whether two hosts tell the same of an account at the block at which a page shows it, and the same as the page: one request to
 * each. Null: they do, or one host is configured. Throws when no two hosts answer.
 */
export async function readDispute({
  book,
  account,
  known,
  client = l2,
  urls = network.l2.rpcUrls.default.http,
  turn,
}: Shown): Promise<Dispute | null> {
  const hosts = toHosts(urls)
  if (hosts.size < 2) return null
  const ids = known.tickets?.map(({ id }) => id) ?? []
  const read = (from: Client, block?: bigint) => readHoldings(from, book, account, ids, block)
  let shown = known
  for (let isAgain = false; ; isAgain = true) {
    const { number } = shown.position.block
    await turn?.()
    const [one, other] = await readTwice(hosts, (from) => read(from, number))
    const between = firstDifference(one.told, other.told)
    const field = between ?? firstDifference(shown, one.told)
    if (field === undefined) return null
    // Where the two agree, whoever told the page something else is one of them all.
    if (isAgain) return { hosts: between === undefined ? [...hosts.keys()] : [one.name, other.name], field }
    // The block may have been undone meanwhile, and then nobody is wrong.
    shown = await read(client)
  }
}
