import { type Address, getAbiItem } from 'viem'
import { beforeEach, describe, expect, test } from 'vitest'
import { rewardDispatcherAbi } from '@/abi/reward-dispatcher'
import { readAddressBook } from '@/lib/address-book'
import { type NextPayout, toNextPayout } from '@/lib/next-payout'
import { readProtocol } from '@/lib/protocol'
import { readSequencers } from '@/lib/sequencers'
import { partOf, type Vault } from '@/lib/shares'
import { readUndispatched } from '@/lib/undispatched'
import { backend, stakers } from '../devnet/accounts'
import { sendMessages } from '../devnet/relay'
import { sendBatch, sendRelock } from '../devnet/rewards'
import { readTime } from '../devnet/time'
import { execute, read, settle } from '../devnet/transact'
import { advanceBy, keeper, l2, restoreEach, world } from './devnet'
import { one, two } from './place'

restoreEach()

const { dispatcher, seMetis } = world.onL2
const [staker] = stakers as [Address]

async function readNext(): Promise<NextPayout> {
  const { treasuryRatio } = await readProtocol(two, await readAddressBook(two))
  const next = toNextPayout(await readSequencers(one), await readUndispatched(two, dispatcher.address), treasuryRatio)
  return next ?? expect.fail('not read')
}

const readVault = async (): Promise<Vault> => ({
  totalAssets: await read<bigint>(seMetis, 'totalAssets'),
  totalShares: await read<bigint>(seMetis, 'totalSupply'),
})

/** What the newest dispatch says that it brought. */
async function dispatched(since: bigint) {
  const event = getAbiItem({ abi: rewardDispatcherAbi, name: 'Dispatched' })
  const logs = await l2.getLogs({ address: dispatcher.address, event, fromBlock: since, strict: true })
  expect(logs).toHaveLength(1)
  return logs[0]?.args ?? expect.fail('nothing was dispatched')
}

describe('the next payout', () => {
  // The pool has credited what it owes, and nobody has claimed it.
  beforeEach(async () => {
    await advanceBy('8d')
    expect(await sendBatch(world)).toBe(true)
    await settle(world.l1)
  })

  const toL2 = async () => {
    await sendRelock(world)
    await settle(world.l1)
  }

  /** Lets it happen by `act`, and holds what was foretold against what came. */
  async function happen(act: () => Promise<void>): Promise<void> {
    const [next, vault, since] = [await readNext(), await readVault(), (await l2.getBlockNumber()) + 1n]
    const shares = await read<bigint>(seMetis, 'balanceOf', [staker])
    const worth = () => read<bigint>(seMetis, 'convertToAssets', [shares])
    const before = await worth()
    await act()
    expect(next.toVault).toBeGreaterThan(0n)
    expect(next.toVault).toBe((await dispatched(since)).toVaultAmount)
    expect(partOf(shares, vault, next.toVault)).toBe((await worth()) - before)
  }

  test('is what the keeper brings and dispatches, to the wei, and to an account what its shares gain', async () => {
    const owed = await read<bigint>(dispatcher, 'treasuryBalance')
    await execute({ from: backend, on: dispatcher, fn: 'withdrawTreasury', args: [owed, false] })
    expect((await readNext()).treasury).toBe(0n)
    await happen(async () => {
      await toL2()
      await keeper.relayMessages()
    })
  })

  test('splits once more what the treasury has not fetched, as the contract does', async () => {
    const { treasury } = await readNext()
    expect(treasury).toBeGreaterThan(0n)
    await happen(async () => {
      await toL2()
      await sendMessages(world, 'l1', await readTime(world.l2))
      await settle(world.l2)
      await execute({ from: backend, on: dispatcher, fn: 'dispatch' })
    })
    expect((await readNext()).treasury).toBeGreaterThan(treasury)
  })
})
