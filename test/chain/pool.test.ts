import { parseEther } from 'viem'
import { beforeAll, describe, expect, test } from 'vitest'
import { type AddressBook, readAddressBook } from '@/lib/address-book'
import { readArtemis } from '@/lib/artemis'
import { blockShares, blocksOf } from '@/lib/block-share'
import { readEpochs } from '@/lib/epochs'
import { lockAt, toLocks } from '@/lib/locks'
import { readPoolEvents } from '@/lib/pool-events'
import { toPoolFacts } from '@/lib/pool-facts'
import { readSequencers } from '@/lib/sequencers'
import { backend, devAccounts } from '../devnet/accounts'
import { sendReplacement } from '../devnet/epochs'
import { execute, read, settle } from '../devnet/transact'
import { advanceBy, keeper, l2, restoreEach, world } from './devnet'
import { createPlace, one, two } from './place'

restoreEach()

const metis = parseEther('1')
const { onL1, onL2 } = world
let book: AddressBook

beforeAll(async () => {
  book = await readAddressBook(two)
})

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

describe('block shares', () => {
  test('count what SequencerSet holds, replaced epochs included', async () => {
    const first = async () => (await readEpochs(two, 300)).replaced.length
    const before = await first()
    const current = () => read<bigint>(onL2.sequencerSet, 'currentEpochNumber')
    const number = await current()
    // Nothing can be replaced in an epoch's first block: the next block is tried.
    for (let i = 0; i < 4 && (await current()) === number; i++) {
      await advanceBy('2h')
      await sendReplacement(world, (candidates) => candidates[0]?.signer ?? backend)
      await settle(world.l2)
    }
    expect(await current()).not.toBe(number)
    await advanceBy('3d')
    await keeper.rewardRound()
    await advanceBy('1d')
    const found = await readEpochs(two, 300)
    const counted = new Map<string, bigint>()
    for (const { number } of found.epochs) {
      const [, signer = '', start, end] = await read<readonly [bigint, string, bigint, bigint]>(
        onL2.sequencerSet,
        'epochs',
        [number],
      )
      const key = signer.toLowerCase()
      counted.set(key, (counted.get(key) ?? 0n) + end - start + 1n)
    }
    const shares = blockShares(found.epochs, new Map())
    expect(new Map(shares.map(({ signer, blocks }) => [signer, blocks]))).toEqual(counted)
    const total = found.epochs.reduce((sum, epoch) => sum + blocksOf(epoch), 0n)
    expect(shares.reduce((sum, { blocks }) => sum + blocks, 0n)).toBe(total)
    expect(found.epochs.every(({ endBlock }) => endBlock < found.block.number)).toBe(true)
    expect(found.replaced.length).toBe(before + 1)
  })
})

describe('Artemis', () => {
  test('is read from its contracts', async () => {
    const artemis = await readArtemis(two)
    expect(artemis.fee).toBe(0.1)
    expect(artemis.exitSeconds).toBe(14 * 86_400)
    expect(artemis.price).toBeGreaterThan(metis)
    expect(artemis.leaving).toBeGreaterThan(0n)
  })
})
