import fc from 'fast-check'
import { parseEther } from 'viem'
import { beforeAll, expect, test } from 'vitest'
import { type AddressBook, readAddressBook } from '@/lib/address-book'
import type { Part } from '@/lib/allocation'
import { underWay } from '@/lib/transfers'
import { backend } from '../devnet/accounts'
import { readBacking } from '../devnet/backing'
import { sendEpochs, takeTurns } from '../devnet/epochs'
import { sendBatch, sendRelock } from '../devnet/rewards'
import { execute, read, settle } from '../devnet/transact'
import { advanceBy, keeper, l1, l2, restoreEach, world } from './devnet'
import { createPlace, two } from './place'

restoreEach()

const { onL2 } = world
let book: AddressBook
const place = createPlace(() => book)

beforeAll(async () => {
  book = await readAddressBook(two)
})

/** So many thousandths of the minter's METIS set out for L1. */
async function sendOff(thousandths: number): Promise<void> {
  const held = await read<bigint>(onL2.metis, 'balanceOf', [onL2.minter.address])
  const args = [(held * BigInt(thousandths)) / 1000n]
  await execute({ from: backend, on: onL2.minter, fn: 'depositToL1Dealer', args, value: parseEther('0.5') })
}

const draw = takeTurns()

/** L1 counts a round of rewards; what it tells L2 stays on its way. */
async function earn(): Promise<void> {
  await sendEpochs(world, (await l2.getBlockNumber()) + 6n, draw, 1n)
  await settle(world.l2)
  await sendBatch(world)
  await sendRelock(world)
  await settle(world.l1)
}

/** So many METIS leave the lock for the queue, and stay on the bridge; the pool allows it once in a batch. */
async function free(metis: number): Promise<void> {
  const { dealer, agent, pool } = world.onL1
  const { updatedBatch } = await read<{ updatedBatch: bigint }>(agent, 'sequencerData')
  if ((await read<bigint>(pool, 'currentBatch')) <= updatedBatch) return
  const amount = parseEther(String(metis))
  await execute({ from: backend, on: dealer, fn: 'withdrawLocking', args: [0, amount] })
  await execute({ from: backend, on: dealer, fn: 'depositToRedemptionQueue', args: [amount] })
}

/** What can happen next; `size` is a part of the minter's METIS, an amount, or a number of days. */
const deeds = {
  sendOff,
  wait: (size: number) => advanceBy(`${1 + (size % 9)}d`),
  earn,
  free,
  relay: keeper.relayMessages,
  reward: keeper.rewardRound,
  fund: keeper.fundQueue,
  move: keeper.moveDeposits,
} as const

const kinds = ['sendOff', 'sendOff', 'wait', 'wait', 'earn', 'free', 'relay', 'reward', 'fund', 'move'] as const
const deed = fc.record({ kind: fc.constantFrom(...kinds), size: fc.integer({ min: 10, max: 900 }) })

const amountAt = (parts: readonly Part[], at: Part['place']) =>
  parts.reduce((sum, part) => (part.place === at ? sum + (part.amount ?? 0n) : sum), 0n)

test('300 random histories leave every METIS where the contracts have it, with transfers in flight', async () => {
  const flown = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 4 }), async (history) => {
      const [first, second] = await Promise.all([l1.snapshot(), l2.snapshot()])
      try {
        for (const { kind, size } of history) await deeds[kind](size)
        const { allocation, crossings } = await place()
        const { reward: _, locked, ...elsewhere } = await readBacking(world)
        const { parts, supply, residue, unreported } = allocation
        expect(residue).toBe(unreported)
        const at = (name: Part['place']) => amountAt(parts, name)
        expect({
          supply,
          minter: at('minter'),
          toL1: at('toL1'),
          dealer: at('dealer'),
          node: at('node'),
          toL2: at('toL2'),
          queue: at('queue'),
        }).toEqual({ ...elsewhere, node: locked })
        for (const [name, crossing] of Object.entries(crossings ?? {}))
          if (underWay(crossing).length > 0) flown.add(name)
      } finally {
        await Promise.all([l1.revert({ id: first }), l2.revert({ id: second })])
      }
    }),
    { numRuns: 300 },
  )
  expect([...flown].sort()).toEqual(['reports', 'toL1', 'toL2'])
})
