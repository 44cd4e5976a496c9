import { parseEther } from 'viem'
import { describe, expect, inject, test } from 'vitest'
import { devAccounts } from '../devnet/accounts'
import { agent, created } from '../devnet/addresses'
import { type Backing, readBacking } from '../devnet/backing'
import { operators, snapshotTotalLocked } from '../devnet/sequencers'
import { readTime, slotsPerYear } from '../devnet/time'
import { read, readMany } from '../devnet/transact'
import { advanceBy, keeper, l2, restoreEach, world } from './devnet'

restoreEach()

const { onL1, onL2 } = world
const metis = parseEther('1')
const day = 86_400

type Sequencer = readonly unknown[]
type Dispatched = { args: { amount: bigint; toVaultAmount: bigint }; blockNumber: bigint }

const readSequencers = () =>
  readMany<Sequencer>(
    onL1.pool,
    'sequencers',
    Array.from({ length: 10 }, (_, i) => [BigInt(i + 1)]),
  )

const held = ({ minter, queue, toL1, toL2, dealer, locked }: Backing) => minter + queue + toL1 + toL2 + dealer + locked
const readShares = async () => [
  await read<bigint>(onL2.seMetis, 'totalAssets'),
  await read<bigint>(onL2.seMetis, 'totalSupply'),
]

describe('the seeded year', () => {
  test('has the sequencers of the snapshot, and their sum to the wei', async () => {
    const rows = await readSequencers()
    expect(await read(onL1.info, 'totalLocked')).toBe(snapshotTotalLocked)
    expect(rows.reduce((sum, row) => sum + (row[0] as bigint), 0n)).toBe(snapshotTotalLocked)
    for (const { id, owner, signer, recipient } of operators) {
      const row = rows[id - 1]
      expect([row?.[8], row?.[9]]).toEqual([owner, signer])
      if (recipient) expect(row?.[11]).toBe(recipient)
      expect(row?.[12]).toBe(id === 9 ? 3 : 2)
    }
  })

  test('has ENKI0 near its cap, owned by its agent, paid to the minter', async () => {
    const [amount, , , , , , , , owner, , , recipient] = (await readSequencers())[4] ?? []
    expect(amount).toBeGreaterThan(95_000n * metis)
    expect(amount).toBeLessThanOrEqual(100_000n * metis)
    expect([owner, recipient]).toEqual([agent, created.minter.address])
    expect(await read(onL1.dealer, 'totalLocked')).toBe(amount)
  })

  test('has dispatches all over the year, each of its own size', async () => {
    const { address, abi } = onL2.dispatcher
    const logs = await l2.getContractEvents({ address, abi, eventName: 'Dispatched', fromBlock: 0n })
    const dispatches = logs as unknown as Dispatched[]
    const times = await Promise.all(
      dispatches.map(async ({ blockNumber }) => Number((await l2.getBlock({ blockNumber })).timestamp)),
    )
    expect(dispatches.length).toBeGreaterThanOrEqual(30)
    expect(new Set(dispatches.map(({ args }) => args.toVaultAmount)).size).toBeGreaterThan(20)
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(330 * day)
    expect(Date.now() / 1000 - (times.at(-1) ?? 0)).toBeLessThan(6 * day)
    const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0))
    expect(Math.max(...gaps)).toBeLessThan(15 * day)
  })

  test('has blocks every two hours, so that a rate measured from them is sane', async () => {
    const head = await l2.getBlock()
    const past = await l2.getBlock({ blockNumber: head.number - 360n })
    const perYear = (360 * 365 * day) / Number(head.timestamp - past.timestamp)
    const rpb = await read<bigint>(onL1.pool, 'rewardPerBlock')
    const rate = (Number(rpb) * perYear) / Number(snapshotTotalLocked)
    expect(perYear).toBeCloseTo(slotsPerYear, -2)
    expect(rate).toBeGreaterThan(0.08)
    expect(rate).toBeLessThan(0.12)
  })

  test('backs every eMetis with METIS: in the minter, the queue, on the bridge, at the dealer or locked', async () => {
    const backing = await readBacking(world)
    expect(held(backing)).toBe(backing.supply)
    for (const part of ['minter', 'queue', 'toL1', 'dealer', 'locked', 'reward'] as const)
      expect(backing[part], part).toBeGreaterThan(0n)
  })

  test('leaves the free accounts with METIS, eMetis and ENKI, and no seMetis', async () => {
    for (const account of devAccounts) {
      const balances = await Promise.all(
        [onL2.metis, onL2.eMetis, onL2.enki, onL2.seMetis].map((token) => read<bigint>(token, 'balanceOf', [account])),
      )
      expect(balances).toEqual([10_000n * metis, 1_000n * metis, 5_000n * metis, 0n])
      expect(await l2.getBalance({ address: account })).toBeGreaterThan(9_000n * metis)
    }
  })

  test('ends now', async () => {
    for (const chain of [world.l1, world.l2])
      expect(Math.abs((await readTime(chain)) - Date.now() / 1000)).toBeLessThan(3 * 3600)
  })
})

describe('the controls', () => {
  test('advance moves both chains to one moment, at the usual pace', async () => {
    const [blocks, time] = [await l2.getBlockNumber(), await readTime(world.l2)]
    const moved = await advanceBy('20d')
    expect(await readTime(world.l1)).toBe(moved)
    expect(await readTime(world.l2)).toBe(moved)
    expect(moved - time).toBeGreaterThanOrEqual(20 * day)
    expect(await l2.getBlockNumber()).toBe(blocks + 240n)
  })

  test('a reward round raises the share price and stays backed', async () => {
    await advanceBy('10d')
    const [assets, shares] = await readShares()
    await keeper.rewardRound()
    const [more, same] = await readShares()
    expect(more).toBeGreaterThan(assets ?? 0n)
    expect(same).toBe(shares)
    const backing = await readBacking(world)
    expect(held(backing)).toBe(backing.supply)
  })

  test('the control server answers, and names a bad time', async () => {
    const { controlUrl } = inject('devnet')
    const health = await (await fetch(`${controlUrl}/health`)).json()
    expect(health).toMatchObject({ ready: true, seed: 1, auto: false })
    const refused = await fetch(`${controlUrl}/advance?for=soon`, { method: 'POST' })
    expect(refused.status).toBe(400)
    expect(await refused.json()).toEqual({ error: expect.stringContaining('"soon" is not a time') })
  })
})
