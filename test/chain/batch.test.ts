import { createWalletClient, custom, encodeFunctionData, erc20Abi, numberToHex } from 'viem'
import { beforeEach, describe, expect, test } from 'vitest'
import { readAddressBook } from '@/lib/address-book'
import type { AskBatch } from '@/lib/batch-end'
import { batchWallet } from '@/lib/batch-wallet'
import { runFlow } from '@/lib/flow'
import type { FlowState, Signer } from '@/lib/follow'
import { readPosition } from '@/lib/position'
import { readProtocol } from '@/lib/protocol'
import { stakeSteps } from '@/lib/stake'
import type { Asked } from '@/lib/transaction'
import { readEnd } from '@/lib/transaction-end'
import { createSmartAccount, refusal } from '../devnet/smart-account'
import { execute, rpc } from '../devnet/transact'
import { l2, restoreEach, world } from './devnet'
import { accountAt, client, kindsOf } from './signer'

restoreEach()

const owner = accountAt(7)
const amount = 10n ** 18n
const transfer = (sum: bigint) =>
  encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args: [owner.address, sum] })

type Account = Awaited<ReturnType<typeof createSmartAccount>>
type Methods = Account['methods']
let smart: Account

beforeEach(async () => {
  smart = await createSmartAccount(l2 as never, owner)
  await execute({ from: owner.address, on: world.onL2.metis, fn: 'devnetMint', args: [smart.address, 10n * amount] })
})

/** The app's signer on the account's wallet; `change` replaces what a test wants otherwise of its methods. */
function signer(change: Methods = {}): Signer & { asked: string[] } {
  const asked: string[] = []
  const methods: Methods = { eth_chainId: () => numberToHex(l2.chain.id), ...smart.methods, ...change }
  const provider = {
    request: async ({ method, params = [] }: { method: string; params?: readonly unknown[] }) => {
      asked.push(method)
      const answer = methods[method]
      if (!answer) throw refusal(4200, `${method} is not supported`)
      return answer(params)
    },
  }
  const transport = custom(provider, { retryCount: 0 })
  const wallet = createWalletClient({ account: smart.address, chain: l2.chain, transport })
  return {
    asked,
    account: smart.address,
    chainId: async () => l2.chain.id,
    switchChain: async () => {},
    send: (request) => wallet.sendTransaction(request),
    batch: batchWallet(wallet),
  }
}

const positionOf = async () => readPosition(client, await readAddressBook(client), smart.address)
const plan = async () => {
  const book = await readAddressBook(client)
  const [protocol, position] = await Promise.all([readProtocol(client, book), positionOf()])
  return stakeSteps({ amount, give: 'METIS', receive: 'seMetis' }, protocol, position)
}

async function statesOf(by: Signer, on = client): Promise<FlowState[]> {
  const states: FlowState[] = []
  for await (const state of runFlow(on, by, await plan())) states.push(state)
  return states
}
const oneByOne = ['0 simulating', '0 signing', '0 sent', '0 mined', '1 simulating', '1 signing', '1 sent', '1 mined']

const throwing = (code: number): Methods => ({
  wallet_sendCalls: () => {
    throw refusal(code, 'no')
  },
})
const signing = (states: readonly FlowState[]) => {
  const state = states.find(({ kind }) => kind === 'signing')
  return state?.kind === 'signing' ? state : expect.fail('the wallet was not asked')
}
const calls = (method: string, by: { asked: string[] }) => by.asked.filter((each) => each === method)

test('a wallet that does not answer holds nothing up: the chain is asked all the same', async () => {
  const states = await statesOf(signer())
  const mined = states.at(-1)
  const never: AskBatch = () => new Promise(() => {})
  expect(await readEnd(client, signing(states).asked, never)).toMatchObject({
    kind: 'mined',
    hash: mined && 'hash' in mined && mined.hash,
  })
})

describe('a wallet that carries out several calls as one', () => {
  test('is asked once, for both calls, and both are done in one transaction', async () => {
    const by = signer()
    const states = await statesOf(by)
    const { trial, asked, calls: shown } = signing(states)
    const { shares, metis, metisAllowance } = await positionOf()
    expect(kindsOf(states).filter((each) => !each.includes('signers'))).toEqual(['1 signing', '1 sent', '1 mined'])
    expect(states.every(({ together }) => together)).toBe(true)
    expect(shown.map(({ functionName }) => functionName)).toEqual(['approve', 'mint'])
    expect(trial).toEqual([
      { token: 'METIS', amount: -amount },
      { token: 'seMetis', amount: shares },
    ])
    expect(asked.batch?.calls.map(({ step }) => step)).toEqual(['approveMetis', 'mintSeMetis'])
    expect({ metis, metisAllowance }).toEqual({ metis: 9n * amount, metisAllowance: 0n })
    expect(calls('wallet_sendCalls', by)).toHaveLength(1)
    expect(calls('eth_sendTransaction', by)).toEqual([])
  })

  test('is named by the id that it gives, even if it is not ours', async () => {
    const renamed: Methods = {
      wallet_sendCalls: async ([sent]) => {
        const { id } = await smart.sendCalls(sent)
        smart.fates.set('its own', smart.fates.get(id) ?? expect.fail())
        smart.fates.delete(id)
        return { id: 'its own' }
      },
    }
    expect(kindsOf(await statesOf(signer(renamed))).at(-1)).toBe('1 mined')
  })
})

describe('the steps are signed one by one, without a word,', () => {
  test.each<[string, Methods]>([
    ['when the wallet knows no capabilities', { wallet_getCapabilities: () => Promise.reject(refusal(4200, 'no')) }],
    ['when it says nothing of this chain', { wallet_getCapabilities: () => ({}) }],
    [
      'when it is not atomic here',
      { wallet_getCapabilities: () => ({ [numberToHex(l2.chain.id)]: { atomic: { status: 'unsupported' } } }) },
    ],
  ])('%s', async (_, change) => {
    const by = signer(change)
    expect(kindsOf(await statesOf(by)).filter((each) => !each.includes('signers'))).toEqual(oneByOne)
    expect(calls('wallet_sendCalls', by)).toEqual([])
  })

  test('when the RPC can not try them out together', async () => {
    const by = signer()
    const call: typeof client.call = (asked) =>
      asked.stateOverride ? Promise.reject(new Error('too many arguments')) : client.call(asked)
    const blind = Object.assign(Object.create(client), { call })
    expect(kindsOf(await statesOf(by, blind)).filter((each) => !each.includes('signers'))).toEqual(oneByOne)
    expect(calls('wallet_sendCalls', by)).toEqual([])
  })
})

describe('when the wallet does not do it', () => {
  test('a rejection is the person’s choice', async () => {
    const by = signer(throwing(4001))
    expect(kindsOf(await statesOf(by))).toEqual(['1 signing', '1 declined'])
    expect(smart.fates.size).toBe(0)
  })

  test.each([5700, 5710, 5740, 5750, 5760, -32601, -32602, 4200])(
    '%i refuses the batch, and nothing is sent',
    async (code) => {
      const by = signer(throwing(code))
      expect(kindsOf(await statesOf(by))).toEqual(['1 signing', '1 refused'])
      expect(calls('eth_sendTransaction', by)).toEqual([])
    },
  )

  test('a failure that says nothing is not followed by another try, and the truth is found', async () => {
    const by = signer({
      wallet_sendCalls: async ([sent]) => {
        await smart.sendCalls(sent)
        throw refusal(-32603, 'Internal JSON-RPC error.')
      },
    })
    const last = (await statesOf(by)).at(-1)
    if (last?.kind !== 'unclear') return expect.fail('not unclear')
    expect(calls('eth_sendTransaction', by)).toEqual([])
    // By our own name for it.
    await expect.poll(async () => (await readEnd(client, last.asked, by.batch?.ask)).kind).toBe('mined')
    // And without the wallet, by what the contracts say.
    expect((await readEnd(client, last.asked)).kind).toBe('mined')
  })
})

describe('the end of a batch', () => {
  /** What the app knows after the wallet gave a name. */
  const ask = async (change: Methods = {}): Promise<Asked> => {
    for await (const state of runFlow(client, signer(change), await plan()))
      if (state.kind === 'sent') return state.asked
    return expect.fail('nothing was sent')
  }
  const endOf = async (asked: Asked) => readEnd(client, asked, signer().batch?.ask)
  const fateOf = (asked: Asked) => smart.fates.get(asked.batch?.id ?? '') ?? expect.fail('no such batch')
  const given: Methods = {
    wallet_sendCalls: ([sent]) => {
      const { id } = sent as { id: string }
      smart.fates.set(id, { hashes: [], code: 100 })
      return { id }
    },
  }

  test('is open while the wallet has not sent it, and nobody takes it for done', async () => {
    const asked = await ask(given)
    expect(await endOf(asked)).toEqual({ kind: 'signers' })
    expect(await readEnd(client, asked)).toEqual({ kind: 'signers' })
  })

  test('waits for a block', async () => {
    await rpc(world.l2, 'evm_setAutomine', [false])
    const asked = await ask()
    expect(await endOf(asked)).toEqual({ kind: 'signers' })
    await rpc(world.l2, 'evm_mine')
    await rpc(world.l2, 'evm_setAutomine', [true])
    expect(await endOf(asked)).toMatchObject({ kind: 'mined', hash: fateOf(asked).hashes[0] })
  })

  test('is a revert of all of it when the chain changed after the trial', async () => {
    const spend: Methods = {
      wallet_sendCalls: async ([sent]) => {
        await smart.carryOut([{ to: world.onL2.metis.address, data: transfer(10n * amount) }])
        return smart.sendCalls(sent)
      },
    }
    const states = await statesOf(signer(spend))
    expect(kindsOf(states).at(-1)).toBe('1 reverted')
    expect((await positionOf()).metisAllowance).toBe(0n)
  })

  test('is what the chain says, not a success that the wallet claims', async () => {
    const asked = await ask(given)
    const reverted = await smart.carryOut([{ to: world.onL2.metis.address, data: transfer(11n * amount) }])
    await l2.waitForTransactionReceipt({ hash: reverted })
    smart.fates.set(asked.batch?.id ?? '', { hashes: [reverted], code: 200 })
    expect((await endOf(asked)).kind).toBe('reverted')
  })

  test('is a success that the chain shows, whatever the wallet claims', async () => {
    const asked = await ask()
    await l2.waitForTransactionReceipt({ hash: fateOf(asked).hashes[0] ?? '0x' })
    smart.fates.set(asked.batch?.id ?? '', { hashes: [], code: 400 })
    expect((await endOf(asked)).kind).toBe('mined')
  })

  test('is given up where the wallet says so', async () => {
    const asked = await ask(given)
    smart.fates.set(asked.batch?.id ?? '', { hashes: [], code: 400 })
    expect(await endOf(asked)).toEqual({ kind: 'abandoned' })
  })

  test('is partial where only one of the calls was carried out', async () => {
    const asked = await ask(given)
    const hash = await smart.carryOut((asked.batch?.calls ?? []).slice(0, 1).map(({ to, data }) => ({ to, data })))
    await l2.waitForTransactionReceipt({ hash })
    expect(await readEnd(client, asked)).toEqual({ kind: 'signers' })
    smart.fates.set(asked.batch?.id ?? '', { hashes: [hash], code: 600 })
    expect(await endOf(asked)).toEqual({ kind: 'partial', hashes: [hash] })
    expect((await positionOf()).metisAllowance).toBe(amount)
  })
})
