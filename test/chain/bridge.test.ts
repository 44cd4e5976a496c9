import { type Address, parseEther, zeroAddress } from 'viem'
import { describe, expect, test } from 'vitest'
import { backend, devAccounts } from '../devnet/accounts'
import { readBacking } from '../devnet/backing'
import { sendMessages } from '../devnet/relay'
import { readTime } from '../devnet/time'
import { execute, read, settle } from '../devnet/transact'
import { advanceBy, keeper, restoreEach, world } from './devnet'

restoreEach()

const { onL1, onL2 } = world
const metis = parseEther('1')
const day = 86_400

describe('the bridge', () => {
  const deposit = () =>
    execute({ from: backend, on: onL2.minter, fn: 'depositToL1Dealer', args: [250n * metis], value: metis / 2n })
  const atDealer = () => read<bigint>(onL1.metis, 'balanceOf', [onL1.dealer.address])
  const relay = async () => {
    await sendMessages(world, 'l2', await readTime(world.l1))
    await settle(world.l1)
  }

  test('carries METIS to L1 after seven days, and not before', async () => {
    await advanceBy('8d')
    await relay()
    const before = await atDealer()
    await deposit()
    expect((await readBacking(world)).toL1).toBe(250n * metis)
    await advanceBy('6d')
    await relay()
    expect(await atDealer()).toBe(before)
    await advanceBy('25h')
    await relay()
    expect(await atDealer()).toBe(before + 250n * metis)
    expect((await readBacking(world)).toL1).toBe(0n)
  })

  test('L1 itself refuses a message that is too young', async () => {
    await deposit()
    const tooSoon = sendMessages(world, 'l2', (await readTime(world.l1)) + 8 * day).then(() => settle(world.l1))
    await expect(tooSoon).rejects.toThrow('Messenger: challenge period')
    world.l1.waiting.clear()
  })
})

describe('the keeper', () => {
  test('funds the queue before tickets mature', async () => {
    const [who] = devAccounts as [Address]
    const amount = 900n * metis
    await execute({ from: who, on: onL2.eMetis, fn: 'approve', args: [onL2.queue.address, amount] })
    await execute({ from: who, on: onL2.queue, fn: 'enterRedemptionQueue', args: [who, amount] })
    await advanceBy('20d')
    await keeper.fundQueue()
    expect(await read<bigint>(onL2.metis, 'balanceOf', [onL2.queue.address])).toBeGreaterThanOrEqual(amount)
  })

  test('fills the sequencer up to its cap and no further', async () => {
    const [who] = devAccounts as [Address]
    await execute({ from: who, on: onL2.metis, fn: 'approve', args: [onL2.minter.address, 5_000n * metis] })
    await execute({ from: who, on: onL2.minter, fn: 'mint', args: [who, 5_000n * metis, false, zeroAddress] })
    await keeper.moveDeposits()
    await advanceBy('8d')
    await keeper.relayMessages()
    await keeper.rewardRound()
    const { locked, dealer, toL1 } = await readBacking(world)
    expect(locked).toBe(100_000n * metis)
    expect(dealer + toL1).toBe(0n)
    await keeper.moveDeposits()
    expect((await readBacking(world)).toL1).toBe(0n)
  })
})
