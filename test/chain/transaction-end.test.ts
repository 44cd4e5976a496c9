import { encodeFunctionData, type Hash, type Hex } from 'viem'
import { describe, expect, test } from 'vitest'
import { metis, minter } from '@/lib/contracts'
import { findSpender } from '@/lib/spender'
import type { Asked } from '@/lib/transaction'
import { readEnd } from '@/lib/transaction-end'
import { rpc } from '../devnet/transact'
import { l2, restoreEach, walletOf, world } from './devnet'
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
  test('an empty transaction to oneself is a cancellation, though nobody has shown the first one', async () => {
    const asked = await ask({ hashes: [nobodys] })
    const hash = await carryOut('0x', { to: account.address })
    expect(await readEnd(client, asked)).toEqual({ kind: 'cancelled', hash })
  })

  test('another call is a replacement', async () => {
    const asked = await ask({ hashes: [nobodys] })
    const hash = await carryOut(approval(2n))
    expect(await readEnd(client, asked)).toEqual({ kind: 'superseded', hash })
  })

  test('another call is no answer to a question that the wallet left open', async () => {
    const asked = await ask()
    await carryOut(approval(2n))
    expect(await readEnd(client, asked)).toEqual({ kind: 'unseen' })
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

test('an unspent nonce has no spender', async () => {
  const { account: owner, nonce, block } = await ask()
  expect(await findSpender(client, { account: owner, nonce, after: block })).toBeNull()
})
