import { type Address, createPublicClient, custom, type Hex, numberToHex, pad } from 'viem'
import { beforeEach, describe, expect, test } from 'vitest'
import { readAddressBook } from '@/lib/address-book'
import { callName } from '@/lib/call-name'
import { readCode } from '@/lib/code'
import { type Evidence, limits } from '@/lib/evidence'
import { fromFragment, toFragment } from '@/lib/evidence-link'
import { readEvidence, readNewEvidence } from '@/lib/evidence-reads'
import { toInventory } from '@/lib/inventory'
import { network } from '@/lib/network'
import { readOwners } from '@/lib/owners'
import { implementationSlot } from '@/lib/proxy'
import { toQuestions } from '@/lib/questions'
import type { Client } from '@/lib/rpc'
import { backend } from '../devnet/accounts'
import { created, deployer } from '../devnet/addresses'
import { execute, read } from '../devnet/transact'
import { l1, l2, restoreEach, world } from './devnet'
import { client } from './signer'

restoreEach()

const clients = { l2: client, l1: l1 as unknown as Client }
const stranger: Address = '0x000000000000000000000000000000000000dEaD'
let evidence: Evidence

async function collect(): Promise<Evidence> {
  const book = await readAddressBook(client)
  const agent = await read<Address>(world.onL1.dealer, 'sequencerAgents', [0])
  const contracts = toInventory(book, { agents: [{ number: 0, address: agent }], pair: world.onL2.lp.address })
  const of = (chain: 'l2' | 'l1') => contracts.filter((each) => each.chain === chain)
  const [a, b] = await Promise.all([readCode(clients.l2, of('l2')), readCode(clients.l1, of('l1'))])
  const candidates = { roleTimelock: [deployer], roleOperator: [backend], roleBackend: [backend] }
  const owners = [
    { chain: 'l2', ...(await readOwners(clients.l2, { contracts: of('l2'), codes: a.codes, candidates })) },
    { chain: 'l1', ...(await readOwners(clients.l1, { contracts: of('l1'), codes: b.codes })) },
  ] as const
  return readNewEvidence(clients, toQuestions({ contracts, codes: { ...a.codes, ...b.codes }, owners }))
}

beforeEach(async () => {
  evidence = await collect()
})

/** What a friend with the link finds. */
async function rerun(using = clients) {
  const parsed = await fromFragment(await toFragment(evidence))
  if ('flaw' in parsed) throw new Error(parsed.flaw)
  const { chains, calls } = await readEvidence(using, parsed.evidence)
  const other = calls.filter(({ verdict }) => verdict !== 'match')
  return { chains, calls, other: other.map(({ call, verdict }) => [callName(call) ?? call.kind, call.to, verdict]) }
}

/** A client whose RPC refuses some requests, as one that keeps no old state. */
const refusing = (chain: 'l2' | 'l1', refuses: (method: string, params: readonly unknown[]) => boolean): Client => {
  const request = async ({ method, params }: { method: string; params?: readonly unknown[] }) => {
    if (refuses(method, params ?? [])) throw new Error('missing trie node')
    return clients[chain].request({ method, params } as never)
  }
  return createPublicClient({
    chain: clients[chain].chain,
    transport: custom({ request }, { retryCount: 0 }),
  }) as unknown as Client
}

describe('evidence', () => {
  test('holds wiring, rules, code and owners, all named, and fits into a link', async () => {
    expect(evidence.calls.length).toBeGreaterThan(100)
    expect(evidence.calls.length).toBeLessThanOrEqual(limits.calls)
    const names = evidence.calls.map((call) => callName(call))
    expect(names.filter((name, i) => name === null && evidence.calls[i]?.kind === 'call')).toEqual([])
    for (const name of ['eMetisMinter()', 'vestingRatio()', 'getOwners()', 'rewardPerBlock()'])
      expect(names).toContain(name)
    expect((await toFragment(evidence)).length).toBeLessThan(20_000)
  })

  test('matches when it is asked again', async () => {
    const { chains, calls, other } = await rerun()
    expect(other).toEqual([])
    expect(calls.length).toBe(evidence.calls.length)
    expect(chains.map(({ at, isKnown }) => [at, isKnown])).toEqual([
      ['block', true],
      ['block', true],
    ])
  })

  test('still matches at its own block after a rule has changed', async () => {
    await execute({ from: backend, on: world.onL2.config, fn: 'setVestingRatio', args: [250_000n] })
    expect((await rerun()).other).toEqual([])
  })

  test('that says something else is found out, in the one place', async () => {
    const calls = evidence.calls.map((call) =>
      callName(call) === 'vestingRatio()' ? { ...call, result: pad(numberToHex(299_999)) as Hex } : call,
    )
    evidence = { ...evidence, calls }
    expect((await rerun()).other).toEqual([['vestingRatio()', created.config.address.toLowerCase(), 'differs']])
  })

  test('is asked at the newest block when the RPC has forgotten its own, which is said', async () => {
    const old = numberToHex(evidence.chains[0]?.block ?? 0n)
    await execute({ from: backend, on: world.onL2.config, fn: 'setVestingRatio', args: [250_000n] })
    await l2.setStorageAt({ address: created.minter.address, index: implementationSlot, value: pad(stranger) })
    const forgetful = refusing('l2', (method, params) => method !== 'eth_getBlockByNumber' && params.at(-1) === old)
    const { chains, other } = await rerun({ ...clients, l2: forgetful })
    expect(chains.map(({ id, at }) => [id, at])).toEqual([
      [network.l2.id, 'latest'],
      [network.l1.id, 'block'],
    ])
    expect(chains[0]?.askedAt).toBeGreaterThan(evidence.chains[0]?.block ?? 0n)
    expect(other).toContainEqual(['vestingRatio()', created.config.address.toLowerCase(), 'differs'])
    expect(other).toContainEqual(['slot', created.minter.address.toLowerCase(), 'differs'])
  })

  test('of a block that is not in the chain is told apart', async () => {
    const [first, ...rest] = evidence.chains
    if (!first) throw new Error('The evidence has no block')
    evidence = { ...evidence, chains: [{ ...first, blockHash: pad('0x01') }, ...rest] }
    expect((await rerun()).chains.map(({ isKnown }) => isKnown)).toEqual([false, true])
  })

  test('of a block that was made at another time is told apart, too', async () => {
    const [first, ...rest] = evidence.chains
    if (!first) throw new Error('The evidence has no block')
    evidence = { ...evidence, chains: [{ ...first, seconds: first.seconds + 1 }, ...rest] }
    const { chains, other } = await rerun()
    expect(chains.map(({ isKnown }) => isKnown)).toEqual([false, true])
    expect(other).toEqual([])
  })

  test('is unread, not wrong, when nobody answers', async () => {
    const dead = refusing('l1', () => true)
    const { chains, calls } = await rerun({ ...clients, l1: dead })
    expect(chains.map(({ at }) => at)).toEqual(['block', 'nowhere'])
    const onL1 = calls.filter(({ call }) => call.chainId === network.l1.id)
    expect(onL1.length).toBeGreaterThan(20)
    expect(new Set(onL1.map(({ verdict }) => verdict))).toEqual(new Set(['unread']))
  })

  test('of another chain is unread, never asked of this one', async () => {
    const calls = evidence.calls.map((call) => ({ ...call, chainId: 1 }))
    const { chains, calls: again } = await readEvidence(clients, {
      ...evidence,
      chains: [{ ...evidence.chains[0], id: 1 } as never],
      calls,
    })
    expect(chains[0]?.at).toBe('nowhere')
    expect(new Set(again.map(({ verdict }) => verdict))).toEqual(new Set(['unread']))
  })
})
