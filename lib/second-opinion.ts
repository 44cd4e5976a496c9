import { type Address, HttpRequestError } from 'viem'
import type { AddressBook } from './address-book'
import { firstDifference, type Told } from './agreement'
import { pause } from './follow'
import { bestOf, type Head, isBehind, isNew } from './host-health'
import { network } from './network'
import { readPosition } from './position'
import { readProtocol } from './protocol'
import { type Client, clientAt } from './rpc'

/** How long a host may take before another is believed alone, or asked in its place, ms. */
export const patience = 4_000
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
    await pause(500)
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
