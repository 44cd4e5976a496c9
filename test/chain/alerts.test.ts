import { parseEther } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AddressBook, readAddressBook } from '@/lib/address-book'
import { type Alert, toAlerts } from '@/lib/alerts'
import { readPace } from '@/lib/pace'
import { toPoolFacts } from '@/lib/pool-facts'
import { readReserves } from '@/lib/reserves'
import { readHead } from '@/lib/rpc'
import { readSequencers } from '@/lib/sequencers'
import { sumOf, underWay } from '@/lib/transfers'
import { backend, devAccounts } from '../devnet/accounts'
import { council, rewardPayer } from '../devnet/addresses'
import { operators } from '../devnet/sequencers'
import { execute, read, rpc } from '../devnet/transact'
import { advanceBy, keeper, l1, l2, restoreEach, world } from './devnet'
import { createPlace, one, two } from './place'

restoreEach()

const { onL1, onL2 } = world
const metis = parseEther('1')
let book: AddressBook
const place = createPlace(() => book)

beforeAll(async () => {
  book = await readAddressBook(two)
  await rpc(world.l1, 'anvil_autoImpersonateAccount', [true])
})

afterAll(() => rpc(world.l1, 'anvil_autoImpersonateAccount', [false]))

/** What the page would say now. */
async function alertsNow(): Promise<Alert[]> {
  const [pool, head, held, { crossings }] = await Promise.all([
    readSequencers(one),
    readHead(two),
    readReserves(two, book),
    place(),
  ])
  const { nodes, pay, perParty } = toPoolFacts(pool, await readPace(two, head))
  return toAlerts({
    pool: { nodes, maxLock: pool.maxLock, payer: pay, perParty },
    queue: { ...held, toL2: sumOf(underWay(crossings?.toL2 ?? [])) },
  })
}

const find = async <K extends Alert['kind']>(kind: K) =>
  (await alertsNow()).find((alert): alert is Extract<Alert, { kind: K }> => alert.kind === kind)

const operatorOf = (wanted: number) => {
  const found = operators.find(({ id }) => id === wanted)
  if (!found) throw new Error(`no operator ${wanted}`)
  return found.owner
}

const amountOf = async (id: number) => (await read<readonly [bigint]>(onL1.pool, 'sequencers', [BigInt(id)]))[0]

/** Brings a lock to its cap. */
async function fill(id: number): Promise<void> {
  const from = operatorOf(id)
  const more = 100_000n * metis - (await amountOf(id))
  await execute({ from, on: onL1.metis, fn: 'devnetMint', args: [from, more] })
  await execute({ from, on: onL1.metis, fn: 'approve', args: [onL1.info.address, more] })
  await execute({ from, on: onL1.pool, fn: 'relock', args: [BigInt(id), more, false] })
}

const takeOut = async (id: number, amount: bigint) =>
  execute({ from: operatorOf(id), on: onL1.pool, fn: 'withdraw', args: [BigInt(id), amount] })

test('a node that leaves is named with its date until it has been paid, also while it could be', async () => {
  expect(await find('leaving')).toBeUndefined()
  const id = 8n
  const from = operatorOf(8)
  await execute({ from, on: onL1.pool, fn: 'unlock', args: [id, 2_000_000] })
  const now = Number((await l1.getBlock()).timestamp)
  expect(await find('leaving')).toMatchObject({ nodes: [{ id: 8 }], claimable: now + 21 * 86_400 })
  const isFree = async () => (await find('leaving'))?.nodes[0]?.isFree
  expect(await isFree()).toBe(false)
  await advanceBy('22d')
  expect(await isFree()).toBe(true)
  await execute({ from, on: onL1.pool, fn: 'unlockClaim', args: [id, 2_000_000] })
  expect(await find('leaving')).toBeUndefined()
})

test('the payer is short once it allows less than a month of pay, and no more when it allows enough', async () => {
  expect(await find('payerShort')).toBeUndefined()
  const allow = (amount: bigint) =>
    execute({ from: rewardPayer, on: onL1.metis, fn: 'approve', args: [onL1.info.address, amount] })
  const perDay = toPoolFacts(await readSequencers(one), await readPace(two, await readHead(two))).pay?.perDay ?? 0n
  await allow(perDay * 29n)
  expect(await find('payerShort')).toMatchObject({ days: expect.closeTo(29, 0), limit: 'allowance' })
  await allow(perDay * 31n)
  expect(await find('payerShort')).toBeUndefined()
})

test('a node that named nobody to be paid is listed until it does', async () => {
  const named = async () => (await find('noRecipient'))?.nodes.map(({ id }) => id)
  expect(await named()).toEqual([1, 2, 3, 7])
  const from = operatorOf(7)
  await execute({ from, on: onL1.pool, fn: 'setSequencerRewardRecipient', args: [7n, from] })
  expect(await named()).toEqual([1, 2, 3])
})

test("ENKI's node is full once less than a hundredth of the cap is free", async () => {
  const setCap = (cap: bigint) => execute({ from: council, on: onL1.info, fn: 'setMaxLock', args: [cap] })
  const amount = await amountOf(5)
  const full = async () => {
    const found = await find('atCap')
    return { own: found?.nodes.filter(({ isEnki }) => isEnki).map(({ id }) => id), isEnkiFull: found?.isEnkiFull }
  }
  await setCap((amount * 100n) / 99n + 1n)
  expect((await full()).own ?? []).toEqual([])
  await setCap((amount * 100n) / 99n - 1n)
  expect(await full()).toEqual({ own: [5], isEnkiFull: true })
})

test('a party with more than a third is named, and no more when it has less', async () => {
  expect(await find('third')).toMatchObject({ party: 'Artemis' })
  for (const id of [1, 7, 10]) await fill(id)
  await keeper.rewardRound()
  await takeOut(6, (await amountOf(6)) - 20_000n * metis)
  expect(await find('third')).toBeUndefined()
})

test('the queue is short of what no METIS on Metis or on its way there covers, and covered once it comes out of the lock', async () => {
  expect(await find('queueShort')).toBeUndefined()
  const [from = backend] = devAccounts
  const { minter, queue, liabilities } = await readReserves(two, book)
  const spare = [minter + queue - (liabilities ?? 0n) - 100n * metis]
  await execute({ from: backend, on: onL2.minter, fn: 'depositToL1Dealer', args: spare, value: metis / 2n })
  const amount = 107n * metis
  await execute({ from, on: onL2.eMetis, fn: 'approve', args: [onL2.queue.address, amount] })
  await execute({ from, on: onL2.queue, fn: 'enterRedemptionQueue', args: [from, amount] })
  expect(await find('queueShort')).toEqual({ kind: 'queueShort', missing: 7n * metis })
  await keeper.rewardRound()
  await execute({ from: backend, on: onL1.dealer, fn: 'withdrawLocking', args: [0, 8n * metis] })
  await execute({ from: backend, on: onL1.dealer, fn: 'depositToRedemptionQueue', args: [8n * metis] })
  expect(await find('queueShort')).toBeUndefined()
})

test('of a queue that does not say what it owes nothing is said, and no room is counted; without a queue nothing is owed', async () => {
  expect((await place()).room).not.toBeNull()
  await l2.setCode({ address: onL2.queue.address, bytecode: '0x60006000fd' })
  const { room, reserves } = await place()
  expect([room, reserves.liabilities]).toEqual([null, null])
  expect(await find('queueShort')).toBeUndefined()
  expect((await readReserves(two, { ...book, redemptionQueue: null })).liabilities).toBe(0n)
})
