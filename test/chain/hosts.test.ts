import { createPublicClient, http, maxUint256, numberToHex } from 'viem'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readAddressBook } from '@/lib/address-book'
import { metis } from '@/lib/contracts'
import { failureOf } from '@/lib/errors'
import { hosts } from '@/lib/hosts'
import { readProtocol } from '@/lib/protocol'
import { type Client, maybe } from '@/lib/rpc'
import { l2, restoreEach, world } from './devnet'
import { rudeHosts } from './rude-hosts'
import type { Manner, Rudeness } from './rude-proxy'
import { accountAt, client } from './signer'

restoreEach()

const start = rudeHosts()
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A client over as many hosts as there are manners, and how often each was asked for figures. */
async function behind(...manners: Manner[]) {
  const found = await start(world.l2.url, manners)
  const transport = hosts(found.map(({ url }) => http(url, { timeout: 400, retryCount: 0 })))
  const seen = createPublicClient({ chain: l2.chain, transport }) as unknown as Client
  const counts = () => found.map(({ asked }) => asked.filter(({ method }) => method === 'eth_call').length)
  const heads = () => found.map(({ asked }) => asked.filter(({ method }) => method === 'eth_getBlockByNumber').length)
  return { seen, found, counts, heads }
}
const figures = async (seen: Client) => {
  const { block, ...rest } = await readProtocol(seen, await readAddressBook(client))
  return { ...rest, at: block.number }
}
const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1_000)

const faults: Record<string, Rudeness> = {
  '429 in plain words': { status: 429, text: 'Too Many Requests' },
  '429 in JSON': { status: 429, error: { code: 429, message: 'Too many requests' } },
  '429 inside an HTTP 200': { error: { code: 429, message: 'Too many requests' } },
  'a limit of requests': { error: { code: -32005, message: 'limit exceeded' } },
  'a fault of its own in JSON': { error: { code: -32603, message: 'rate limit exceeded' } },
  'an HTTP 500': { status: 500, text: '<html>Internal Server Error</html>' },
  'an HTTP 503': { status: 503, text: 'Service Unavailable' },
  'no answer': 'silence',
  'a cut line': 'cut',
  'half of its JSON': 'truncated',
  'another chain’s id': { instead: numberToHex(1) },
}

test.each(Object.entries(faults))(
  'a host with %s is asked last for a while, and first again when it is well',
  async (name, fault) => {
    let isSick = true
    const { seen, counts } = await behind(
      ({ method }) => (isSick && (name.startsWith('another') ? method === 'eth_chainId' : true) ? fault : undefined),
      () => undefined,
    )
    const truth = await figures(client)
    expect(await figures(seen)).toEqual(truth)
    const [first, second] = counts()
    expect(await figures(seen)).toEqual(truth)
    expect(counts()).toEqual([first, (second ?? 0) + 1])
    isSick = false
    later(31)
    expect(await figures(seen)).toEqual(truth)
    expect(counts()).toEqual([(first ?? 0) + 1, (second ?? 0) + 1])
  },
)

test.each([
  [4, [1, 0]],
  [5, [0, 1]],
] as const)('of a host that takes %i s the answer is used; %j are asked next', async (seconds, next) => {
  let isSlow = true
  const { seen, counts } = await behind(
    ({ method }) => {
      if (isSlow && method === 'eth_call') later(seconds)
      return undefined
    },
    () => undefined,
  )
  const truth = await figures(client)
  expect(await figures(seen)).toEqual(truth)
  expect(counts()).toEqual([1, 0])
  isSlow = false
  expect(await figures(seen)).toEqual(truth)
  expect(counts()).toEqual([1 + next[0], next[1]])
  later(31)
  expect(await figures(seen)).toEqual(truth)
  expect(counts()).toEqual([2 + next[0], next[1]])
})

test.each(Object.entries(faults).filter(([, fault]) => typeof fault === 'object' && 'error' in fault))(
  '%s of every host is never taken for the word of a contract',
  async (_, fault) => {
    const { seen } = await behind(
      () => fault,
      () => fault,
    )
    const account = accountAt(30).address
    const call = { ...metis, functionName: 'approve', args: [account, 1n], account } as const
    const error = await seen.simulateContract(call).catch((reason: unknown) => reason)
    expect(failureOf(error)).toBe('unreachable')
    const [answer] = await seen.multicall({ contracts: [{ ...metis, functionName: 'decimals' }] })
    expect(() => answer && maybe(answer)).toThrow()
  },
)

test('what the contract refuses is not asked of the next host, and is no fault of the first', async () => {
  const { seen, counts } = await behind(
    () => undefined,
    () => undefined,
  )
  const [account, to] = [accountAt(30).address, accountAt(31).address]
  const call = { ...metis, functionName: 'transfer', args: [to, maxUint256], account } as const
  await expect(seen.simulateContract(call)).rejects.toThrow('transfer amount exceeds balance')
  await figures(seen)
  expect(counts()).toEqual([2, 0])
})

test('a host whose head lags goes last once heads were compared, which is done when a block was old, once a minute at most', async () => {
  const latest = await l2.getBlockNumber()
  const past = await l2.request({
    method: 'eth_getBlockByNumber',
    params: [numberToHex(latest - 100n), false],
  } as never)
  let lags = true
  const { seen, counts, heads } = await behind(
    ({ method }) => (lags && method === 'eth_getBlockByNumber' ? { instead: past } : undefined),
    () => undefined,
  )
  await l2.mine({ blocks: 1 })
  const { timestamp } = await l2.getBlock()
  vi.setSystemTime(Number(timestamp) * 1_000 + 50_000)
  await figures(seen)
  await vi.waitUntil(() => heads().every((count) => count === 1))
  await figures(seen)
  lags = false
  later(9)
  await figures(seen)
  expect(counts()).toEqual([1, 2])
  // The block is a minute old now, which is seen of the first answer and looked into with the second.
  later(60)
  await figures(seen)
  expect(heads()).toEqual([1, 1])
  await figures(seen)
  await vi.waitUntil(() => heads().every((count) => count === 2))
  await figures(seen)
  expect(counts()).toEqual([2, 4])
})

test('a host alone is asked once which chain it serves, and then for figures and nothing else', async () => {
  const { seen, found } = await behind(() => undefined)
  for (let i = 0; i < 3; i++) await figures(seen)
  const asked = found[0]?.asked.map(({ method }) => method)
  expect(asked?.toSorted()).toEqual(['eth_call', 'eth_call', 'eth_call', 'eth_chainId'])
})

test('a host alone that serves another chain is not believed, however well it answers', async () => {
  let isOther = true
  const { seen } = await behind(({ method }) =>
    isOther && method === 'eth_chainId' ? { instead: numberToHex(1) } : undefined,
  )
  await expect(figures(seen)).rejects.toThrow('This RPC serves another chain')
  isOther = false
  expect(await figures(seen)).toEqual(await figures(client))
})

test('when all fail, all are asked, and the error is the host’s own', async () => {
  const { seen, counts } = await behind(
    () => ({ status: 503, text: 'out of order' }),
    () => 'cut',
  )
  await expect(figures(seen)).rejects.toThrow('HTTP request failed')
  expect(counts().every((count) => count > 0)).toBe(true)
})
