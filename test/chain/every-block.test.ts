import { afterAll, beforeAll, expect, test } from 'vitest'
import { vault } from '@/lib/contracts'
import { shift, type Totals, type VaultEvent } from '@/lib/payouts'
import { type Client, must } from '@/lib/rpc'
import { toAssets } from '@/lib/shares'
import { readVaultEvents } from '@/lib/vault-events'
import { readBacking } from '../devnet/backing'
import { startChains } from '../devnet/chains'
import { compile } from '../devnet/compile'
import { deploy, type World } from '../devnet/deploy'
import { seedYear } from '../devnet/seed'
import { slotSeconds, slotsPerYear } from '../devnet/time'
import { read } from '../devnet/transact'
import { world } from './devnet'

/** A round amount of shares, and one that leaves a remainder in nearly every conversion. */
const probes = [10n ** 18n, 123_456_789_012_345_678_901_234_567n] as const

/** What the vault itself answers at a block: eMetis for each of the probes, and its two counters. */
type Answer = { block: bigint; assets: readonly bigint[]; totalAssets: bigint; totalShares: bigint }

async function ask(chain: World['l2'], block: bigint): Promise<Answer | null> {
  const answers = await chain.client.multicall({
    blockNumber: block,
    batchSize: 0,
    contracts: [
      ...probes.map((shares) => ({ ...vault, functionName: 'convertToAssets', args: [shares] }) as const),
      { ...vault, functionName: 'totalAssets' },
      { ...vault, functionName: 'totalSupply' },
    ],
  })
  if (answers.every(({ status }) => status === 'failure')) return null
  const [round, odd, totalAssets, totalShares] = answers.map((answer) => must(answer))
  return {
    block,
    assets: [BigInt(round ?? 0), BigInt(odd ?? 0)],
    totalAssets: BigInt(totalAssets ?? 0),
    totalShares: BigInt(totalShares ?? 0),
  }
}

/** Asks the vault at every block in turn. The chain forgets old states, so this has to be called every few dozen blocks. */
function createWitness(chain: World['l2']) {
  const answers: Answer[] = []
  let next = 1n
  const look = async () => {
    const head = await chain.client.getBlockNumber()
    const blocks = Array.from({ length: Number(head - next) + 1 }, (_, i) => next + BigInt(i))
    const fresh = await Promise.all(blocks.map((block) => ask(chain, block)))
    // Before the first answer there was no vault; after it, none may be missing.
    for (const [i, answer] of fresh.entries()) {
      if (answer) answers.push(answer)
      else if (answers.length > 0) throw new Error(`The vault did not answer at block ${blocks[i]}`)
    }
    next = head + 1n
  }
  return { answers, look }
}

// The same year as everywhere, lived through once more, beside the chains that the other tests use.
let chains: Awaited<ReturnType<typeof startChains>>
let again: World
let witness: ReturnType<typeof createWitness>

beforeAll(async () => {
  const genesis = Math.floor(Date.now() / 1000) - slotsPerYear * slotSeconds
  chains = await startChains(Number(process.env.DEVNET_PORT_OFFSET ?? 600) + 500, genesis)
  again = await deploy(chains, await compile())
  witness = createWitness(again.l2)
  await seedYear(again, genesis, 1, witness.look)
}, 600_000)

afterAll(async () => {
  await Promise.all([chains.l1.stop(), chains.l2.stop()])
})

test('the seeded year is the same again for the same seed', async () => {
  const sharesOf = ({ onL2: { seMetis } }: World) =>
    Promise.all([read<bigint>(seMetis, 'totalAssets'), read<bigint>(seMetis, 'totalSupply')])
  expect(await sharesOf(again)).toEqual(await sharesOf(world))
  expect(await readBacking(again)).toEqual(await readBacking(world))
})

test('the share price from events equals convertToAssets at every block of the seeded year', async () => {
  const { answers } = witness
  const [first, last] = [answers[0], answers.at(-1)]
  if (!first || !last) throw new Error('The vault never answered')
  const client = again.l2.client as unknown as Client
  const head = await client.getBlockNumber()
  expect(answers.map(({ block }) => block)).toEqual(
    Array.from({ length: answers.length }, (_, i) => head - BigInt(answers.length - 1 - i)),
  )
  expect(answers.length).toBeGreaterThanOrEqual(slotsPerYear)
  expect([first.totalAssets, first.totalShares]).toEqual([0n, 0n])

  const events = await readVaultEvents(client, again.onL2.dispatcher.address, { from: 0n, to: head })
  expect(events[0]?.block).toBeGreaterThan(first.block)
  const inBlock = new Map<bigint, VaultEvent[]>()
  for (const event of events) inBlock.set(event.block, [event, ...(inBlock.get(event.block) ?? [])])
  let totals: Totals = { totalAssets: last.totalAssets, totalShares: last.totalShares, eMetisSupply: 0n }
  for (const { block, assets, totalAssets, totalShares } of answers.toReversed()) {
    const { totalAssets: ownAssets, totalShares: ownShares } = totals
    expect([block, ownAssets, ownShares]).toEqual([block, totalAssets, totalShares])
    expect([block, ...probes.map((shares) => toAssets(shares, totals))]).toEqual([block, ...assets])
    for (const event of inBlock.get(block) ?? []) totals = shift(totals, event, -1n)
  }
  expect(new Set(answers.map(({ assets }) => assets[0])).size).toBeGreaterThan(30)
})
