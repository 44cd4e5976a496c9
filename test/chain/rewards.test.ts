import fc from 'fast-check'
import { type Address, createPublicClient, http, numberToHex, parseEther } from 'viem'
import { beforeEach, describe, expect, inject, test } from 'vitest'
import { type AccountHistory, type Kept, readAccountHistory, type Store } from '@/lib/account-history'
import { type AddressBook, readAddressBook } from '@/lib/address-book'
import { createHistory, type History } from '@/lib/history'
import { toKoinlyCsv } from '@/lib/koinly'
import { readProtocol } from '@/lib/protocol'
import { type Rewards, toRewards } from '@/lib/rewards'
import type { Client } from '@/lib/rpc'
import { toAssets, type Vault } from '@/lib/shares'
import { readVaultEvents } from '@/lib/vault-events'
import { benefactor, devAccounts, stakers } from '../devnet/accounts'
import { execute, read } from '../devnet/transact'
import { readCsv } from '../e2e/csv'
import { advanceBy, l2, restoreEach, world } from './devnet'
import { mint, pay } from './payout'
import { type RudeProxy, startRudeProxy } from './rude-proxy'
import { client } from './signer'

restoreEach()

const { onL2 } = world
const { seMetis } = onL2
const dispatcher = onL2.dispatcher.address
const people = devAccounts
const first = stakers[0] as Address
let book: AddressBook

beforeEach(async () => {
  book = await readAddressBook(client)
})

/** Keeps what it is given in memory. */
function createStore(): Store<Kept> & { kept: Map<string, Kept> } {
  const kept = new Map<string, Kept>()
  return {
    kept,
    read: async (key) => kept.get(key),
    write: async (key, value) => void kept.set(key, value),
  }
}

const readPast = async (): Promise<History> =>
  createHistory({ client, dispatcher, archive: (_, text) => text() })(
    await readProtocol(client, book),
    Number.POSITIVE_INFINITY,
  )

async function historyOf(
  account: Address,
  store: Store<Kept> = createStore(),
  through: Client = client,
): Promise<AccountHistory> {
  const past = await readPast()
  return readAccountHistory({ client: through, book, account, past, head: past.block, store })
}

function rewardsOf({ deeds, payouts, vault, block }: AccountHistory): Rewards {
  const movements = deeds.flatMap((deed) =>
    deed.kind === 'staked' || deed.kind === 'unstaked' || deed.kind === 'received' || deed.kind === 'sent'
      ? [deed]
      : [],
  )
  return toRewards(movements, payouts, { ...vault, seconds: block.seconds })
}

const readVault = async (): Promise<Vault> => ({
  totalAssets: await read<bigint>(seMetis, 'totalAssets'),
  totalShares: await read<bigint>(seMetis, 'totalSupply'),
})

describe('rewards on the chain', () => {
  const who = fc.nat(9)
  const part = fc.bigInt(1n, 100n)
  const amount = fc.tuple(fc.nat(21), fc.bigInt(1n, 9n)).map(([power, digit]) => digit * 10n ** BigInt(power))

  /** What was put in and taken out, from the vault's own counters before and after. */
  type Sums = { in: bigint; out: bigint }
  type Scene = { sums: Map<Address, Sums>; lastPaid: Vault }
  const at = (i: number) => people[i] as Address
  const shareOf = async (account: Address, share: bigint) =>
    ((await read<bigint>(seMetis, 'balanceOf', [account])) * share) / 100n
  const sumsOf = ({ sums }: Scene, account: Address): Sums => {
    const own = sums.get(account) ?? { in: 0n, out: 0n }
    sums.set(account, own)
    return own
  }
  const deeds = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(who, amount).map(([i, assets]) => async (scene: Scene) => {
        await mint(at(i), assets, true)
        sumsOf(scene, at(i)).in += assets
      }),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(who, part).map(([i, share]) => async (scene: Scene) => {
        const shares = await shareOf(at(i), share)
        // The contract refuses to let less than one wei vest.
        if (shares < 10n) return
        const before = await readVault()
        await execute({ from: at(i), on: seMetis, fn: 'redeem', args: [shares, at(i), at(i)] })
        sumsOf(scene, at(i)).out += before.totalAssets - (await readVault()).totalAssets
      }),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(who, who, part).map(([a, b, share]) => async (scene: Scene) => {
        const shares = await shareOf(at(a), share)
        if (a === b || shares === 0n) return
        await execute({ from: at(a), on: seMetis, fn: 'transfer', args: [at(b), shares] })
        const worth = toAssets(shares, scene.lastPaid)
        sumsOf(scene, at(a)).out += worth
        sumsOf(scene, at(b)).in += worth
      }),
    },
    {
      weight: 3,
      arbitrary: fc.bigInt(10n, parseEther('300')).map((reward) => async (scene: Scene) => {
        await pay(reward)
        scene.lastPaid = await readVault()
      }),
    },
  )

  test('of ten accounts with random histories are what independent sums say, and all accounts together got what was dispatched', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deeds, { minLength: 8, maxLength: 24 }), async (history) => {
        const start = await l2.snapshot()
        const last = (await readPast()).payouts.at(-1) as Vault
        const scene: Scene = { sums: new Map(), lastPaid: last }
        for (const act of history) await act(scene)
        const now = await readVault()
        const past = await readPast()
        const events = await readVaultEvents(client, dispatcher, { from: 0n, to: past.block.number })
        const holders = new Set(events.flatMap((event) => (event.kind === 'moved' ? [event.from, event.to] : [])))
        holders.delete('0x0000000000000000000000000000000000000000')
        let [rewards, worth] = [0n, 0n]
        for (const account of holders) {
          const source = { client, book, account, past, head: past.block, store: createStore() }
          const found = rewardsOf(await readAccountHistory(source))
          const shares = await read<bigint>(seMetis, 'balanceOf', [account])
          expect(found.shares).toBe(shares)
          expect(found.value).toBe(await read<bigint>(seMetis, 'convertToAssets', [shares]))
          const own = scene.sums.get(account)
          if (people.includes(account) && own) expect(found.rewards).toBe(found.value + own.out - own.in)
          expect(found.realised + found.unrealised).toBe(found.rewards)
          rewards += found.rewards
          worth += found.value
        }
        const dispatched = past.payouts.reduce((sum, { reward }) => sum + reward, 0n)
        const rounding = now.totalAssets - worth
        expect(rewards + rounding).toBe(dispatched)
        expect(rounding).toBeGreaterThanOrEqual(0n)
        expect(rounding).toBeLessThan(BigInt(holders.size) + 3n)
        await l2.revert({ id: start })
      }),
      { numRuns: 6, endOnFailure: true },
    )
  })
})

describe('what an account did', () => {
  const [alice, bob] = people as [Address, Address]
  const kinds = async (account: Address) => (await historyOf(account)).deeds.map(({ kind }) => kind)

  test('is told action by action, with the part that vests and the time', async () => {
    await mint(alice, parseEther('10'), true)
    await execute({ from: alice, on: onL2.eMetis, fn: 'approve', args: [seMetis.address, parseEther('5')] })
    await execute({ from: alice, on: seMetis, fn: 'deposit', args: [parseEther('5'), alice] })
    await execute({ from: alice, on: seMetis, fn: 'transfer', args: [bob, parseEther('1')] })
    await execute({ from: alice, on: seMetis, fn: 'redeem', args: [parseEther('3'), alice, alice] })
    await execute({ from: alice, on: onL2.enki, fn: 'approve', args: [onL2.vesting.address, parseEther('100')] })
    await execute({ from: alice, on: onL2.vesting, fn: 'stake', args: [parseEther('100')] })
    await advanceBy('10d')
    await execute({ from: alice, on: onL2.vesting, fn: 'claim' })
    await execute({ from: alice, on: onL2.eMetis, fn: 'approve', args: [onL2.queue.address, parseEther('2')] })
    await execute({ from: alice, on: onL2.queue, fn: 'enterRedemptionQueue', args: [alice, parseEther('2')] })
    const { deeds } = await historyOf(alice)
    expect(deeds.map(({ kind }) => kind)).toEqual(['staked', 'staked', 'sent', 'unstaked', 'claimed', 'requested'])
    const [minted, deposited, sent, exit, claim] = deeds
    expect(minted).toMatchObject({ gave: 'METIS', assets: parseEther('10') })
    expect(deposited).toMatchObject({ gave: 'eMetis', assets: parseEther('5') })
    expect(sent).toMatchObject({ shares: parseEther('1'), to: bob })
    if (exit?.kind !== 'unstaked' || claim?.kind !== 'claimed') throw new Error('not what was done')
    expect(exit.vested).toBe((exit.assets * 300_000n) / 1_000_000n)
    expect(claim.amount).toBeLessThan(exit.vested)
    for (const { block, seconds } of deeds)
      expect(seconds).toBe(Number((await client.getBlock({ blockNumber: block })).timestamp))
    expect(await kinds(bob)).toEqual(['received'])
  })

  test('names an unstake in its favour, also on a first visit after a payout', async () => {
    const stores = [createStore(), createStore()] as const
    await mint(alice, parseEther('10'), true)
    await execute({ from: alice, on: seMetis, fn: 'redeem', args: [parseEther('4'), bob, alice] })
    await execute({ from: alice, on: seMetis, fn: 'redeem', args: [parseEther('2'), alice, alice] })
    await historyOf(alice, stores[0])
    await historyOf(bob, stores[1])
    await pay(parseEther('20'))
    await advanceBy('8d')
    const [own, others] = [await historyOf(alice), await historyOf(bob)]
    expect(own.deeds).toMatchObject([
      { kind: 'staked', from: benefactor },
      { kind: 'unstaked', to: bob, vested: 0n, shares: parseEther('4') },
      { kind: 'unstaked', shares: parseEther('2') },
    ])
    const [, gift, exit] = own.deeds
    if (gift?.kind !== 'unstaked' || exit?.kind !== 'unstaked') throw new Error('not what was done')
    expect(exit.to).toBeUndefined()
    expect(exit.vested).toBe((exit.assets * 300_000n) / 1_000_000n)
    const granted = { kind: 'granted', from: alice, assets: gift.assets, vested: (gift.assets * 300_000n) / 1_000_000n }
    expect(others.deeds).toMatchObject([granted])
    // Who came before the payout too has kept the same.
    expect((await historyOf(alice, stores[0])).deeds).toEqual(own.deeds)
    expect((await historyOf(bob, stores[1])).deeds).toEqual(others.deeds)
  })

  test('says who paid and who got, whatever was done for another, and its files move what the accounts’ balances did', async () => {
    const { eMetis, metis, minter, queue } = onL2
    const tokens = { METIS: metis, eMetis, seMetis }
    const [from, one] = [alice, parseEther('1')]
    const stores = people.slice(0, 2).map(() => createStore())
    const balances = (account: Address) =>
      Promise.all(Object.values(tokens).map((token) => read<bigint>(token, 'balanceOf', [account])))
    const before = await Promise.all([alice, bob].map(balances))
    const since = await client.getBlockNumber()
    for (const [on, spender] of [
      [metis, minter],
      [eMetis, seMetis],
      [eMetis, queue],
    ] as const)
      await execute({ from, on, fn: 'approve', args: [spender.address, 100n * one] })
    for (const [to, deposit] of [
      [bob, true],
      [bob, false],
      [alice, true],
      [alice, false],
    ])
      await execute({ from, on: minter, fn: 'mint', args: [to, 7n * one, deposit, bob] })
    await mint(bob, 2n * one, false)
    for (const to of [bob, alice]) await execute({ from, on: seMetis, fn: 'deposit', args: [3n * one, to] })
    await execute({ from, on: seMetis, fn: 'redeem', args: [one, bob, alice] })
    const enter = async (to: Address) => {
      const call = { address: queue.address, abi: queue.abi, functionName: 'enterRedemptionQueue', args: [to, one] }
      const { result } = await l2.simulateContract({ ...call, account: from })
      await execute({ from, on: queue, fn: 'enterRedemptionQueue', args: [to, one] })
      return result as bigint
    }
    const tickets: bigint[] = []
    for (const to of [bob, bob, bob, alice, alice]) tickets.push(await enter(to))
    const [kept, passed, cancelled, own, given] = tickets
    await Promise.all([alice, bob].map((account, i) => historyOf(account, stores[i])))
    await execute({ from: bob, on: queue, fn: 'cancelRedemptionTicketNft', args: [alice, cancelled] })
    await execute({ from, on: queue, fn: 'cancelRedemptionTicketNft', args: [alice, own] })
    await advanceBy('21d')
    await execute({ from: benefactor, on: metis, fn: 'devnetMint', args: [queue.address, 1_000n * one] })
    await execute({ from: bob, on: queue, fn: 'redeemRedemptionTicketNft', args: [kept, bob] })
    await execute({ from: bob, on: queue, fn: 'redeemRedemptionTicketNft', args: [passed, alice] })
    await execute({ from, on: queue, fn: 'redeemRedemptionTicketNft', args: [given, bob] })
    await pay(20n * one)
    await advanceBy('8d')

    const histories = [await historyOf(alice), await historyOf(bob)] as const
    const told = histories.map(({ deeds }) => deeds.map(({ kind, from, to }) => [kind, from ?? to]))
    expect(told[0]).toEqual([
      ['stakedFor', bob],
      ['mintedFor', bob],
      ['staked', undefined],
      ['minted', undefined],
      ['stakedFor', bob],
      ['staked', undefined],
      ['unstaked', bob],
      ...[bob, bob, bob, undefined, undefined].map((other) => ['requested', other]),
      ['cancelled', bob],
      ['cancelled', undefined],
      ['redeemed', bob],
      ['redeemed', bob],
    ])
    expect(told[1]).toEqual([
      ['staked', alice],
      ['minted', alice],
      ['minted', benefactor],
      ['staked', alice],
      ['granted', alice],
      ...[alice, alice, alice].map((other) => ['requested', other]),
      ['cancelled', alice],
      ['redeemed', undefined],
      ['redeemed', alice],
      ['redeemed', alice],
    ])
    for (const [i, account] of [alice, bob].entries()) {
      const { deeds } = histories[i] as AccountHistory
      const rows = readCsv(`about\n${toKoinlyCsv(deeds.filter(({ block }) => block > since))}`)
      const moved = (token: string) =>
        rows.reduce(
          (sum, row) =>
            sum +
            (row['Received Currency'] === token ? parseEther(row['Received Amount'] ?? '') : 0n) -
            (row['Sent Currency'] === token ? parseEther(row['Sent Amount'] ?? '') : 0n),
          0n,
        )
      const now = await balances(account)
      expect(Object.keys(tokens).map(moved)).toEqual(now.map((each, k) => each - (before[i]?.[k] ?? 0n)))
      expect((await historyOf(account, stores[i])).deeds).toEqual(deeds)
      const found = rewardsOf(histories[i] as AccountHistory)
      expect(found.shares).toBe(await read<bigint>(seMetis, 'balanceOf', [account]))
      expect(found.rewards).toBe(found.value + found.takenOut - found.putIn)
    }
  })

  test('is nothing for an account that was never here', async () => {
    const { deeds, payouts } = await historyOf('0x00000000000000000000000000000000000000aa')
    expect(deeds).toEqual([])
    expect(payouts.length).toBeGreaterThan(30)
  })

  test('has every payout, also those that the server has not read yet', async () => {
    const past = await readPast()
    await pay(parseEther('33'))
    await mint(alice, parseEther('4'), true)
    await pay(parseEther('11'))
    const { block } = await readProtocol(client, book)
    const source = { client, book, account: first, past, head: block, store: createStore() }
    const history = await readAccountHistory(source)
    expect(history.payouts.map(({ block: at, reward }) => [at, reward])).toEqual(
      (await readPast()).payouts.map(({ block: at, reward }) => [at, reward]),
    )
    expect(history.vault).toMatchObject(await readVault())
  })
})

describe('a second visit', () => {
  const bob = people[1] as Address
  let proxy: RudeProxy
  const through = async (): Promise<Client> => {
    proxy = await startRudeProxy(inject('devnet').l2Url, () => undefined)
    return createPublicClient({ chain: client.chain, transport: http(proxy.url) }) as unknown as Client
  }

  test('asks once, and finds the same', async () => {
    await pay(parseEther('20'))
    await advanceBy('8d')
    const store = createStore()
    const fresh = await historyOf(first, store)
    expect(fresh.deeds.length).toBeGreaterThan(10)
    const other = await through()
    const past = await readPast()
    const again = await readAccountHistory({ client: other, book, account: first, past, head: past.block, store })
    expect(proxy.asked.map(({ method }) => method)).toEqual(['eth_getLogs'])
    expect(again).toEqual({ ...fresh, block: past.block })
    await proxy.stop()
  })

  test('asks once more where something was minted meanwhile, for who paid it, and never again for the same', async () => {
    await pay(parseEther('20'))
    await advanceBy('8d')
    const store = createStore()
    await historyOf(bob, store)
    await execute({ from: bob, on: onL2.metis, fn: 'approve', args: [onL2.minter.address, 5n] })
    await execute({ from: bob, on: onL2.minter, fn: 'mint', args: [first, 5n, true, first] })
    const past = await readPast()
    const other = await through()
    const found = await readAccountHistory({ client: other, book, account: bob, past, head: past.block, store })
    expect(found.deeds.at(-1)).toMatchObject({ kind: 'stakedFor', amount: 5n, gave: 'METIS', to: first })
    expect(proxy.asked.map(({ method }) => method)).toEqual(['eth_getLogs', 'eth_getLogs'])
    const third = await readAccountHistory({ client: other, book, account: bob, past, head: past.block, store })
    expect(third).toEqual(found)
    expect(proxy.asked.slice(2).map(({ method }) => method)).toEqual(['eth_getLogs'])
    await proxy.stop()
  })

  test('begins at the newest settled log, whoever it is about, not at the last payout', async () => {
    await pay(parseEther('20'))
    await advanceBy('8d')
    await mint(bob, parseEther('3'), true)
    const since = await client.getBlockNumber()
    await advanceBy('8d')
    const store = createStore()
    const fresh = await historyOf(first, store)
    const again = await historyOf(first, store, await through())
    expect(proxy.asked.map(({ method }) => method)).toEqual(['eth_getLogs'])
    expect(proxy.asked[0]?.params).toMatchObject([{ fromBlock: numberToHex(since) }])
    expect(again).toEqual({ ...fresh, block: again.block })
    await proxy.stop()
  })

  test('to a chain that has the last payout but not what came after it starts afresh', async () => {
    const store = createStore()
    await pay(parseEther('20'))
    await advanceBy('8d')
    const before = await l2.snapshot()
    await mint(first, parseEther('3'), true)
    await advanceBy('8d')
    await historyOf(first, store)
    await l2.revert({ id: before })
    await mint(first, parseEther('5'), true)
    await advanceBy('9d')
    const found = await historyOf(first, store)
    expect(found).toEqual({ ...(await historyOf(first)), block: found.block })
    expect(found.deeds.at(-1)).toMatchObject({ kind: 'staked', assets: parseEther('5') })
  })

  test('to a chain where somebody else paid for the newest mint names the one who did', async () => {
    const store = createStore()
    const before = await l2.snapshot()
    const gift = async (giver: Address) => {
      await execute({ from: giver, on: onL2.metis, fn: 'approve', args: [onL2.minter.address, 5n] })
      await execute({ from: giver, on: onL2.minter, fn: 'mint', args: [first, 5n, true, first] })
      return (await historyOf(first, store)).deeds.at(-1)
    }
    expect(await gift(bob)).toMatchObject({ kind: 'staked', from: bob })
    await l2.revert({ id: before })
    expect(await gift(people[2] as Address)).toMatchObject({ kind: 'staked', from: people[2] })
  })

  test('months later adds what has happened, and keeps more', async () => {
    const store = createStore()
    await historyOf(first, store)
    await pay(parseEther('20'))
    await advanceBy('40d')
    await mint(first, parseEther('3'), true)
    const again = await historyOf(first, store)
    expect(again.deeds).toEqual((await historyOf(first)).deeds)
    const [kept] = [...store.kept.values()]
    expect(kept?.cursor.payout?.block).toBe((await readPast()).payouts.at(-1)?.block)
  })

  test('to a chain that is another one now starts afresh', async () => {
    const store = createStore()
    const past = await readPast()
    const before = await l2.snapshot()
    await mint(first, parseEther('3'), true)
    await pay(parseEther('20'))
    await advanceBy('7d')
    await historyOf(first, store)
    await l2.revert({ id: before })
    await pay(parseEther('21'))
    await advanceBy('8d')
    const { deeds, payouts } = await historyOf(first, store)
    expect({ deeds, payouts }).toEqual(
      await historyOf(first).then((fresh) => ({ deeds: fresh.deeds, payouts: fresh.payouts })),
    )
    expect(deeds.filter(({ kind }) => kind === 'staked').at(-1)?.seconds).toBeLessThan(past.block.seconds)
  })
})

test('the first visit reports its progress, and can be broken off', async () => {
  const past = await readPast()
  const proxy = await startRudeProxy(inject('devnet').l2Url, ({ params, nth }) => {
    const [{ fromBlock, toBlock }] = params as [{ fromBlock: string; toBlock: string }]
    if (nth === 40) stopping.abort(new Error('left the page'))
    return BigInt(toBlock) - BigInt(fromBlock) > 300n ? { error: { code: -32602, message: 'too wide' } } : undefined
  })
  const slow = createPublicClient({ chain: client.chain, transport: http(proxy.url) }) as unknown as Client
  const stopping = new AbortController()
  const fractions: number[] = []
  const store = createStore()
  const source = { client: slow, book, account: first, past, head: past.block, store }
  const reading = { signal: stopping.signal, onProgress: (fraction: number) => fractions.push(fraction) }
  await expect(readAccountHistory(source, reading)).rejects.toThrow('left the page')
  expect(fractions.length).toBeGreaterThan(5)
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b))
  expect(store.kept.size).toBe(0)
  await proxy.stop()
})
