import { createPublicClient, getAbiItem, http } from 'viem'
import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { vault } from '@/lib/contracts'
import { readLogs } from '@/lib/logs'
import { type Client, transportOf } from '@/lib/rpc'
import { type Manner, type Rudeness, type RudeProxy, startRudeProxy } from './rude-proxy'
import { client } from './signer'

const { address } = vault
const events = [
  getAbiItem({ abi: vault.abi, name: 'Deposit' }),
  getAbiItem({ abi: vault.abi, name: 'AssetsAdded' }),
] as const
let to: bigint
let proxy: RudeProxy | undefined

/** The devnet behind a proxy of such manners, as the app would reach it. */
async function behind(manner: Manner): Promise<Client> {
  proxy = await startRudeProxy(inject('devnet').l2Url, manner)
  const transport = http(proxy.url, { timeout: 400, retryCount: 1 })
  return createPublicClient({ chain: client.chain, transport }) as unknown as Client
}

/** The proxy that is running, through the app's own transport. */
const asTheApp = () => createPublicClient({ chain: client.chain, transport: transportOf([proxy?.url ?? '']) })

/** Which chain a host serves, the app finds out besides. */
const askedFor = (wanted: string) => proxy?.asked.filter(({ method }) => method === wanted)

const widthOf = (params: readonly unknown[]): bigint => {
  const { fromBlock, toBlock } = params[0] as { fromBlock: string; toBlock: string }
  return BigInt(toBlock) - BigInt(fromBlock) + 1n
}

const place = ({ blockNumber, logIndex }: { blockNumber: bigint; logIndex: number }) => `${blockNumber} ${logIndex}`

/** What the devnet itself says, without any of our code in between. */
async function everyPlace(): Promise<string[]> {
  const logs = await client.getLogs({ address, events, fromBlock: 0n, toBlock: to })
  return logs.map(place)
}

beforeAll(async () => {
  to = await client.getBlockNumber()
})
afterEach(async () => {
  await proxy?.stop()
  proxy = undefined
})

const everySecond =
  (rudeness: Rudeness): Manner =>
  ({ nth }) =>
    nth % 2 === 1 ? rudeness : undefined

const manners: Record<string, Manner> = {
  'that answers at most 20 results, by a JSON-RPC error': (_, answer) =>
    Array.isArray(answer) && answer.length > 20
      ? { error: { code: -32005, message: 'query returned more than 20 results' } }
      : undefined,
  'that allows 700 blocks, by HTTP 400 with a JSON-RPC error': ({ params }) =>
    widthOf(params) > 700n
      ? { status: 400, error: { code: -32602, message: 'block range is too wide, 700 at most' } }
      : undefined,
  'that allows 700 blocks, by HTTP 413 in plain words': ({ params }) =>
    widthOf(params) > 700n ? { status: 413, text: 'Request Entity Too Large' } : undefined,
  'that does not answer at all when asked for more than 1,500 blocks': ({ params }) =>
    widthOf(params) > 1_500n ? 'silence' : undefined,
  'that gives up with a gateway timeout when asked for more than 1,500 blocks': ({ params }) =>
    widthOf(params) > 1_500n ? { status: 504, text: '<html>Gateway Timeout</html>' } : undefined,
  'that says 429 in plain words to every other request': everySecond({ status: 429, text: 'Too Many Requests' }),
  'that says 429 with a JSON body to every other request': everySecond({
    status: 429,
    error: { code: 429, message: 'Too many requests' },
  }),
  'that says 429 inside an HTTP 200 to every other request': everySecond({
    error: { code: 429, message: 'compute units per second capacity exceeded' },
  }),
  'that means requests by the code that others use for results': everySecond({
    error: { code: -32005, message: 'daily request count exceeded, request rate limited' },
  }),
  'that is out of order every other time': everySecond({ status: 503, text: 'Service Unavailable' }),
  'that hangs up on every other request': everySecond('cut'),
}

describe('logs read from a provider', () => {
  test.each(Object.entries(manners))('%s are all there, once and in order', async (_, manner) => {
    const rude = await behind(manner)
    const logs = await readLogs(rude, { address, events, from: 0n, to })
    expect(logs.map(place)).toEqual(await everyPlace())
    expect(proxy?.asked.length).toBeGreaterThan(1)
  })

  const hurries: Record<string, Rudeness> = {
    'by HTTP 429': { status: 429, text: 'Too Many Requests' },
    'by the code that others use for any fault': { error: { code: -32000, message: 'rate limit exceeded' } },
    'by a code of its own': { error: { code: -32016, message: 'over rate limit' } },
    'by words alone': { status: 400, error: { code: -32600, message: 'Too many requests, slow down' } },
  }
  test.each(Object.entries(hurries))('that only hurries %s are not asked for in smaller ranges', async (_, hurry) => {
    const rude = await behind(everySecond(hurry))
    await readLogs(rude, { address, events, from: 0n, to })
    expect(proxy?.asked.map(({ params }) => widthOf(params))).toEqual([to + 1n, to + 1n])
  })

  test('are asked for in wider ranges again once narrow ones go well', async () => {
    const rude = await behind(({ params, nth }) =>
      nth < 10 && widthOf(params) > 40n ? { error: { code: -32000, message: 'too wide' } } : undefined,
    )
    const logs = await readLogs(rude, { address, events, from: 0n, to })
    expect(logs.map(place)).toEqual(await everyPlace())
    expect(proxy?.asked.length).toBeLessThan(Number(to) / 40)
  })

  test('come with their progress, from little to all', async () => {
    const rude = await behind(({ params }) =>
      widthOf(params) > 700n ? { error: { code: -32602, message: 'too wide' } } : undefined,
    )
    const fractions: number[] = []
    await readLogs(rude, { address, events, from: 0n, to }, { onProgress: (fraction) => fractions.push(fraction) })
    expect(fractions.length).toBeGreaterThan(5)
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b))
    expect(fractions.at(-1)).toBe(1)
  })
})

describe('a provider that says when to come back', () => {
  /** Refuses for nearly a second, and says so; whoever tries by guess comes three times in vain. */
  const untilThen = (rudeness: Rudeness): Manner => {
    let first: number | undefined
    return () => {
      first ??= performance.now()
      return performance.now() - first < 950 ? rudeness : undefined
    }
  }
  const refusals: Record<string, Rudeness> = {
    'in plain words': { status: 429, text: 'Too Many Requests', retryAfter: '1' },
    'beside a JSON-RPC error': { status: 429, error: { code: 429, message: 'Too many requests' }, retryAfter: '1' },
    'while it is out of order': { status: 503, text: 'Service Unavailable', retryAfter: '1' },
  }

  test.each(Object.entries(refusals))('%s is not asked before', async (_, refusal) => {
    const rude = await behind(untilThen(refusal))
    const logs = await readLogs(rude, { address, events, from: 0n, to })
    expect(logs.map(place)).toEqual(await everyPlace())
    expect(proxy?.asked).toHaveLength(2)
  })

  test('is not asked before by the app’s other reads either', async () => {
    await behind(untilThen({ status: 429, text: 'Too Many Requests', retryAfter: '1' }))
    expect(await asTheApp().getBlockNumber()).toBe(to)
    expect(askedFor('eth_blockNumber')).toHaveLength(2)
  })
})

test('a range that is refused is asked for once by the app’s own transport, then in halves', async () => {
  await behind(({ method, params }) =>
    method === 'eth_getLogs' && widthOf(params) > 3_000n
      ? { status: 413, text: 'Request Entity Too Large' }
      : undefined,
  )
  await readLogs(asTheApp() as unknown as Client, { address, events, from: 0n, to: 3_999n })
  expect(askedFor('eth_getLogs')?.map(({ params }) => widthOf(params))).toEqual([4_000n, 2_000n, 2_000n])
})

describe('reading logs ends with the provider’s error', () => {
  test('when it hurries for ever and does not say how long, after pauses that double', async () => {
    const times: number[] = []
    const rude = await behind(() => {
      times.push(performance.now())
      return { status: 429, text: 'Too Many Requests' }
    })
    await expect(readLogs(rude, { address, events, from: 0n, to })).rejects.toThrow('Too Many Requests')
    const pauses = times.slice(1).map((time, i) => time - (times[i] ?? 0))
    // A timer may fire some ms early.
    expect(pauses.map((pause, i) => pause >= 200 * 2 ** i - 20)).toEqual(Array(6).fill(true))
  })

  test('when it does not know the method', async () => {
    const rude = await behind(() => ({ error: { code: -32601, message: 'the method does not exist' } }))
    await expect(readLogs(rude, { address, events, from: 0n, to })).rejects.toThrow('the method does not exist')
    expect(proxy?.asked).toHaveLength(1)
  })

  test('when it refuses a single block', async () => {
    const rude = await behind(() => ({ error: { code: -32000, message: 'history has been pruned' } }))
    await expect(readLogs(rude, { address, events, from: 0n, to: 1n })).rejects.toThrow('history has been pruned')
  })
})

test('reading logs stops when it is aborted, in the middle of waiting as well', async () => {
  const stopping = new AbortController()
  const rude = await behind(({ nth }) => {
    if (nth === 2) stopping.abort(new Error('no longer wanted'))
    return { status: 429, text: 'Too Many Requests' }
  })
  const { signal } = stopping
  await expect(readLogs(rude, { address, events, from: 0n, to }, { signal })).rejects.toThrow('no longer wanted')
  expect(proxy?.asked).toHaveLength(2)
})
