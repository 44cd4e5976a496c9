import { createPublicClient, encodeFunctionData, http, numberToHex, UserRejectedRequestError } from 'viem'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type AddressBook, readAddressBook } from '@/lib/address-book'
import { readBefore } from '@/lib/before'
import { metis, minter } from '@/lib/contracts'
import { failureOf } from '@/lib/errors'
import { runFlow } from '@/lib/flow'
import { pause, type Signer } from '@/lib/follow'
import { readPosition } from '@/lib/position'
import { readProtocol } from '@/lib/protocol'
import type { Client } from '@/lib/rpc'
import { stakeSteps } from '@/lib/stake'
import { rpc } from '../devnet/transact'
import { l2, restoreEach, walletOf, world } from './devnet'
import { startRudeProxy } from './rude-proxy'
import { accountAt, client, kindsOf, signerOf, statesOf } from './signer'

restoreEach()

const account = accountAt(3)
const amount = 10n ** 18n
let book: AddressBook
/** What the last test has still to do on the chain: it must not reach into the next one. */
let replaced: Promise<void> | undefined
afterEach(() => replaced)

beforeAll(async () => {
  book = await readAddressBook(client)
})

const plan = async () => {
  const [protocol, position] = await Promise.all([
    readProtocol(client, book),
    readPosition(client, book, account.address),
  ])
  return stakeSteps({ amount, give: 'METIS', receive: 'seMetis' }, protocol, position)
}

/** Sends as usual, then, with the first transaction still waiting, another one with its nonce and a higher price. */
const replacing = (by: { to: `0x${string}`; data?: `0x${string}` }): Partial<Signer> => ({
  send: async ({ to, data, gas }) => {
    const wallet = walletOf(account)
    const [nonce, gasPrice] = await Promise.all([
      l2.getTransactionCount({ address: account.address }),
      l2.getGasPrice(),
    ])
    const shared = { account, chain: l2.chain, nonce, type: 'legacy', gas } as const
    await rpc(world.l2, 'evm_setAutomine', [false])
    const hash = await wallet.sendTransaction({ ...shared, to, data, gasPrice })
    const replace = async () => {
      // The follower has to know the first one before it is gone.
      await pause(500)
      await wallet.sendTransaction({ ...shared, ...by, gasPrice: gasPrice * 3n })
      await rpc(world.l2, 'evm_setAutomine', [true])
      await rpc(world.l2, 'evm_mine')
    }
    replaced = replace()
    return hash
  },
})

describe('a flow', () => {
  test('tells every state of every step, and ends when the last is mined', async () => {
    expect(kindsOf(await statesOf(await plan(), signerOf(account)))).toEqual([
      '0 simulating',
      '0 signing',
      '0 sent',
      '0 mined',
      '1 simulating',
      '1 signing',
      '1 sent',
      '1 mined',
    ])
  })

  test('waits between two steps as it is told to, as while nobody sees the page', async () => {
    let [behind, waits] = [0, 0]
    const proxy = await startRudeProxy(world.l2.url, ({ method }) => {
      if (method !== 'eth_blockNumber' || behind === 0) return undefined
      behind -= 1
      return { instead: '0x1' }
    })
    const late = createPublicClient({ chain: l2.chain, transport: http(proxy.url), pollingInterval: 50 })
    const wait = (ms: number) => {
      waits += 1
      return pause(ms)
    }
    const between: number[] = []
    for await (const { kind, index } of runFlow(late as unknown as Client, signerOf(account), await plan(), { wait })) {
      if (index === 0 && kind === 'mined') [behind, waits] = [2, 0]
      if (index === 1 && kind === 'simulating') between.push(waits)
    }
    await proxy.stop()
    expect(between).toEqual([2])
  })

  test('asks no node that has not got to the block it was planned at, or an earlier stake would be taken for the next', async () => {
    const head = await l2.getBlockNumber({ cacheTime: 0 })
    const proxy = await startRudeProxy(world.l2.url, ({ method, nth }) =>
      method === 'eth_blockNumber' && nth <= 2 ? { instead: numberToHex(head - 5n) } : undefined,
    )
    const lagging = createPublicClient({ chain: l2.chain, transport: http(proxy.url), pollingInterval: 20 })
    const before = await readBefore(lagging as unknown as Client, account.address, { from: head })
    await proxy.stop()
    expect(before.block).toBe(head)
  })

  test('sends legacy transactions', async () => {
    const states = await statesOf(await plan(), signerOf(account))
    for (const state of states)
      if (state.kind === 'mined') expect((await l2.getTransaction({ hash: state.hash })).type).toBe('legacy')
    expect(states.filter(({ kind }) => kind === 'mined')).toHaveLength(2)
  })

  test('goes on from the allowance when it is started again', async () => {
    const [approval] = await plan()
    if (!approval) throw new Error('no step')
    await statesOf([approval], signerOf(account))
    expect((await plan()).map(({ id }) => id)).toEqual(['mintSeMetis'])
  })

  test('asks for the chain first when the wallet is on another', async () => {
    let chain = 1
    const signer = signerOf(account, {
      chainId: async () => chain,
      switchChain: async (id) => {
        chain = id
      },
    })
    expect(kindsOf(await statesOf((await plan()).slice(0, 1), signer))).toEqual([
      '0 switching',
      '0 simulating',
      '0 signing',
      '0 sent',
      '0 mined',
    ])
  })

  test('stops where the person declines, and nothing is sent', async () => {
    const before = await l2.getTransactionCount({ address: account.address })
    const declining = signerOf(account, {
      send: async () => {
        throw new UserRejectedRequestError(new Error('no'))
      },
    })
    expect(kindsOf(await statesOf(await plan(), declining)).at(-1)).toBe('0 declined')
    expect(await l2.getTransactionCount({ address: account.address })).toBe(before)
  })

  test('never asks for a signature on a call that would fail', async () => {
    const [, mint] = await plan()
    if (!mint) throw new Error('no second step')
    const states = await statesOf([mint], signerOf(account))
    expect(kindsOf(states)).toEqual(['0 simulating', '0 failed'])
    const last = states.at(-1)
    expect(last?.kind === 'failed' && failureOf(last.error)).toBe('lowAllowance')
  })
})

describe('the end of a transaction', () => {
  test('is a cancellation when an empty transaction took its place', async () => {
    const states = await statesOf(await plan(), signerOf(account, replacing({ to: account.address })))
    expect(kindsOf(states).at(-1)).toBe('0 cancelled')
    expect((await readPosition(client, book, account.address)).metisAllowance).toBe(0n)
  })

  test('is a replacement when another call took its place', async () => {
    const data = encodeFunctionData({ ...metis, functionName: 'approve', args: [minter.address, 7n] })
    const states = await statesOf(await plan(), signerOf(account, replacing({ to: metis.address, data })))
    expect(kindsOf(states).at(-1)).toBe('0 superseded')
  })

  test('is success when the same call took its place at a higher price', async () => {
    const [approval] = await plan()
    if (!approval) throw new Error('no step')
    const data = encodeFunctionData({ ...metis, functionName: 'approve', args: [minter.address, amount] })
    const states = await statesOf([approval], signerOf(account, replacing({ to: metis.address, data })))
    expect(kindsOf(states).at(-1)).toBe('0 mined')
  })

  test('is a revert when the chain changed between trial and block', async () => {
    const steps = await plan()
    await statesOf(steps.slice(0, 1), signerOf(account))
    const signer = signerOf(account, {
      send: async (request) => {
        const wallet = walletOf(account)
        const shared = { account, chain: l2.chain, type: 'legacy', gasPrice: await l2.getGasPrice() } as const
        const args = [minter.address, 0n] as const
        await wallet.writeContract({ ...shared, ...metis, functionName: 'approve', args })
        return wallet.sendTransaction({ ...request, ...shared })
      },
    })
    const states = await statesOf(steps.slice(1), signer)
    expect(kindsOf(states).at(-1)).toBe('0 reverted')
    expect((await readPosition(client, book, account.address)).shares).toBe(0n)
  })
})
