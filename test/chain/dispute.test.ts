import { expect, test } from 'vitest'
import { readAddressBook } from '@/lib/address-book'
import { readDispute } from '@/lib/dispute'
import { type Holdings, readHoldings } from '@/lib/holdings'
import { clientAt } from '@/lib/rpc'
import { patience } from '@/lib/second-opinion'
import { restoreEach, world } from './devnet'
import { lyingAbout } from './faults'
import { honest, rudeHosts } from './rude-hosts'
import type { Manner } from './rude-proxy'
import { accountAt, client } from './signer'

restoreEach()

const account = accountAt(3).address
const start = rudeHosts()

const dead: Manner = () => 'cut'
const lying = lyingAbout(account)
/** Lies only where it is asked for what there is now, as a page asks. */
const lyingNow: Manner = (asked, answer) => (asked.params[1] === 'latest' ? lying(asked, answer) : undefined)

/** A page that shows what one of several hosts has told it, the first unless said otherwise. */
async function shownBy(manners: readonly Manner[], teller = 0) {
  const found = await start(world.l2.url, manners)
  const urls = found.map(({ url }) => url)
  const book = await readAddressBook(client)
  const own = clientAt(urls[teller] ?? '', patience)
  const known: Holdings = await readHoldings(own, book, account, [])
  const compare = () => readDispute({ book, account, known, client: own, urls })
  /** What each host was asked by one comparison. */
  const cost = async () => {
    const before = found.map(({ asked }) => asked.length)
    await compare()
    return found.map(({ asked }, i) => asked.slice(before[i]).map(({ method }) => method))
  }
  return { hosts: urls.map((url) => new URL(url).host), compare, cost }
}

test('what a page shows is compared with what two hosts tell, by one request to each', async () => {
  const { compare, cost } = await shownBy([honest, honest, honest])
  expect(await compare()).toBeNull()
  expect(await cost()).toEqual([['eth_call'], ['eth_call'], []])
})

test('one host has nothing to be compared with', async () => {
  const { compare, cost } = await shownBy([honest])
  expect(await compare()).toBeNull()
  expect(await cost()).toEqual([[]])
})

test.each([
  ['first', [lying, honest], 0],
  ['first, and the page was told by the other', [lying, honest], 1],
  ['second', [honest, lying], 0],
  ['second, and the page was told by it', [honest, lying], 1],
] as const)('a balance that is one wei off is a dispute: the %s lies', async (_, manners, teller) => {
  const { hosts, compare } = await shownBy(manners, teller)
  expect(await compare()).toEqual({ hosts, field: 'position.metis' })
})

test('a number of tickets that one host tells alone is a dispute', async () => {
  const { redemptionQueue } = await readAddressBook(client)
  const { compare } = await shownBy([honest, lyingAbout(account, redemptionQueue ?? undefined)])
  expect(await compare()).toMatchObject({ field: 'count' })
})

test('a host that lies only about the newest block is found out', async () => {
  const { hosts, compare } = await shownBy([lyingNow, honest])
  expect(await compare()).toEqual({ hosts, field: 'position.metis' })
})

test('hosts that agree when asked once more have no dispute', async () => {
  let lies = 0
  const once: Manner = (asked, answer) =>
    asked.method === 'eth_call' && lies++ === 0 ? lying(asked, answer) : undefined
  const { compare } = await shownBy([honest, once])
  expect(await compare()).toBeNull()
  expect(lies).toBeGreaterThan(1)
})

test('a host that is dead is passed over, and without a second one nothing is said', async () => {
  const { hosts, compare } = await shownBy([honest, dead, lying])
  expect(await compare()).toEqual({ hosts: [hosts[0], hosts[2]], field: 'position.metis' })
  const alone = await shownBy([honest, dead])
  await expect(alone.compare()).rejects.toThrow()
})
