import { type Address, HttpRequestError } from 'viem'
import type { AddressBook } from './address-book'
import { firstDifference, type Told } from './agreement'
import { type Holdings, readHoldings } from './holdings'
import { bestOf, type Head, isBehind, isNew } from './host-health'
import { network } from './network'
import { readPosition } from './position'
import { readProtocol } from './protocol'
import { type Client, clientAt, l2 } from './rpc'

/** How long a host may take before another is believed alone, ms. */
const patience = 4_000
/** `alone`: the one host that could be asked, where several are configured. */
export type Agreed<T> = Told & { also: T | undefined; clients: readonly Client[]; alone?: string }
/** Two hosts tell different things of one block. */
export type Disagreed = { block: bigint; first: string; second: string; field: string }

type Host = { name: string; client: Client }
type Standing = Host & Head

/** One address per host; a second address on the same host is no second opinion. Names carry no path, which may hold a key. */
export const toHosts = (urls: readonly string[]): ReadonlyMap<string, string> =>
  new Map(urls.map((url) => [new URL(url).host, url]))

/** Where a host stands; undefined: it does not answer in time, or serves another chain. */
async function readStanding(host: Host): Promise<Standing | undefined> {
  try {
    const { number, timestamp } = await host.client.getBlock()
    return { ...host, number, seconds: Number(timestamp) }
  } catch {
    return undefined
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 500))

/** The hosts that do not lag; one that has not got block `from` yet is given a little time. */
async function readStandings(hosts: readonly Host[], from: bigint): Promise<Standing[]> {
  const until = Date.now() + patience
  for (;;) {
    const found = (await Promise.all(hosts.map((host) => readStanding(host)))).filter((at) => at !== undefined)
    const now = Date.now()
    const near = found.filter((at) => !isBehind(at, bestOf(found), now))
    const ready = near.filter(({ number }) => number >= from)
    if (ready.length === near.length || ready.length > 1) return ready
    if (now > until) return near.filter((at) => at.number >= from || isNew(at, now))
    await pause()
  }
}

type Wanted<T> = {
  book: AddressBook
  account: Address
  /** The newest block that the page has shown: hosts are given a little time to get there. */
  from: bigint
  urls?: readonly string[]
  /** What else the steps are made from, read of a host at a block. */
  also?: ((client: Client, block: bigint, account: Address) => Promise<T>) | undefined
}

/** What a page shows of an account, and the hosts in the order in which they would be asked. */
type Shown = Pick<Wanted<unknown>, 'book' | 'account'> & { known: Holdings; urls?: readonly string[] }

/** Protocol and position for a signature, from two hosts at one block. Undefined: one host is configured. Throws when none answers. */
export async function readSecondOpinion<T>({
  book,
  account,
  from,
  urls = network.l2.rpcUrls.default.http,
  also,
}: Wanted<T>): Promise<Agreed<T> | Disagreed | undefined> {
  const hosts = [...toHosts(urls)].map(([name, url]) => ({ name, client: clientAt(url, patience) }))
  if (hosts.length < 2) return undefined
  const standings = await readStandings(hosts, from)
  const block = standings.map(({ number }) => number).reduce((a, b) => (b < a ? b : a), standings[0]?.number ?? 0n)
  const ask = async ({ name, client }: Standing) => {
    const [protocol, position, more] = await Promise.all([
      readProtocol(client, book, block),
      readPosition(client, book, account, block),
      also?.(client, block, account),
    ])
    return { name, client, told: { protocol, position, also: more } }
  }
  const answers = await Promise.all(standings.map((host) => ask(host).catch(() => undefined)))
  const [first, second] = answers.filter((answer) => answer !== undefined)
  if (!first) throw new HttpRequestError({ url: hosts.map(({ name }) => name).join(), details: 'No host answers' })
  if (!second) return { ...first.told, clients: [first.client], alone: first.name }
  const field = firstDifference(first.told, second.told)
  if (field !== undefined) return { block, first: first.name, second: second.name, field }
  return { ...first.told, clients: [first.client, second.client] }
}

/** The hosts of L2 as they would be asked now. */
const inOrder = (): string[] => l2.transport.order().flatMap((i) => network.l2.rpcUrls.default.http[i] ?? [])

/**
 * What two hosts tell differently of an account that a page shows: another than the one that told it is asked once, at the same
 * block, and before it is called a dispute both are asked anew. Null: they agree, or one host is configured. Throws when the
 * other does not answer.
 */
export async function readDispute({ book, account, known, urls = inOrder() }: Shown): Promise<Disagreed | null> {
  const [, other] = toHosts(urls).values()
  if (other === undefined) return null
  const ids = known.tickets?.map(({ id }) => id) ?? []
  const read = (client: Client, block: bigint) => readHoldings(client, book, account, ids, block)
  const { number } = known.position.block
  if (firstDifference(known, await read(clientAt(other, patience), number)) === undefined) return null
  const told = await readSecondOpinion({ book, account, from: number, urls, also: read })
  return told && 'field' in told ? told : null
}
