import { type Address, createPublicClient, custom, MethodNotSupportedRpcError, parseAbi, parseEther } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AddressBook, readAddressBook } from '@/lib/address-book'
import { readArtemis } from '@/lib/artemis'
import { readEpochs } from '@/lib/epochs'
import { toLiquidity } from '@/lib/liquidity'
import { lockAt, toLocks } from '@/lib/locks'
import { artemis as artemisAt } from '@/lib/pinned'
import { toPlacement } from '@/lib/placement'
import { readPoolEvents } from '@/lib/pool-events'
import { toPoolFacts } from '@/lib/pool-facts'
import { toProducers } from '@/lib/producers'
import { readReserves } from '@/lib/reserves'
import { rewardsTaken } from '@/lib/rewards-taken'
import type { Client } from '@/lib/rpc'
import { readSequencers } from '@/lib/sequencers'
import { backend, devAccounts } from '../devnet/accounts'
import { council, deployer } from '../devnet/addresses'
import { drawLot, sendEpochs, sendReplacement, sendTakeover } from '../devnet/epochs'
import { operators } from '../devnet/sequencers'
import { execute, read, rpc, settle } from '../devnet/transact'
import { advanceBy, keeper, l1, l2, restoreEach, world } from './devnet'
import { createPlace, one, two } from './place'

restoreEach()

const metis = parseEther('1')
const { onL1, onL2 } = world
let book: AddressBook

beforeAll(async () => {
  book = await readAddressBook(two)
  await rpc(world.l1, 'anvil_autoImpersonateAccount', [true])
})

afterAll(() => rpc(world.l1, 'anvil_autoImpersonateAccount', [false]))

function operatorOf(wanted: number) {
  const found = operators.find(({ id }) => id === wanted)
  if (!found) throw new Error(`no operator ${wanted}`)
  return found
}

const nodesNow = async () => toPoolFacts(await readSequencers(one), null).nodes

const place = createPlace(() => book)

const send = (amount: bigint) =>
  execute({ from: backend, on: onL2.minter, fn: 'depositToL1Dealer', args: [amount], value: metis / 2n })

describe('the pool', () => {
  test('is the contracts, sequencer by sequencer', async () => {
    const { pool, nodes, stake, headroom } = toPoolFacts(await readSequencers(one), null)
    const rows = await Promise.all(
      nodes.map(({ id }) => read<readonly unknown[]>(onL1.pool, 'sequencers', [BigInt(id)])),
    )
    expect(nodes.map(({ amount }) => amount)).toEqual(rows.map(([amount]) => amount))
    expect(nodes.map(({ reward }) => reward)).toEqual(rows.map(([, reward]) => reward))
    expect(nodes.reduce((sum, { amount }) => sum + amount, 0n)).toBe(pool.totalLocked)
    const active = rows.filter((row) => row[12] === 2)
    expect(stake).toBe(active.reduce((sum, [amount]) => sum + (amount as bigint), 0n))
    expect(headroom).toBe(pool.maxLock * BigInt(active.length) - stake)
  })

  test('has the concentration of independent sums', async () => {
    const { nodes, perNode, perParty } = toPoolFacts(await readSequencers(one), null)
    const parts = nodes.filter(({ status }) => status === 'active').map(({ amount }) => Number(amount) / 1e18)
    const total = parts.reduce((sum, part) => sum + part, 0)
    expect(perNode.hhi).toBeCloseTo(
      parts.reduce((sum, part) => sum + (part / total) ** 2, 0),
      9,
    )
    // Artemis has 4, 6 and 8: more than a third, so it could halt the pool alone.
    expect(perParty).toMatchObject({ toHalt: 1, largest: { holder: 'Artemis' } })
  })

  test("counts as ENKI's the nodes of the Dealer's agents and no others, whoever is paid", async () => {
    const ownIds = async () => (await nodesNow()).filter(({ isEnki }) => isEnki).map(({ id }) => id)
    expect(await ownIds()).toEqual([5])
    const { owner: from } = operatorOf(10)
    await execute({ from, on: onL1.pool, fn: 'setSequencerRewardRecipient', args: [10n, onL2.minter.address] })
    expect(await ownIds()).toEqual([5])
    await execute({ from: deployer, on: onL1.dealer, fn: 'addAgent' })
    const agent = await read<Address>(onL1.dealer, 'sequencerAgents', [1])
    const [signer = backend] = devAccounts
    const lock = 20_000n * metis
    await execute({ from: council, on: onL1.pool, fn: 'setWhitelist', args: [agent, true] })
    await execute({ from: deployer, on: onL1.metis, fn: 'devnetMint', args: [onL1.dealer.address, lock] })
    await execute({ from: deployer, on: onL1.dealer, fn: 'lockFor', args: [1, signer, lock, `0x${'01'.repeat(64)}`] })
    expect(await ownIds()).toEqual([5, 11])
    const pool = await readSequencers(one)
    expect(pool.dealer?.agents.map(({ number, address }) => [number, address])).toEqual([
      [0, onL1.agent.address],
      [1, agent],
    ])
    const liquidity = toLiquidity(pool)
    expect((liquidity?.atOnce ?? 0n) + (liquidity?.afterExit ?? 0n)).toBe(await read(onL1.dealer, 'totalLocked'))
    expect((await place()).allocation.parts.filter(({ place }) => place === 'node').map(({ node }) => node)).toEqual([
      5, 11,
    ])
  })

  test('has locks whose last size in the logs is what is locked now', async () => {
    const pool = await readSequencers(one)
    const locks = toLocks(await readPoolEvents(one, { from: 0n, to: pool.block.number }))
    for (const { id, amount } of pool.sequencers)
      expect(lockAt(locks.get(id) ?? [], pool.block.number)?.amount).toBe(amount)
  })
})

describe('the allocation', () => {
  test('of the seeded year sums to the supply to the wei, with METIS on the bridge', async () => {
    const { allocation, crossings } = await place()
    expect(allocation.residue).toBe(0n)
    expect(crossings?.toL1.some(({ arrived }) => arrived === null)).toBe(true)
    expect(crossings?.toL1.filter(({ arrived }) => arrived !== null).length).toBeGreaterThan(20)
  })

  test('knows neither the bridge, the difference nor the room while the transfers are not read', async () => {
    const [pool, held, whole] = await Promise.all([readSequencers(one), readReserves(two, book), place()])
    expect(whole.room).not.toBeNull()
    for (const unread of [null, undefined]) {
      const { allocation, room, crossings } = toPlacement(pool, held, unread)
      expect(allocation.parts.filter(({ amount }) => amount === null).map(({ place: at }) => at)).toEqual([
        'toL1',
        'toL2',
      ])
      expect({ residue: allocation.residue, room, crossings }).toEqual({
        residue: null,
        room: null,
        crossings: unread,
      })
    }
    const { parts } = toPlacement({ ...pool, dealer: null }, held, whole.crossings).allocation
    expect(parts.find(({ place: at }) => at === 'dealer')?.amount).toBeNull()
  })

  test('shows a gift as METIS that no eMetis stands for', async () => {
    const [from = backend] = devAccounts
    await execute({ from, on: onL2.metis, fn: 'transfer', args: [onL2.minter.address, 5n * metis] })
    expect((await place()).allocation.residue).toBe(5n * metis)
  })

  test('gives each transfer its clock of seven days', async () => {
    await send(metis)
    const { crossings } = await place()
    const last = crossings?.toL1.at(-1)
    expect(last).toMatchObject({ amount: metis, arrived: null })
    expect(BigInt(last?.sent ?? 0)).toBe((await l2.getBlock()).timestamp)
  })
})

describe('rewards taken', () => {
  const head = async () => (await readSequencers(one)).block.number
  const pastOf = async () => readPoolEvents(one, { from: 0n, to: await head() })
  const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)
  const takenOf = async (id: number) => rewardsTaken(await pastOf(), id)
  const rewardOf = async (id: number) => (await read<readonly bigint[]>(onL1.pool, 'sequencers', [BigInt(id)]))[1] ?? 0n

  test('and those still in the pool are all that the payer ever paid, and what went to L2 is what LockingInfo counts', async () => {
    const [pool, events] = [await readSequencers(one), await pastOf()]
    const all = pool.sequencers.flatMap(({ id }) => rewardsTaken(events, id))
    const batches = await l1.getContractEvents({ ...onL1.pool, eventName: 'DistributeReward', fromBlock: 0n })
    const paid = sum(batches.map(({ args }) => (args as { amount: bigint }).amount))
    expect(sum(all.map(({ amount }) => amount)) + sum(pool.sequencers.map(({ reward }) => reward))).toBe(paid)
    const claimed = all.filter(({ kind }) => kind === 'claimed')
    expect(sum(claimed.map(({ amount }) => amount))).toBe(pool.liquidated)
    expect(all.some(({ kind }) => kind === 'relocked')).toBe(true)
  })

  test('at an exit count once, and so does what was credited while it waited', async () => {
    const [id, from] = [8, operatorOf(8).owner]
    const before = await takenOf(id)
    const atExit = await rewardOf(id)
    expect(atExit).toBeGreaterThan(0n)
    await execute({ from, on: onL1.pool, fn: 'unlock', args: [BigInt(id), 2_000_000] })
    await advanceBy('22d')
    await keeper.rewardRound()
    const later = await rewardOf(id)
    expect(later).toBeGreaterThan(0n)
    await execute({ from, on: onL1.pool, fn: 'unlockClaim', args: [BigInt(id), 2_000_000] })
    const fresh = (await takenOf(id)).slice(0, -before.length)
    expect(fresh.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['claimed', later],
      ['claimed', atExit],
    ])
  })

  test('are told from METIS that was locked with them', async () => {
    const [id, from] = [7, operatorOf(7).owner]
    expect(await takenOf(id)).toEqual([])
    const reward = await rewardOf(id)
    await execute({ from, on: onL1.metis, fn: 'devnetMint', args: [from, metis] })
    await execute({ from, on: onL1.metis, fn: 'approve', args: [onL1.info.address, metis] })
    await execute({ from, on: onL1.pool, fn: 'relock', args: [BigInt(id), metis, true] })
    expect(await takenOf(id)).toMatchObject([{ kind: 'relocked', amount: reward }])
    await keeper.rewardRound()
    const next = await rewardOf(id)
    await execute({ from, on: onL1.pool, fn: 'relock', args: [BigInt(id), 0n, true] })
    expect((await takenOf(id)).map(({ amount }) => amount)).toEqual([next, reward])
  })

  test('of nothing are no transfer: an agent that leaves right after its round sends nothing', async () => {
    await keeper.rewardRound()
    expect(await rewardOf(5)).toBe(0n)
    const amounts = async () => (await place()).crossings?.toL2.map(({ amount }) => amount)
    const [before, taken] = [await amounts(), await takenOf(5)]
    await execute({ from: deployer, on: onL1.dealer, fn: 'unlock', args: [0] })
    expect((await pastOf()).at(-1)).toMatchObject({ kind: 'leaving', id: 5 })
    expect(await amounts()).toEqual(before)
    expect(await takenOf(5)).toEqual(taken)
  })
})

type EpochRow = readonly [number: bigint, signer: Address, startBlock: bigint, endBlock: bigint]
const epochAt = (number: bigint) => read<EpochRow>(onL2.sequencerSet, 'epochs', [number])
const epochOf = async (block: bigint) => epochAt(await read<bigint>(onL2.sequencerSet, 'getEpochByBlock', [block]))

/** Replaces whoever is named for the next block, once that block is, or is not, the first of its epoch. */
async function replaceNext(isFirst: boolean, heir: (failed: Address) => Address): Promise<EpochRow> {
  await sendEpochs(
    world,
    (await l2.getBlockNumber()) + 12n,
    drawLot(() => 0.5),
  )
  await settle(world.l2)
  for (;;) {
    const next = (await l2.getBlockNumber()) + 1n
    const epoch = await epochOf(next)
    const [, failed, startBlock] = epoch
    if ((next === startBlock) === isFirst) {
      await (isFirst ? sendTakeover : sendReplacement)(world, () => heir(failed))
      await settle(world.l2)
      return epoch
    }
    await l2.mine({ blocks: 1 })
  }
}

/** Epochs until all that the test made are over. */
async function finish(): Promise<void> {
  const current = await read<bigint>(onL2.sequencerSet, 'currentEpochNumber')
  const [, , , endBlock] = await epochAt(current)
  await l2.mine({ blocks: Number(endBlock - (await l2.getBlockNumber())) + 2 })
}

describe('block shares', () => {
  const heir = (failed: Address) => operatorOf(failed === operatorOf(8).signer ? 10 : 8).signer

  test('blame who signed an epoch that was cut, and shorten it', async () => {
    const before = (await readEpochs(two, 300)).replaced ?? []
    const [number, failed, startBlock, endBlock] = await replaceNext(false, heir)
    const block = await l2.getBlockNumber()
    const cut = await epochAt(number)
    expect(cut).toEqual([number, failed, startBlock, block - 1n])
    expect(cut[3]).toBeLessThan(endBlock)
    await finish()
    const { replaced, epochs } = await readEpochs(two, 300)
    expect(replaced?.slice(-1)).toEqual([{ signer: failed, epoch: number, block }])
    expect(replaced?.length).toBe(before.filter(({ epoch }) => epoch >= (epochs[0]?.number ?? 0n)).length + 1)
    expect(epochs.find((epoch) => epoch.number === number)?.endBlock).toBe(block - 1n)
  })

  test('blame who never began, not who had finished the epoch before', async () => {
    const [number, failed, startBlock] = await replaceNext(true, heir)
    const finished = await epochAt(number - 1n)
    expect(finished[3]).toBe(startBlock - 1n)
    const [, named] = await epochAt(number)
    expect(named).toBe(heir(failed))
    await finish()
    expect((await readEpochs(two, 300)).replaced?.slice(-1)).toEqual([
      { signer: failed, epoch: number, block: startBlock },
    ])
  })

  test('blame both when the heir of a cut epoch fails as well', async () => {
    const [, first] = await replaceNext(false, heir)
    const [, second] = await replaceNext(false, heir)
    await finish()
    expect((await readEpochs(two, 300)).replaced?.slice(-2).map(({ signer }) => signer)).toEqual([first, second])
  })

  test('are counted where a node gives no logs, and say that nothing is known of who was replaced', async () => {
    const request = ({ method, params }: { method: string; params?: unknown }) =>
      method === 'eth_getLogs'
        ? Promise.reject(new MethodNotSupportedRpcError(new Error('no logs here')))
        : rpc(world.l2, method, params as readonly unknown[])
    const deaf = createPublicClient({ chain: two.chain, transport: custom({ request }) })
    const [found, whole] = [await readEpochs(deaf as unknown as Client, 50), await readEpochs(two, 50)]
    expect(found.replaced).toBeNull()
    expect(found.epochs).toEqual(whole.epochs)
    expect(toProducers(found, undefined, undefined).list.every(({ replaced }) => replaced === null)).toBe(true)
  })

  test('hold what SequencerSet holds against the real stake, with its spread and a verdict that follows', async () => {
    await replaceNext(false, heir)
    await replaceNext(true, heir)
    await finish()
    const found = await readEpochs(two, 300)
    const { nodes, stake } = toPoolFacts(await readSequencers(one), null)
    const { list } = toProducers(found, nodes, [])
    const rows = await Promise.all(found.epochs.map(({ number }) => epochAt(number)))
    const sizes = rows.map(([, , startBlock, endBlock]) => Number(endBlock - startBlock) + 1)
    const total = sizes.reduce((sum, size) => sum + size, 0)
    const squares = sizes.reduce((sum, size) => sum + (size / total) ** 2, 0)
    expect(list.reduce((sum, { blocks }) => sum + blocks, 0n)).toBe(BigInt(total))
    for (const { id, signer, amount, status } of nodes) {
      const one = list.find(({ node }) => node?.id === id)
      const made = rows.reduce((sum, [, by], i) => (by === signer ? sum + (sizes[i] ?? 0) : sum), 0)
      expect(Number(one?.blocks ?? 0n)).toBe(made)
      if (status !== 'active') continue
      const expected = Number(amount) / Number(stake)
      const reach = 1.96 * Math.sqrt(expected * (1 - expected) * squares)
      expect(one?.expected).toBeCloseTo(expected, 9)
      expect(one?.low).toBeCloseTo(Math.max(0, expected - reach), 9)
      expect(one?.high).toBeCloseTo(expected + reach, 9)
      const share = made / total
      const verdict = share < expected - reach ? 'below' : share > expected + reach ? 'above' : 'usual'
      expect(one?.verdict).toBe(verdict)
      const failures = found.replaced?.filter(({ signer: by }) => by === signer).length
      expect(one?.replaced).toBe(failures)
    }
    expect(list.reduce((sum, { replaced }) => sum + (replaced ?? 0), 0)).toBe(found.replaced?.length)
  })

  test('stay with a node that signs with another address from now on', async () => {
    const { owner: from, signer: old } = operatorOf(7)
    const [fresh = backend] = devAccounts
    const epochs = await readEpochs(two, 300)
    const made = toProducers(epochs, await nodesNow(), []).list.find(({ node }) => node?.id === 7)?.blocks ?? 0n
    expect(made).toBeGreaterThan(0n)
    const args = [7n, fresh, `0x${'07'.repeat(64)}`]
    await execute({ from, on: onL1.pool, fn: 'updateSigner', args })
    const pool = await readSequencers(one)
    const events = await readPoolEvents(one, { from: 0n, to: pool.block.number })
    expect(pool.sequencers[6]?.signer).toBe(fresh)
    const unsure = toProducers(epochs, await nodesNow(), undefined)
    expect(unsure.isSure).toBe(false)
    const after = toProducers(epochs, await nodesNow(), events)
    expect(after.isSure).toBe(true)
    expect(after.nodeOf(old)?.id).toBe(7)
    expect(after.list.find(({ node }) => node?.id === 7)).toMatchObject({ blocks: made, expected: expect.any(Number) })
    expect(after.list.every(({ node }) => node)).toBe(true)
  })
})

describe('Artemis', () => {
  const abi = parseAbi([
    'function totalDeposits() view returns (uint256)',
    'function getArtMetisAmountToMint(uint256 amount) view returns (uint256)',
    'function totalSupply() view returns (uint256)',
    'function balanceOf(address account) view returns (uint256)',
    'function feeRate() view returns (uint256)',
    'function withdrawDelay() view returns (uint256)',
    'function nextWithdrawNonce() view returns (uint256)',
    'function nextUnlockNonce() view returns (uint256)',
    'function withdrawRequests(uint256 nonce) view returns (uint256 artMetisAmount, uint256 expectedAmount, uint256 startTime)',
  ])
  const own = (name: keyof typeof artemisAt) => ({ chain: world.l2, name, address: artemisAt[name], abi })
  const [token, deposits, rewards, exits] = [
    own('token'),
    own('depositPool'),
    own('rewardPool'),
    own('withdrawalManager'),
  ]

  /** What its open requests are owed, one by one. */
  async function owed(): Promise<bigint> {
    const [first, next] = await Promise.all([
      read<bigint>(exits, 'nextUnlockNonce'),
      read<bigint>(exits, 'nextWithdrawNonce'),
    ])
    const nonces = Array.from({ length: Number(next - first) }, (_, i) => first + BigInt(i))
    const rows = await Promise.all(nonces.map((nonce) => read<readonly bigint[]>(exits, 'withdrawRequests', [nonce])))
    return rows.reduce((total, [, expected = 0n]) => total + expected, 0n)
  }

  test('is its own getters, to the wei', async () => {
    const artemis = await readArtemis(two)
    const [staked, supply] = [await read<bigint>(deposits, 'totalDeposits'), await read<bigint>(token, 'totalSupply')]
    expect(artemis).toMatchObject({
      staked,
      supply,
      price: (staked * metis) / supply,
      pending: await read(onL2.metis, 'balanceOf', [artemisAt.rewardPool]),
      fee: Number(await read<bigint>(rewards, 'feeRate')) / 1e18,
      exitSeconds: Number(await read<bigint>(exits, 'withdrawDelay')),
      leaving: await owed(),
    })
    expect([artemis.fee, artemis.exitSeconds]).toEqual([0.1, 14 * 86_400])
    expect(artemis.price).toBeGreaterThan(metis)
    for (const amount of [artemis.pending, artemis.leaving]) expect(amount).toBeGreaterThan(0n)
  })

  test('has a price within a wei of what the pool itself asks for one artMETIS', async () => {
    const { price } = await readArtemis(two)
    if (price === null) throw new Error('no price')
    const bought = (amount: bigint) => read<bigint>(deposits, 'getArtMetisAmountToMint', [amount])
    expect(await bought(price - 1n)).toBeLessThan(metis)
    expect(await bought(price)).toBeLessThanOrEqual(metis)
    expect(await bought(price + 1n)).toBeGreaterThanOrEqual(metis)
  })

  test('has the active nodes whose rewards the pool sends to its reward pool', async () => {
    const total = Number(await read<bigint>(onL1.pool, 'totalSequencers'))
    const ids = Array.from({ length: total }, (_, i) => i + 1)
    const rows = await Promise.all(ids.map((id) => read<readonly unknown[]>(onL1.pool, 'sequencers', [BigInt(id)])))
    const paid = ids.filter((_, i) => rows[i]?.[11] === artemisAt.rewardPool && rows[i]?.[12] === 2)
    const active = (await nodesNow()).filter(({ party, status }) => party === 'Artemis' && status === 'active')
    expect(active.map(({ id }) => id)).toEqual(paid)
    expect(paid).toEqual([4, 6, 8])
  })

  test('has no exit and nothing owed where its WithdrawalManager reverts, and the rest as it was', async () => {
    const { block: _, ...whole } = await readArtemis(two)
    await l2.setCode({ address: artemisAt.withdrawalManager, bytecode: '0x60006000fd' })
    const { block: __, ...rest } = await readArtemis(two)
    expect([whole.exitSeconds, whole.leaving]).not.toContain(null)
    expect(rest).toEqual({ ...whole, exitSeconds: null, leaving: null })
  })
})
