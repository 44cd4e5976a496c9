import fc from 'fast-check'
import { createPublicClient, http, parseEther } from 'viem'
import { beforeEach, describe, expect, inject, test } from 'vitest'
import { type AddressBook, readAddressBook } from '@/lib/address-book'
import { vault } from '@/lib/contracts'
import { createHistory } from '@/lib/history'
import type { Archive } from '@/lib/logbook'
import { shift, type Totals, type VaultEvent } from '@/lib/payouts'
import { readProtocol } from '@/lib/protocol'
import type { Client } from '@/lib/rpc'
import { toAssets, toShares } from '@/lib/shares'
import { readVaultEvents } from '@/lib/vault-events'
import { fromWire, toWire } from '@/lib/wire'
import { devAccounts } from '../devnet/accounts'
import { execute, read } from '../devnet/transact'
import { advanceBy, l2, restoreEach, world } from './devnet'
import { mint, pay } from './payout'
import { startRudeProxy } from './rude-proxy'
import { client } from './signer'

restoreEach()

const { onL2 } = world
const dispatcher = onL2.dispatcher.address
const never = Number.POSITIVE_INFINITY
const empty: Totals = { totalAssets: 0n, totalShares: 0n, eMetisSupply: 0n }
let book: AddressBook

beforeEach(async () => {
  book = await readAddressBook(client)
})

/** Keeps what it is given in memory, and counts how often it had to be read. */
function createArchive() {
  const kept = new Map<string, string>()
  const archive: Archive = async (key, read) => {
    const text = kept.get(key) ?? (await read())
    kept.set(key, text)
    return text
  }
  return { archive, kept }
}

const readNow = () => readProtocol(client, book)
const historyOf = (archive = createArchive().archive, through: Client = client) =>
  createHistory({ client: through, dispatcher, archive })
const whole = async () => historyOf()(await readNow(), never)

describe('the seeded year, from its events', () => {
  test('leads from an empty vault to the contract’s own counters', async () => {
    const now = await readNow()
    const events = await readVaultEvents(client, dispatcher, { from: 0n, to: now.block.number })
    const end = events.reduce((totals, event) => shift(totals, event, 1n), empty)
    const { totalAssets, totalShares, eMetisSupply } = now
    expect(end).toEqual({ totalAssets, totalShares, eMetisSupply })
  })

  test('has the totals right at every deposit and withdrawal: they explain what was given for it, to the wei', async () => {
    const { abi, address } = vault
    const to = await client.getBlockNumber()
    const events = await readVaultEvents(client, dispatcher, { from: 0n, to })
    const before = (block: bigint, index: number) =>
      events
        .filter((event) => event.block < block || (event.block === block && event.index < index))
        .reduce((totals, event) => shift(totals, event, 1n), empty)
    const range = { abi, address, fromBlock: 0n, toBlock: to, strict: true } as const
    const deposits = await client.getContractEvents({ ...range, eventName: 'Deposit' })
    const withdrawals = await client.getContractEvents({ ...range, eventName: 'Withdraw' })
    expect(Math.min(deposits.length, withdrawals.length)).toBeGreaterThan(30)
    for (const { args, blockNumber, logIndex } of deposits) {
      // A deposit mints just before it says so.
      const then = before(blockNumber, logIndex)
      expect(toShares(args.assets, { ...then, totalShares: then.totalShares - args.shares })).toBe(args.shares)
    }
    for (const { args, blockNumber, logIndex } of withdrawals) {
      const then = before(blockNumber, logIndex)
      expect(toAssets(args.shares, { ...then, totalShares: then.totalShares + args.shares })).toBe(args.assets)
    }
  })

  test('gives the same payouts backwards as forwards, each with its time and what it brought', async () => {
    const { payouts, isWhole, holders } = await whole()
    const to = await client.getBlockNumber()
    const events = await readVaultEvents(client, dispatcher, { from: 0n, to })
    let totals = empty
    const forwards: unknown[] = []
    for (const event of events) {
      totals = shift(totals, event, 1n)
      if (event.kind === 'paid') forwards.push([event.block, event.assets, totals.totalAssets, totals.totalShares])
    }
    expect(payouts.map((each) => [each.block, each.reward, each.totalAssets, each.totalShares])).toEqual(forwards)
    expect(payouts.length).toBeGreaterThan(30)
    expect(isWhole).toBe(true)
    for (const { block, seconds } of payouts)
      expect(seconds).toBe(Number((await client.getBlock({ blockNumber: block })).timestamp))
    const people = new Set(events.flatMap((event) => (event.kind === 'moved' ? [event.to, event.from] : [])))
    const balances = await Promise.all([...people].map((each) => read<bigint>(onL2.seMetis, 'balanceOf', [each])))
    expect(holders).toBe(balances.filter((balance) => balance > 0n).length)
  })
})

test('the share price from events equals convertToAssets at every block, whatever happens', async () => {
  const amounts = fc.bigInt(1n, parseEther('3000'))
  const [alice, bob] = devAccounts as [`0x${string}`, `0x${string}`]
  const deed = fc.oneof(
    amounts.map((amount) => () => mint(alice, amount, true)),
    amounts.map((amount) => () => pay(amount + 10n)),
    fc.integer({ min: 1, max: 100 }).map((part) => async () => {
      const held = await read<bigint>(onL2.seMetis, 'balanceOf', [alice])
      const shares = (held * BigInt(part)) / 100n
      if (shares < 10n) return
      await execute({ from: alice, on: onL2.seMetis, fn: 'transfer', args: [bob, shares / 3n] })
      await execute({ from: alice, on: onL2.seMetis, fn: 'redeem', args: [shares / 2n, alice, alice] })
    }),
    amounts.map((amount) => () => mint(bob, amount, false)),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(deed, { minLength: 3, maxLength: 8 }),
      fc.bigInt(1n, 10n ** 24n),
      async (deeds, shares) => {
        const first = (await client.getBlockNumber()) + 1n
        for (const act of deeds) await act()
        const now = await readNow()
        const events = await readVaultEvents(client, dispatcher, { from: first, to: now.block.number })
        let totals: Totals = now
        for (let blockNumber = now.block.number; blockNumber >= first; blockNumber--) {
          const asked = { ...vault, functionName: 'convertToAssets', args: [shares], blockNumber } as const
          expect(toAssets(shares, totals)).toBe(await client.readContract(asked))
          for (const event of events.filter(({ block }) => block === blockNumber).reverse())
            totals = shift(totals, event, -1n)
        }
      },
    ),
    { numRuns: 12, endOnFailure: true },
  )
})

describe('closed ranges', () => {
  test('are read once for ever, and only the tail again', async () => {
    const { archive, kept } = createArchive()
    const proxy = await startRudeProxy(inject('devnet').l2Url, () => undefined)
    const through = createPublicClient({ chain: client.chain, transport: http(proxy.url) }) as unknown as Client
    const now = await readNow()
    const logsAsked = () => proxy.asked.filter(({ method }) => method === 'eth_getLogs').length
    const read = historyOf(archive, through)
    const first = await read(now, never)
    expect(kept.size).toBe(4)
    expect(logsAsked()).toBe(5)
    expect(await read(now, never)).toEqual(first)
    expect(logsAsked()).toBe(6)
    expect(await historyOf(archive, through)(now, never)).toEqual(first)
    expect(logsAsked()).toBe(7)
    await proxy.stop()
  })

  test('further back than needed are left alone', async () => {
    const { archive, kept } = createArchive()
    const { payouts, isWhole, holders } = await historyOf(archive)(await readNow(), 30)
    expect(kept.size).toBeLessThan(4)
    expect([isWhole, holders]).toEqual([false, null])
    expect(payouts[0]?.seconds).toBeLessThan(Date.now() / 1000 - 30 * 86_400)
    expect((await whole()).payouts.slice(-payouts.length).map(({ hash }) => hash)).toEqual(
      payouts.map(({ hash }) => hash),
    )
  })

  test('survive being written down', async () => {
    const events = await readVaultEvents(client, dispatcher, { from: 0n, to: 1_000n })
    expect(fromWire<VaultEvent[]>(toWire(events))).toEqual(events)
  })
})

describe('a chain that is reorganised', () => {
  test('in its newest blocks gives what is there now', async () => {
    const read = historyOf()
    const before = await l2.snapshot()
    await pay(parseEther('50'))
    const lost = await read(await readNow(), never)
    await l2.revert({ id: before })
    await pay(parseEther('70'))
    await pay(parseEther('10'))
    const now = await readNow()
    const found = await read(now, never)
    expect(found.payouts).toHaveLength(lost.payouts.length + 1)
    expect(found).toEqual(await historyOf()(now, never))
  })

  test('deeper than anybody expects, across closed ranges, is read anew', async () => {
    const { archive } = createArchive()
    const read = historyOf(archive)
    const before = await l2.snapshot()
    await pay(parseEther('50'))
    await advanceBy('60d')
    await pay(parseEther('20'))
    await read(await readNow(), never)
    await l2.revert({ id: before })
    await pay(parseEther('90'))
    await advanceBy('61d')
    await pay(parseEther('1'))
    const now = await readNow()
    const found = await read(now, never)
    expect(found.isWhole).toBe(true)
    expect(found).toEqual(await historyOf()(now, never))
  })
})
