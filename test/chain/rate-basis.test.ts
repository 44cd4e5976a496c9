import { parseEther } from 'viem'
import { beforeAll, describe, expect, test } from 'vitest'
import { type AddressBook, readAddressBook } from '@/lib/address-book'
import { eMetis, vault } from '@/lib/contracts'
import { createHistory } from '@/lib/history'
import { nodeCourse } from '@/lib/node-course'
import { toNodes } from '@/lib/nodes'
import { type Pace, readPace } from '@/lib/pace'
import { readPoolEvents } from '@/lib/pool-events'
import { toPoolFacts } from '@/lib/pool-facts'
import { readProtocol } from '@/lib/protocol'
import { earnedOnL1, toRateBasis } from '@/lib/rate-basis'
import { readSequencers } from '@/lib/sequencers'
import { nextPayout, readUndispatched } from '@/lib/undispatched'
import { readVaultEvents } from '@/lib/vault-events'
import { backend, devAccounts } from '../devnet/accounts'
import { council } from '../devnet/addresses'
import { sendMessages } from '../devnet/relay'
import { sendBatch, sendRelock } from '../devnet/rewards'
import { readTime } from '../devnet/time'
import { execute, read, rpc, settle } from '../devnet/transact'
import { advanceBy, keeper, l1, restoreEach, world } from './devnet'
import { mint, pay } from './payout'
import { one, two } from './place'

restoreEach()

const { onL1, onL2 } = world
const dispatcher = onL2.dispatcher.address
const archive = (_: string, ask: () => Promise<string>) => ask()
const always = Number.POSITIVE_INFINITY
/** Nobody's: it holds nothing. */
const freshAccount = '0x00000000000000000000000000000000000f00d5'
let book: AddressBook

beforeAll(async () => {
  book = await readAddressBook(two)
})

async function readNow() {
  const [protocol, pool] = await Promise.all([readProtocol(two, book), readSequencers(one)])
  const pace = await readPace(two, protocol.block)
  if (!pace) throw new Error('The devnet has no past')
  const history = await createHistory({ client: two, dispatcher, archive })(protocol, always)
  return { protocol, pool, pace, history }
}

const ownOf = ({ pool }: Awaited<ReturnType<typeof readNow>>) => toNodes(pool).filter(({ isEnki }) => isEnki)

const fail = (message: string): never => {
  throw new Error(message)
}

/** ENKI's node begins to leave, or takes its METIS out. */
async function exit(fn: 'forceUnlock' | 'unlockClaim', from: `0x${string}`, id: number): Promise<void> {
  await rpc(world.l1, 'anvil_autoImpersonateAccount', [true])
  await rpc(world.l1, 'anvil_setBalance', [from, '0x56bc75e2d63100000'])
  await execute({ from, on: onL1.pool, fn, args: [BigInt(id), 2_000_000] })
  await rpc(world.l1, 'anvil_autoImpersonateAccount', [false])
}

describe('the gross rate', () => {
  test('is the one of the pool’s own page, whatever span the measured rate is over', async () => {
    const now = await readNow()
    const { pay } = toPoolFacts(now.pool, now.pace)
    const over = (days: number) => toRateBasis(now, now.history, days)
    expect(over(always)?.gross).toBe(pay?.rate)
    expect(over(7)?.gross).toBe(pay?.rate)
    expect(over(7)?.rate?.from).toBeGreaterThan(over(always)?.rate?.from ?? 0)
  })

  test('follows the pace of now: half the time between blocks, twice the rate', async () => {
    const now = await readNow()
    const at = (pace: Pace) => toRateBasis({ ...now, pace }, now.history, always)
    const [slow, fast] = [at(now.pace), at({ ...now.pace, seconds: now.pace.seconds / 2 })]
    expect((fast?.gross ?? 0) / (slow?.gross ?? 1)).toBeCloseTo(2, 9)
    expect(fast?.measured).toBe(slow?.measured)
    expect(fast?.gap).toBeLessThan(slow?.gap ?? 0)
  })

  test('is there before the first payout and while the payouts are not known', async () => {
    const now = await readNow()
    for (const history of [undefined, null, { ...now.history, payouts: [] }])
      expect(toRateBasis(now, history, 30)).toMatchObject({ measured: null, gap: null, edges: null })
    expect(toRateBasis({ ...now, pace: null }, now.history, 30)).toBeNull()
  })
})

test('a node that leaves earns nothing, and its METIS is neither lost nor on the bridge', async () => {
  const before = await readNow()
  const node = ownOf(before)[0] ?? fail('ENKI has no node')
  const at = toRateBasis(before, before.history, 30)
  expect(at).toMatchObject({ leaving: 0n, locked: node.amount })
  await exit('forceUnlock', council, node.id)
  const after = await readNow()
  const left = toRateBasis(after, after.history, 30)
  expect(left).toMatchObject({ leaving: node.amount, locked: 0n, net: 0, elsewhere: at?.elsewhere })
  // The pay per block is for those who stay.
  expect(left?.gross).toBe(toPoolFacts(after.pool, after.pace).pay?.rate)
  expect(left?.gross).toBeGreaterThan(at?.gross ?? 0)
})

describe('what is earned and not paid out', () => {
  /** Rewards credited on L1 that the Dealer has not fetched. */
  async function earn() {
    await advanceBy('3d')
    await keeper.rewardRound()
    await advanceBy('3d')
    await keeper.rewardRound()
    await advanceBy('1d')
    await sendBatch(world)
    await settle(world.l1)
    const [pool, waiting] = await Promise.all([readSequencers(one), readUndispatched(two, dispatcher)])
    const ratio = await read<bigint>(onL2.config, 'protocolTreasuryRatio')
    return { ratio, waiting, earned: earnedOnL1(pool), assets: await read<bigint>(onL2.seMetis, 'totalAssets') }
  }
  const brought = async (assets: bigint) => (await read<bigint>(onL2.seMetis, 'totalAssets')) - assets

  test('is what the next dispatch brings the vault, to the wei', async () => {
    const { ratio, waiting, earned, assets } = await earn()
    expect(earned).toBeGreaterThan(0n)
    await sendRelock(world)
    await settle(world.l1)
    await sendMessages(world, 'l1', await readTime(world.l2))
    await settle(world.l2)
    expect((await readUndispatched(two, dispatcher)).held).toBe(waiting.held + earned)
    await execute({ from: backend, on: onL2.dispatcher, fn: 'dispatch' })
    expect(await brought(assets)).toBe(nextPayout(waiting.held, earned, ratio))
  })

  test('is that less the treasury’s part when the treasury fetches it first', async () => {
    const { ratio, waiting, earned, assets } = await earn()
    expect(waiting.treasury).toBeGreaterThan(0n)
    await sendRelock(world)
    await settle(world.l1)
    await keeper.relayMessages()
    expect(await brought(assets)).toBe(nextPayout(waiting.held - waiting.treasury, earned, ratio))
  })
})

describe('the courses of the wheel', () => {
  // The node keeps a state of its last blocks only, so the past that is asked about is made here.
  test('have the nodes as the pool had them at each moment', async () => {
    const { id, owner } = ownOf(await readNow())[0] ?? fail('ENKI has no node')
    const seen: { seconds: number; number: bigint; locked: bigint; active: bigint; nodes: number }[] = []
    const look = async () => {
      const { number, timestamp } = await l1.getBlock()
      const row = await read<readonly unknown[]>(onL1.pool, 'sequencers', [BigInt(id)])
      const [locked, isActive] = [row[0] as bigint, row[12] === 2]
      const active = isActive ? locked : 0n
      seen.push({ number, seconds: Number(timestamp), locked, active, nodes: isActive ? 1 : 0 })
    }
    await look()
    for (const days of ['2d', '5d']) {
      await advanceBy(days)
      await keeper.rewardRound()
      await look()
    }
    await advanceBy('1d')
    await exit('forceUnlock', council, id)
    await look()
    await advanceBy('22d')
    await look()
    await advanceBy('1d')
    await exit('unlockClaim', owner, id)
    await look()
    expect(seen.map(({ nodes }) => nodes)).toEqual([1, 1, 1, 0, 0, 0])
    const events = await readPoolEvents(one, { from: 0n, to: await l1.getBlockNumber() })
    const times = seen.map(({ seconds }) => seconds)
    expect(nodeCourse(events, seen, [id], times)).toEqual(seen.map(({ number: _, ...state }) => state))
  })

  test('have the holders, the vault and the supply as the contracts had them at each payout', async () => {
    const [alice, bob] = devAccounts as [`0x${string}`, `0x${string}`]
    const first = (await two.getBlockNumber()) + 1n
    await mint(alice, parseEther('50'), true)
    await pay(parseEther('20'))
    await mint(freshAccount, parseEther('100'), true)
    await pay(parseEther('30'))
    const shares = await read<bigint>(onL2.seMetis, 'balanceOf', [alice])
    await mint(bob, parseEther('7'), false)
    await execute({ from: alice, on: onL2.seMetis, fn: 'redeem', args: [shares, alice, alice] })
    await pay(parseEther('40'))
    const { protocol, history } = await readNow()
    const events = await readVaultEvents(two, dispatcher, { from: 0n, to: protocol.block.number })
    const people = [...new Set(events.flatMap((event) => (event.kind === 'moved' ? [event.to, event.from] : [])))]
    const paid = history.payouts.filter(({ block }) => block >= first)
    const course = paid.map(({ holders, totalAssets, eMetisSupply }) => ({ holders, totalAssets, eMetisSupply }))
    const asked = paid.map(async ({ block: blockNumber }) => {
      const balance = (each: `0x${string}`) =>
        two.readContract({ ...vault, functionName: 'balanceOf', args: [each], blockNumber })
      const balances = await Promise.all(people.map(balance))
      return {
        holders: balances.filter((each) => each > 0n).length,
        totalAssets: await two.readContract({ ...vault, functionName: 'totalAssets', blockNumber }),
        eMetisSupply: await two.readContract({ ...eMetis, functionName: 'totalSupply', blockNumber }),
      }
    })
    expect(course).toEqual(await Promise.all(asked))
    const counts = course.map(({ holders }) => holders ?? 0)
    expect(counts.map((count) => count - (counts[0] ?? 0))).toEqual([0, 1, 0])
  })
})
