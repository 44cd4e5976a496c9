import { createPublicClient, encodeFunctionData, type Hash, type Hex, http } from 'viem'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { metis, minter } from '@/lib/contracts'
import { follow } from '@/lib/follow'
import type { Client } from '@/lib/rpc'
import { findSpenders } from '@/lib/spender'
import { type Asked, type End, isFinal } from '@/lib/transaction'
import { type Before, lookAgain, readEnd } from '@/lib/transaction-end'
import { rpc } from '../devnet/transact'
import { l2, restoreEach, walletOf, world } from './devnet'
import { forgetful } from './faults'
import { type RudeProxy, startRudeProxy } from './rude-proxy'
import { accountAt, client } from './signer'

restoreEach()

const account = accountAt(4)
const wallet = walletOf(account)
const approval = (amount: bigint) =>
  encodeFunctionData({ ...metis, functionName: 'approve', args: [minter.address, amount] })
const nobodys: Hash = `0x${'5'.repeat(64)}`

/** What the app knows when it asks a wallet for an approval of one wei. */
const ask = async (change: Partial<Asked> = {}): Promise<Asked> => {
  const [nonce, block] = await Promise.all([
    l2.getTransactionCount({ address: account.address, blockTag: 'pending' }),
    l2.getBlockNumber({ cacheTime: 0 }),
  ])
  const known = { account: account.address, to: metis.address, data: approval(1n), nonce, block }
  return { ...known, hashes: [], isSeen: false, isContract: false, ...change }
}

const send = async (data: Hex, change: { to?: Hex; nonce?: number; times?: bigint; gas?: bigint } = {}) => {
  const { to = metis.address, nonce, times = 1n, gas = 100_000n } = change
  const gasPrice = (await l2.getGasPrice()) * times
  return wallet.sendTransaction({ account, chain: l2.chain, type: 'legacy', to, data, nonce, gas, gasPrice })
}
/** The same, and waits until a block has it. */
const carryOut: typeof send = async (...how) => {
  const hash = await send(...how)
  await l2.waitForTransactionReceipt({ hash })
  return hash
}
const hold = () => rpc(world.l2, 'evm_setAutomine', [false])
const mine = async () => {
  await rpc(world.l2, 'evm_mine')
  await rpc(world.l2, 'evm_setAutomine', [true])
}

describe('a transaction is found by its nonce', () => {
  test('when it was sped up before any node had shown the first one', async () => {
    const asked = await ask({ hashes: [nobodys] })
    const hash = await carryOut(approval(1n), { times: 2n })
    expect(await readEnd(client, asked)).toMatchObject({ kind: 'mined', hash })
  })

  test('when the wallet failed without a hash and had sent it all the same', async () => {
    const asked = await ask()
    const hash = await carryOut(approval(1n))
    expect(await readEnd(client, asked)).toMatchObject({ kind: 'mined', hash })
  })

  test('when the wallet had another one waiting that nobody knew of', async () => {
    const asked = await ask()
    await carryOut(approval(9n))
    const hash = await carryOut(approval(1n))
    expect(await readEnd(client, asked)).toMatchObject({ kind: 'mined', hash })
  })

  test('with its revert', async () => {
    const data = encodeFunctionData({
      ...metis,
      functionName: 'transferFrom',
      args: [minter.address, account.address, 1n],
    })
    const asked = await ask({ data })
    const hash = await carryOut(data)
    expect(await readEnd(client, asked)).toMatchObject({ kind: 'reverted', hash })
  })

  test('in blocks so old that the node has dropped their state', async () => {
    const asked = await ask()
    const hash = await carryOut(approval(1n))
    await l2.mine({ blocks: 120, interval: 1 })
    await expect(l2.getBalance({ address: account.address, blockNumber: asked.block })).rejects.toThrow()
    expect(await readEnd(client, asked)).toMatchObject({ kind: 'mined', hash })
  })
})

describe('what took its place is told apart', () => {
  test('an empty transaction to oneself is a cancellation', async () => {
    const asked = await ask({ hashes: [nobodys], isSeen: true })
    const hash = await carryOut('0x', { to: account.address })
    expect(await readEnd(client, asked)).toEqual({ kind: 'cancelled', hash })
  })

  test('another call is a replacement', async () => {
    const asked = await ask({ hashes: [nobodys], isSeen: true })
    const hash = await carryOut(approval(2n))
    expect(await readEnd(client, asked)).toEqual({ kind: 'superseded', hash })
  })

  test('another call is no answer to a question that the wallet left open', async () => {
    const asked = await ask()
    await carryOut(approval(2n))
    expect(await readEnd(client, asked)).toEqual({ kind: 'unseen' })
  })
})

describe('one that no node has shown', () => {
  test('is not given up for what its wallet had waiting before it, and is found when it is mined after that', async () => {
    const asked = await ask({ hashes: [nobodys] })
    for (const end of [approval(9n), '0x'] as const) {
      await carryOut(end, end === '0x' ? { to: account.address } : {})
      expect(await readEnd(client, asked)).toEqual({ kind: 'unseen' })
      await l2.mine({ blocks: 20, interval: 1 })
      expect(await readEnd(client, asked)).toEqual({ kind: 'unseen' })
    }
    const hash = await carryOut(approval(1n), { times: 2n })
    expect(await readEnd(client, asked)).toMatchObject({ kind: 'mined', hash })
  })

  test('is searched for once among its nonces, and not again with each that the account spends later', async () => {
    const asked = await ask()
    for (let i = 0; i <= 20; i += 1) await carryOut(approval(2n))
    await l2.mine({ blocks: 20, interval: 1 })
    const proxy = await startRudeProxy(world.l2.url, () => undefined)
    const seen = createPublicClient({ chain: l2.chain, transport: http(proxy.url) }) as unknown as Client
    expect(await readEnd(seen, asked)).toEqual({ kind: 'unseen' })
    await carryOut(approval(2n))
    const before = proxy.asked.length
    expect(await readEnd(seen, asked)).toEqual({ kind: 'unseen' })
    expect(proxy.asked.slice(before).map(({ method }) => method)).toEqual(['eth_getTransactionCount'])
    await proxy.stop()
  })

  test('costs one request a look once its nonce is spent, but for a search at once and until that block lies deep enough', async () => {
    const asked = await ask({ data: approval(7n) })
    const proxy = await startRudeProxy(world.l2.url, () => undefined)
    const seen = createPublicClient({ chain: l2.chain, transport: http(proxy.url) }) as unknown as Client
    const searches: number[] = []
    let before: Before | null = null
    for (let turn = 0; turn < 40; turn += 1) {
      if (turn === 2) await carryOut(approval(2n))
      else await l2.mine({ blocks: 1 })
      const count = proxy.asked.length
      const end: End = await lookAgain(seen, asked, before)
      expect(end).toEqual({ kind: 'unseen' })
      if (proxy.asked.length - count > 1) searches.push(turn)
      before = { end, turn } as Before
    }
    expect(searches).toEqual([2, 12, 24])
    await proxy.stop()
  })

  test('is searched anew once a node has shown it', async () => {
    const asked = await ask({ hashes: [nobodys], data: approval(8n) })
    const hash = await carryOut('0x', { to: account.address })
    await l2.mine({ blocks: 20, interval: 1 })
    expect(await readEnd(client, asked)).toEqual({ kind: 'unseen' })
    expect(await readEnd(client, { ...asked, isSeen: true })).toEqual({ kind: 'cancelled', hash })
  })

  test('is given up when every nonce that it can have went to something else, some blocks ago', async () => {
    const asked = await ask({ hashes: [nobodys] })
    const hashes: Hash[] = []
    for (let i = 0; i <= 16; i += 1) {
      expect(await readEnd(client, asked)).toEqual({ kind: 'unseen' })
      hashes.push(await carryOut(approval(2n)))
    }
    expect(await readEnd(client, asked)).toEqual({ kind: 'unseen' })
    await l2.mine({ blocks: 20, interval: 1 })
    // Its own nonce was the first of them, as far as can be known.
    expect(await readEnd(client, asked)).toEqual({ kind: 'superseded', hash: hashes[0] })
  })
})

describe('300 blocks later, with an RPC that keeps no old state', () => {
  const readLate = async (asked: Asked): Promise<End> => {
    await l2.mine({ blocks: 300, interval: 1 })
    const proxy = await startRudeProxy(
      world.l2.url,
      forgetful(() => l2.getBlockNumber({ cacheTime: 0 })),
    )
    const late = createPublicClient({ chain: l2.chain, transport: http(proxy.url) }) as unknown as Client
    return readEnd(late, asked).finally(proxy.stop)
  }

  test('it is found by what the contract told, sped up or sent by a wallet that then failed', async () => {
    const asked = await ask({ hashes: [nobodys], isSeen: true })
    const hash = await carryOut(approval(1n), { times: 2n })
    expect(await readLate(asked)).toMatchObject({ kind: 'mined', hash })
    expect(await readLate({ ...asked, hashes: [], isSeen: false })).toMatchObject({ kind: 'mined', hash })
  })

  test('another call of the same contract is a replacement', async () => {
    const asked = await ask({ hashes: [nobodys], isSeen: true })
    const hash = await carryOut(approval(2n))
    expect(await readLate(asked)).toEqual({ kind: 'superseded', hash })
  })

  test('what spent its nonce is said not to be found, and its nonce is not called free', async () => {
    const asked = await ask({ hashes: [nobodys], isSeen: true })
    await carryOut('0x', { to: account.address })
    expect(await readLate(asked)).toEqual({ kind: 'unfound' })
    expect(await readLate({ ...asked, isSeen: false })).toEqual({ kind: 'unseen' })
  })
})

describe('while its nonce is unspent', () => {
  test('it waits once a node has it, and its real nonce is learnt', async () => {
    await hold()
    await send(approval(9n))
    const asked = await ask()
    const hash = await send(approval(1n))
    const found = await readEnd(client, { ...asked, nonce: asked.nonce - 1, hashes: [hash] })
    expect(found).toEqual({ kind: 'waiting', nonce: asked.nonce, hash })
    await mine()
    expect(await readEnd(client, { ...asked, hashes: [hash] })).toMatchObject({ kind: 'mined', hash })
  })

  test('it is unseen when no node has it, and dropped when one had it', async () => {
    const asked = await ask({ hashes: [nobodys] })
    expect(await readEnd(client, asked)).toEqual({ kind: 'unseen' })
    await hold()
    const hash = await send(approval(1n))
    const seen = { ...asked, hashes: [hash], isSeen: true }
    expect((await readEnd(client, seen)).kind).toBe('waiting')
    await rpc(world.l2, 'anvil_dropTransaction', [hash])
    expect(await readEnd(client, seen)).toEqual({ kind: 'dropped' })
    await mine()
    expect(await readEnd(client, seen)).toEqual({ kind: 'dropped' })
  })
})

describe('one that is followed', () => {
  let proxy: RudeProxy
  let counting: Client
  let look: () => Promise<{ end: End; requests: number }>
  let asked: Asked
  let hash: Hash
  beforeEach(async () => {
    proxy = await startRudeProxy(world.l2.url, () => undefined)
    counting = createPublicClient({ chain: l2.chain, transport: http(proxy.url), pollingInterval: 4_000 }) as never
    await hold()
    asked = await ask()
    hash = await send(approval(1n))
    asked = { ...asked, hashes: [hash], isSeen: true }
    let before: Before | null = null
    let turn = 0
    look = async () => {
      const count = proxy.asked.length
      const end: End = await lookAgain(counting, asked, before)
      before = isFinal(end) ? null : { end, turn }
      turn += 1
      return { end, requests: proxy.asked.length - count }
    }
    expect((await look()).end.kind).toBe('waiting')
  })
  afterEach(() => proxy.stop())
  /** What is found within two looks: each asks for something else. */
  const found = async (): Promise<End> => [await look(), await look()].map(({ end }) => end).at(-1) as End

  test('is asked after by one request while it waits', async () => {
    for (let i = 0; i < 6; i += 1)
      expect(await look()).toEqual({ end: { kind: 'waiting', nonce: asked.nonce, hash }, requests: 1 })
    await mine()
    expect(await found()).toMatchObject({ kind: 'mined', hash })
  })

  test('is looked at when it is told that a block has come, by one request each time, and its nonce among them', async () => {
    const looks: string[][] = []
    let count = proxy.asked.length
    const watch = () => async () => {
      looks.push(proxy.asked.slice(count).map(({ method }) => method))
      if (looks.length === 8) await mine()
      count = proxy.asked.length
    }
    const states: string[] = []
    for await (const { kind } of follow({ client: counting, asked, index: 0, watch })) states.push(kind)
    expect(states).toEqual(['sent', 'mined'])
    const [byHash, byNonce] = ['eth_getTransactionByHash', 'eth_getTransactionCount']
    expect(looks[0]).toContain('eth_getTransactionReceipt')
    const further = [byHash, byHash, byNonce, byHash, byHash, byNonce, byHash]
    expect(looks.slice(1, 8)).toEqual(further.map((method) => [method]))
  })

  test('ends by another hash when it was sped up', async () => {
    const faster = await send(approval(1n), { nonce: asked.nonce, times: 2n })
    await mine()
    expect(await found()).toMatchObject({ kind: 'mined', hash: faster })
  })

  test('is dropped, waits again, and is cancelled, as a node says', async () => {
    await rpc(world.l2, 'anvil_dropTransaction', [hash])
    expect(await found()).toEqual({ kind: 'dropped' })
    expect(await look()).toEqual({ end: { kind: 'dropped' }, requests: 1 })
    await send(approval(1n))
    expect((await found()).kind).toBe('waiting')
    const cancel = await send('0x', { to: account.address, nonce: asked.nonce, times: 2n })
    await mine()
    expect(await found()).toEqual({ kind: 'cancelled', hash: cancel })
  })
})

test('an unspent nonce has no spender', async () => {
  const asked = await ask()
  const { nonce, block } = asked
  expect((await findSpenders(client, { ...asked, first: nonce, last: nonce }, block)).size).toBe(0)
})
