import { encodeFunctionData, type Hash, type Hex, parseEther, zeroAddress } from 'viem'
import { beforeEach, describe, expect, test } from 'vitest'
import { metis, minter, vault } from '@/lib/contracts'
import { runFlow } from '@/lib/flow'
import type { FlowState } from '@/lib/follow'
import { stakeSteps } from '@/lib/stake'
import type { Asked } from '@/lib/transaction'
import { readEnd } from '@/lib/transaction-end'
import { artifactOf, compile } from '../devnet/compile'
import { execute, read, send } from '../devnet/transact'
import { l2, restoreEach, world } from './devnet'
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
const mintCall = (amount: bigint): Hex =>
  encodeFunctionData({ ...minter, functionName: 'mint', args: [account, amount, true, zeroAddress] })
const approval = encodeFunctionData({ ...metis, functionName: 'approve', args: [minter.address, parseEther('5')] })

beforeEach(async () => {
  await l2.setCode({ address: account, bytecode: artifactOf(artifacts, 'SafeWallet').deployedBytecode })
  await execute({ from: signer, on: world.onL2.metis, fn: 'devnetMint', args: [account, parseEther('10')] })
})

/** What the app knows after a Safe gave it a hash of its own making. */
const ask = async (to: Hex, data: Hex): Promise<Asked> => ({
  account,
  to,
  data,
  nonce: 0,
  block: await l2.getBlockNumber({ cacheTime: 0 }),
  hashes: [await read<Hash>(safe, 'getTransactionHash', [to, 0n, data, await read<bigint>(safe, 'nonce')])],
  isSeen: false,
  isContract: true,
})
const carryOut = (to: Hex, data: Hex, older = false) =>
  execute({ from: signer, on: safe, fn: 'execTransaction', args: [to, 0n, data, older] })

describe('a transaction of a Safe', () => {
  test('waits for its signers, whatever else the Safe does', async () => {
    const asked = await ask(minter.address, mintCall(parseEther('2')))
    expect(await readEnd(client, asked)).toEqual({ kind: 'signers' })
    await carryOut(metis.address, approval)
    expect(await readEnd(client, asked)).toEqual({ kind: 'signers' })
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
    const asked = { ...(await ask(minter.address, mintCall(parseEther('2')))), hashes: [] }
    await carryOut(minter.address, mintCall(parseEther('1')))
    expect(await readEnd(client, asked)).toEqual({ kind: 'signers' })
    await carryOut(minter.address, mintCall(parseEther('2')))
    expect((await readEnd(client, asked)).kind).toBe('mined')
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
      const said = await read<Hash>(safe, 'getTransactionHash', [to, 0n, data, await read<bigint>(safe, 'nonce')])
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
