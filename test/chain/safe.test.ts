import {
  concatHex,
  createPublicClient,
  encodeFunctionData,
  encodePacked,
  erc20Abi,
  type Hash,
  type Hex,
  http,
  parseAbi,
  parseEther,
  size,
  zeroAddress,
} from 'viem'
import { beforeEach, describe, expect, test } from 'vitest'
import type { AskBatch } from '@/lib/batch-end'
import { readBefore } from '@/lib/before'
import { metis, minter, vault } from '@/lib/contracts'
import { runFlow } from '@/lib/flow'
import type { FlowState } from '@/lib/follow'
import type { Client } from '@/lib/rpc'
import { stakeSteps } from '@/lib/stake'
import type { Asked, Open } from '@/lib/transaction'
import { type Before, lookAgain, readEnd } from '@/lib/transaction-end'
import { artifactOf, compile } from '../devnet/compile'
import { execute, read, send } from '../devnet/transact'
import { l2, restoreEach, walletOf, world } from './devnet'
import { startRudeProxy } from './rude-proxy'
import { accountAt, client, signerOf } from './signer'

restoreEach()

const artifacts = await compile()
const account = '0x5afe00000000000000000000000000000000cafe'
const signer = accountAt(6).address
const safe = {
  chain: world.l2,
  name: 'SafeWallet',
  address: account,
  abi: artifactOf(artifacts, 'SafeWallet').abi,
} as const
const nobodys: Hash = `0x${'5'.repeat(64)}`
const mintCall = (amount: bigint): Hex =>
  encodeFunctionData({ ...minter, functionName: 'mint', args: [account, amount, true, zeroAddress] })
const approval = encodeFunctionData({ ...metis, functionName: 'approve', args: [minter.address, parseEther('5')] })

beforeEach(async () => {
  await l2.setCode({ address: account, bytecode: artifactOf(artifacts, 'SafeWallet').deployedBytecode })
  await execute({ from: signer, on: world.onL2.metis, fn: 'devnetMint', args: [account, parseEther('10')] })
})

/** The hash that the Safe makes for a call with a nonce. */
const hashOf = (to: Hex, data: Hex, nonce: bigint, operation = 0): Promise<Hash> =>
  read(safe, 'getTransactionHash', [to, 0n, data, operation, 0n, 0n, 0n, zeroAddress, zeroAddress, nonce])

/** What the app knows after a Safe gave it a hash of its own making. */
/** `waiting`: how many others the Safe's signers have before them. */
const ask = async (to: Hex, data: Hex, waiting = 0n): Promise<Asked> => ({
  ...(await readBefore(client, account)),
  to,
  data,
  hashes: [await hashOf(to, data, (await read<bigint>(safe, 'nonce')) + waiting)],
})
const carryOut = (to: Hex, data: Hex, older = false) =>
  execute({ from: signer, on: safe, fn: 'execTransaction', args: [to, 0n, data, older] })

/** How many requests each of so many looks takes while its signers wait. `ask`: what the wallet says of a batch. */
async function costs(asked: Asked, count: number, ask?: AskBatch): Promise<number[]> {
  const proxy = await startRudeProxy(world.l2.url, () => undefined)
  const counting = createPublicClient({ chain: l2.chain, transport: http(proxy.url) }) as unknown as Client
  const found: number[] = []
  let before: Before | null = null
  for (let turn = 0; turn < count; turn += 1) {
    const since = proxy.asked.length
    const end = await lookAgain(counting, asked, before, ask)
    expect(end).toEqual({ kind: 'signers' })
    before = { end: end as Open, turn }
    found.push(proxy.asked.length - since)
  }
  await proxy.stop()
  return found
}

describe('a transaction of a Safe', () => {
  test('is asked after by one request for each block until its nonce is reached', async () => {
    const asked = await ask(minter.address, mintCall(parseEther('2')), 1n)
    const [first, ...further] = await costs(asked, 6)
    expect(first).toBeGreaterThan(1)
    expect(further).toEqual([1, 1, 1, 1, 1])
    const before: Before = { end: { kind: 'signers' }, turn: 5 }
    await carryOut(metis.address, approval)
    expect(await lookAgain(client, asked, before)).toEqual({ kind: 'signers' })
    await carryOut(minter.address, mintCall(parseEther('2')))
    expect((await lookAgain(client, asked, before)).kind).toBe('mined')
  })

  test('that is no Safe is looked for in full at one look in three, and by its receipt at the others', async () => {
    const asked = { ...(await ask(metis.address, approval)), safeNonce: undefined, hashes: [nobodys] }
    const [, second, third, fourth, fifth] = await costs(asked as Asked, 6)
    expect([second, third, fifth]).toEqual([1, 1, 1])
    expect(fourth).toBeGreaterThan(1)
  })

  test('waits for its signers, whatever else the Safe does', async () => {
    const asked = await ask(minter.address, mintCall(parseEther('2')), 1n)
    expect(await readEnd(client, asked)).toEqual({ kind: 'signers' })
    await carryOut(metis.address, approval)
    expect(await readEnd(client, asked)).toEqual({ kind: 'signers' })
    await carryOut(minter.address, mintCall(parseEther('2')))
    expect((await readEnd(client, asked)).kind).toBe('mined')
  })

  test('has ended once its signers gave its nonce to another one, as when they reject it', async () => {
    const asked = await ask(minter.address, mintCall(parseEther('2')), 1n)
    await carryOut(metis.address, approval)
    await carryOut(account, '0x')
    // A node that lags behind may not have told of it yet.
    expect(await readEnd(client, asked)).toEqual({ kind: 'signers' })
    await l2.mine({ blocks: 20, interval: 1 })
    const end = await readEnd(client, asked)
    expect(end.kind).toBe('superseded')
    const tx = 'hash' in end ? await l2.getTransaction({ hash: end.hash }) : undefined
    expect(tx?.input).toContain(account.slice(2))
  })

  test.each([false, true])('is mined once the Safe says so (before 1.4.1: %s)', async (older) => {
    const asked = await ask(metis.address, approval)
    await carryOut(metis.address, approval, older)
    const end = await readEnd(client, asked)
    expect(end.kind).toBe('mined')
    expect('hash' in end && (await l2.getTransaction({ hash: end.hash })).to?.toLowerCase()).toBe(account)
  })

  test('is reverted when the Safe says that it failed, though its own transaction went through', async () => {
    const asked = await ask(minter.address, mintCall(parseEther('2')))
    await carryOut(minter.address, mintCall(parseEther('2')))
    expect((await readEnd(client, asked)).kind).toBe('reverted')
    expect(await l2.readContract({ ...vault, functionName: 'balanceOf', args: [account] })).toBe(0n)
  })

  test('is found by our own events when the hash is of another kind of wallet', async () => {
    await carryOut(metis.address, approval)
    const asked = { ...(await ask(minter.address, mintCall(parseEther('2')))), hashes: [nobodys] }
    await carryOut(minter.address, mintCall(parseEther('1')))
    expect(await readEnd(client, asked)).toEqual({ kind: 'signers' })
    await carryOut(minter.address, mintCall(parseEther('2')))
    expect((await readEnd(client, asked)).kind).toBe('mined')
  })

  test('is not ended by a stranger who carries its bytes in a transaction that names the account', async () => {
    const revoke = encodeFunctionData({ ...metis, functionName: 'approve', args: [minter.address, 0n] })
    const stranger = accountAt(5)
    const carry = async (data: Hex, functionName: 'transfer' | 'transferFrom', args: readonly unknown[]) => {
      const call = encodeFunctionData({ abi: erc20Abi, functionName, args } as never)
      const hash = await walletOf(stranger).sendTransaction({
        account: stranger,
        chain: l2.chain,
        type: 'legacy',
        to: metis.address,
        data: concatHex([call, data]),
        gasPrice: await l2.getGasPrice(),
      })
      expect((await l2.waitForTransactionReceipt({ hash })).status).toBe('success')
    }
    for (const data of [approval, revoke]) {
      const asked = { ...(await ask(metis.address, data)), hashes: [nobodys] }
      await carry(data, 'transfer', [account, 0n])
      await carry(data, 'transferFrom', [account, minter.address, 0n])
      expect(await readEnd(client, asked)).toEqual({ kind: 'signers' })
      await carryOut(metis.address, data)
      expect((await readEnd(client, asked)).kind).toBe('mined')
    }
  })

  test('for somebody else is found too, though the events name only who is given something', async () => {
    await carryOut(metis.address, approval)
    const data = encodeFunctionData({
      ...minter,
      functionName: 'mint',
      args: [signer, parseEther('5'), true, zeroAddress],
    })
    const asked = { ...(await ask(minter.address, data)), hashes: [nobodys] }
    await carryOut(minter.address, data)
    expect((await readEnd(client, asked)).kind).toBe('mined')
  })

  test('that waits for long is not looked for again in blocks that were searched', async () => {
    const asked = { ...(await ask(metis.address, approval)), hashes: [nobodys] }
    const proxy = await startRudeProxy(world.l2.url, () => undefined)
    const counting = createPublicClient({ chain: l2.chain, transport: http(proxy.url) }) as unknown as Client
    const look = async () => {
      const before = proxy.asked.length
      const end = await readEnd(counting, asked)
      const ranges = proxy.asked.slice(before).filter(({ method }) => method === 'eth_getLogs')
      return { end, from: ranges.map(({ params: [query] }) => BigInt((query as { fromBlock: Hex }).fromBlock)) }
    }
    await l2.mine({ blocks: 200, interval: 1 })
    const first = await look()
    expect(first).toEqual({ end: { kind: 'signers' }, from: first.from.map(() => asked.block + 1n) })
    const second = await look()
    expect(second.from).toHaveLength(first.from.length)
    for (const from of second.from) expect(from).toBeGreaterThan(asked.block + 100n)
    await carryOut(metis.address, approval)
    expect((await look()).end.kind).toBe('mined')
    await proxy.stop()
  })
})

describe('a batch of a Safe', () => {
  const calls = [
    { to: metis.address, data: approval, step: 'approveMetis', amount: parseEther('5') },
    { to: minter.address, data: mintCall(parseEther('5')), step: 'mintSeMetis', amount: parseEther('5') },
  ] as const
  const packed = calls.map(({ to, data }) =>
    encodePacked(['uint8', 'address', 'uint256', 'uint256', 'bytes'], [0, to, 0n, BigInt(size(data)), data]),
  )
  const data = encodeFunctionData({
    abi: parseAbi(['function multiSend(bytes)']),
    args: [`0x${packed.map((each) => each.slice(2)).join('')}`],
  })

  test.each([
    ['1.3.0', '0xA1dabEF33b3B82c7814B6D82A79e50F4AC44102B'],
    ['1.3.0 elsewhere', '0x40A2aCCbd92BCA938b02010E17A5b8929b49130D'],
    ['1.4.1', '0x9641d764fc13c8B624c04430C7356C1C7C8102e2'],
  ] as const)('has ended once its signers gave its nonce to another one (%s)', async (_, multiSend) => {
    const id = await hashOf(multiSend, data, (await read<bigint>(safe, 'nonce')) + 1n, 1)
    const asked: Asked = { ...(await readBefore(client, account)), ...calls[1], batch: { id, calls: [...calls] } }
    await carryOut(metis.address, approval)
    expect(await readEnd(client, asked)).toEqual({ kind: 'signers' })
    await carryOut(account, '0x')
    await l2.mine({ blocks: 20, interval: 1 })
    expect((await readEnd(client, asked)).kind).toBe('superseded')
  })

  test('is not asked after on the chain, but for one look in three, while the wallet calls it pending', async () => {
    const asked: Asked = {
      ...(await readBefore(client, account)),
      ...calls[1],
      batch: { id: nobodys, calls: [...calls] },
    }
    const [, second, third, fourth, fifth] = await costs(asked, 6, async () => ({ code: 100, hashes: [] }))
    expect([second, third, fifth]).toEqual([0, 0, 0])
    expect(fourth).toBeGreaterThan(0)
  })

  test('of which nobody knows the nonce goes on waiting', async () => {
    const asked: Asked = {
      ...(await readBefore(client, account)),
      ...calls[1],
      batch: { id: nobodys, calls: [...calls] },
    }
    await carryOut(account, '0x')
    await l2.mine({ blocks: 20, interval: 1 })
    expect(await readEnd(client, asked)).toEqual({ kind: 'signers' })
  })
})

test('a flow of a Safe goes through both steps and ends when the second is carried out', async () => {
  const position = { account, metisAllowance: 0n }
  const steps = stakeSteps(
    { amount: parseEther('5'), give: 'METIS', receive: 'eMetis' },
    {} as never,
    position as never,
  )
  const wallet = {
    ...signerOf(accountAt(6)),
    account,
    // The Safe's app gives its hash at once; its signers take their time.
    send: async ({ to, data }: { to: Hex; data: Hex }) => {
      const said = await hashOf(to, data, await read<bigint>(safe, 'nonce'))
      setTimeout(() => send({ from: signer, on: safe, fn: 'execTransaction', args: [to, 0n, data, false] }), 300)
      return said
    },
  } as const
  const states: FlowState[] = []
  for await (const state of runFlow(client, wallet, steps)) states.push(state)
  expect(states.map(({ index, kind }) => `${index} ${kind}`)).toEqual([
    '0 simulating',
    '0 signing',
    '0 sent',
    '0 signers',
    '0 mined',
    '1 simulating',
    '1 signing',
    '1 sent',
    '1 signers',
    '1 mined',
  ])
  const eMetis = await l2.readContract({
    ...metis,
    address: world.onL2.eMetis.address,
    functionName: 'balanceOf',
    args: [account],
  })
  expect(eMetis).toBe(parseEther('5'))
})
