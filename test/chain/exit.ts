import type { Account, Address } from 'viem'
import { readAddressBook } from '@/lib/address-book'
import { minter, queueAt, tokenAt, vestingAt } from '@/lib/contracts'
import { readPosition } from '@/lib/position'
import { readProtocol } from '@/lib/protocol'
import type { Step } from '@/lib/step'
import { ticketIdOf } from '@/lib/tickets'
import { benefactor } from '../devnet/accounts'
import { execute } from '../devnet/transact'
import { l2, world } from './devnet'
import { client, signerOf, statesOf } from './signer'

const { onL2 } = world

export const unit = 10n ** 18n
export const day = 86_400n

export const book = await readAddressBook(client)
if (!book.redemptionQueue || !book.vesting) throw new Error('the devnet lacks a part')
export const queue = queueAt(book.redemptionQueue)
export const vesting = vestingAt(book.vesting)
export const lp = tokenAt(onL2.lp.address)

/** Both snapshots of one account, and the chain's time. */
export async function snapshots(account: Address) {
  const [protocol, position] = await Promise.all([readProtocol(client, book), readPosition(client, book, account)])
  return { protocol, position, now: BigInt(protocol.block.seconds) }
}

/** Carries steps out; throws unless all of them are mined. Returns the id of the ticket that was made, if one was. */
export async function carryOut(account: Account, steps: readonly Step[]): Promise<bigint | null> {
  const last = (await statesOf(steps, signerOf(account))).at(-1)
  if (last?.kind === 'failed') throw last.error
  if (last?.kind !== 'mined') throw new Error(`ended as ${last?.kind}`)
  return ticketIdOf(last.logs)
}

/** Waits, and mines a block at the end of the wait. */
export async function wait(seconds: bigint): Promise<void> {
  await l2.increaseTime({ seconds: Number(seconds) })
  await l2.mine({ blocks: 1 })
}

/** The next block's time, so that a test knows the second a transaction is mined in. */
export const at = (timestamp: bigint) => l2.setNextBlockTimestamp({ timestamp })

/** Lets a test send for an account that has no key here, such as a contract. */
export async function actAs(address: Address): Promise<void> {
  await l2.impersonateAccount({ address })
  await l2.setBalance({ address, value: unit })
}

/** METIS for the queue, out of nowhere. */
export const fund = (amount: bigint) =>
  execute({ from: benefactor, on: onL2.metis, fn: 'devnetMint', args: [queue.address, amount] })

/** Takes all METIS out of the queue but `left`. */
export async function drain(left = 0n): Promise<void> {
  const { address } = queue
  const held = await client.readContract({ ...tokenAt(onL2.metis.address), functionName: 'balanceOf', args: [address] })
  await actAs(address)
  await execute({ from: address, on: onL2.metis, fn: 'transfer', args: [benefactor, held - left] })
}

/** LP tokens for an account, from a deposit into the pool. */
export async function provide(account: Address, amount: bigint): Promise<void> {
  for (const on of [onL2.metis, onL2.eMetis])
    await execute({ from: account, on, fn: 'transfer', args: [lp.address, amount] })
  await execute({ from: account, on: onL2.lp, fn: 'mint', args: [account] })
}

const approvals = [
  [onL2.eMetis, queue.address],
  [onL2.lp, queue.address],
  [onL2.enki, vesting.address],
  [onL2.metis, minter.address],
] as const

/** Lets every contract take all that this account has; tests of approvals don't call it. */
export async function approveAll(account: Address): Promise<void> {
  for (const [on, spender] of approvals)
    await execute({ from: account, on, fn: 'approve', args: [spender, 2n ** 255n] })
}

/** A ticket for the account; returns its id. */
export async function enter(account: Address, amount: bigint): Promise<bigint> {
  const { result } = await client.simulateContract({
    ...queue,
    functionName: 'enterRedemptionQueue',
    args: [account, amount],
    account,
  })
  await execute({ from: account, on: onL2.queue, fn: 'enterRedemptionQueue', args: [account, amount] })
  return result
}

/** seMetis for an account. */
export const stakeFor = (account: Address, amount: bigint) =>
  execute({ from: account, on: onL2.minter, fn: 'mint', args: [account, amount, true, account] })
