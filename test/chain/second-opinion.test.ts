import { numberToHex } from 'viem'
import { expect, test } from 'vitest'
import { readAddressBook } from '@/lib/address-book'
import { failureOf } from '@/lib/errors'
import { network } from '@/lib/network'
import { readPosition } from '@/lib/position'
import { readProtocol } from '@/lib/protocol'
import { readSecondOpinion } from '@/lib/second-opinion'
import { l1, l2, restoreEach, world } from './devnet'
import { lying, onAnotherChain } from './faults'
import { honest, rudeHosts } from './rude-hosts'
import type { Manner } from './rude-proxy'
import { accountAt, client } from './signer'

restoreEach()

const account = accountAt(3).address
const start = rudeHosts()

const dead: Manner = () => 'cut'

async function behind(...manners: Manner[]) {
  const found = await start(world.l2.url, manners)
  const book = await readAddressBook(client)
  const hosts = found.map(({ url }) => new URL(url).host)
  const read = (from = 0n) => readSecondOpinion({ book, account, from, urls: found.map(({ url }) => url) })
  return { hosts, read, book, found }
}

/** A host whose node stands at a block of the past, whatever there has been since. */
const stuckAt =
  (block: bigint, header: unknown): Manner =>
  ({ method }) => {
    if (method === 'eth_getBlockByNumber') return { instead: header }
    return method === 'eth_blockNumber' ? { instead: numberToHex(block) } : undefined
  }
const headerAt = (block: bigint) =>
  l2.request({ method: 'eth_getBlockByNumber', params: [numberToHex(block), false] } as never)

test('two honest hosts agree, and what they tell is what the chain says', async () => {
  const { read, book } = await behind(honest, honest)
  const [protocol, position] = await Promise.all([readProtocol(client, book), readPosition(client, book, account)])
  const told = await read()
  if (!told || 'field' in told) throw new Error('they disagree')
  expect(told.alone).toBeUndefined()
  expect(told.clients).toHaveLength(2)
  const dated = { block: { ...protocol.block, readAt: expect.any(Number) } }
  expect(told).toMatchObject({ protocol: { ...protocol, ...dated }, position: { ...position, ...dated } })
})

test('a balance that is one wei off is found, whichever host says it, and both are named', async () => {
  // A time of the queue and a balance of eMetis; a wait and a balance of shares.
  for (const index of [4, 5]) {
    const first = await behind(honest, lying(index))
    const told = await first.read()
    expect(told).toMatchObject({ first: first.hosts[0], second: first.hosts[1] })
    expect(told && 'field' in told && told.field).toMatch(/^(protocol|position)\./)
    const second = await behind(lying(index), honest)
    expect(await second.read()).toMatchObject({ first: second.hosts[0], second: second.hosts[1] })
  }
})

test('a host of another chain is not used, and the other one is believed by name', async () => {
  const { read, hosts } = await behind(onAnotherChain, honest)
  expect(await read()).toMatchObject({ alone: hosts[1] })
})

test('a host that is another chain altogether is not used either', async () => {
  const { read, hosts, found } = await behind(honest)
  const others = await start(world.l1.url, [honest])
  expect(await l1.getChainId()).not.toBe(network.l2.id)
  const urls = [...others, ...found].map(({ url }) => url)
  const book = await readAddressBook(client)
  expect(await readSecondOpinion({ book, account, from: 0n, urls })).toMatchObject({ alone: hosts[0] })
  expect(await read()).toBeUndefined()
})

test('a host that is dead does not lock anybody in, and with a third there are two again', async () => {
  const one = await behind(dead, honest)
  expect(await one.read()).toMatchObject({ alone: one.hosts[1] })
  const two = await behind(dead, honest, honest)
  const told = await two.read()
  expect(told && !('field' in told) && told.alone).toBeUndefined()
  const none = await behind(dead, onAnotherChain)
  const error = await none.read().then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(failureOf(error)).toBe('unreachable')
})

test('both are read at the lower of two heads that are near', async () => {
  const before = await l2.getBlockNumber()
  const header = await headerAt(before)
  await l2.mine({ blocks: 2 })
  const { read } = await behind(honest, stuckAt(before, header))
  const told = await read()
  if (!told || 'field' in told) throw new Error('they disagree')
  expect(told.alone).toBeUndefined()
  expect([told.protocol.block.number, told.position.block.number]).toEqual([before, before])
})

test('a host that stands in the past is not used', async () => {
  const latest = await l2.getBlockNumber()
  const past = latest - 100n
  const { read, hosts } = await behind(stuckAt(past, await headerAt(past)), honest)
  expect(await read()).toMatchObject({ alone: hosts[1], protocol: { block: { number: latest } } })
  // Even when it is all that is left: nothing so old is planned from.
  const left = await behind(stuckAt(past, await headerAt(past)), dead)
  expect(failureOf(await left.read(latest).catch((reason: unknown) => reason))).toBe('unreachable')
})

test('a host that pretends to be far ahead, or made the page believe so, does not get the honest one dismissed', async () => {
  await l2.mine({ blocks: 1 })
  const latest = await l2.getBlockNumber()
  const header = (await headerAt(latest)) as Record<string, string>
  const later = numberToHex(BigInt(header.timestamp ?? 0) + 3_600n)
  const boasting: Manner = ({ method }) =>
    method === 'eth_getBlockByNumber'
      ? { instead: { ...header, number: numberToHex(latest + 900n), timestamp: later } }
      : undefined
  const { read } = await behind(boasting, honest)
  const told = await read(latest + 900n)
  if (!told || 'field' in told) throw new Error('they disagree')
  expect(told.alone).toBeUndefined()
  expect(told.protocol.block.number).toBe(latest)
})
