import { type Account, type Chain, createWalletClient, custom, type WalletClient } from 'viem'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { batchWallet, toBatchSupport, toSaid } from './batch-wallet'
import { network } from './network'

const account = '0x79F3522a1b56f22a6549e42f9cfa92eF5FEb81e8'
const [a, b] = [`0x${'a'.repeat(64)}`, `0x${'b'.repeat(64)}`] as const

describe('what a wallet says of atomic batches', () => {
  it.each([
    [{ atomic: { status: 'supported' } }, 'supported'],
    [{ atomic: { status: 'ready' } }, 'ready'],
    [{ atomic: { status: 'unsupported' } }, null],
    [{ atomic: 'supported' }, null],
    [{ atomic: null, paymasterService: { supported: true } }, null],
    [{ atomicBatch: { supported: true } }, 'supported'],
    [{ atomicBatch: { supported: 'true' } }, null],
    [{}, null],
    [undefined, null],
    ['supported', null],
  ])('%j is %s', (capabilities, support) => {
    expect(toBatchSupport(capabilities)).toBe(support)
  })
})

it('a transaction that a wallet names once for each call counts once', () => {
  const receipts = [a, a, b].map((transactionHash) => ({ transactionHash }))
  expect(toSaid({ statusCode: 200, receipts })).toEqual({ code: 200, hashes: [a, b] })
  expect(toSaid({ statusCode: 100 })).toEqual({ code: 100, hashes: [] })
})

describe('a wallet', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const asked: unknown[] = []
  const walletOf = (answer: (method: string) => unknown) => {
    const request = async ({ method, params }: { method: string; params?: unknown }) => {
      asked.push({ method, params })
      return answer(method)
    }
    const transport = custom({ request }, { retryCount: 0 })
    const client = createWalletClient({ account, chain: network.l2, transport })
    return batchWallet(client as WalletClient<typeof transport, Chain, Account>)
  }
  const id = `0x${'1'.repeat(64)}` as const
  const calls = [{ to: account, data: '0x12' }] as const

  it('that does not say in time what it can do can not do it', async () => {
    const support = walletOf(() => new Promise(() => {})).support(network.l2.id)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await support).toBeNull()
  })

  it('that throws can not do it', async () => {
    const failing = walletOf(() => {
      throw new Error('no')
    })
    expect(await failing.support(network.l2.id)).toBeNull()
  })

  it('is asked for all or nothing in the final form of EIP-5792', async () => {
    asked.length = 0
    expect(await walletOf(() => ({ id: 'its own' })).send({ id, calls })).toBe('its own')
    const chainId = `0x${network.l2.id.toString(16)}`
    expect(asked).toMatchObject([
      {
        method: 'wallet_sendCalls',
        params: [{ version: '2.0.0', id, from: account, chainId, atomicRequired: true, calls }],
      },
    ])
  })

  it('that answers without a name is asked by ours', async () => {
    expect(await walletOf(() => ({})).send({ id, calls })).toBe(id)
  })
})
