import type { Address } from 'viem'
import { backend, benefactor } from '../devnet/accounts'
import { execute } from '../devnet/transact'
import { world } from './devnet'

const { metis, minter, dispatcher } = world.onL2

/** Mints eMetis, or seMetis with `deposit`, out of METIS that comes from nowhere. */
export async function mint(to: Address, amount: bigint, deposit: boolean): Promise<void> {
  const from = benefactor
  await execute({ from, on: metis, fn: 'devnetMint', args: [from, amount] })
  await execute({ from, on: metis, fn: 'approve', args: [minter.address, amount] })
  await execute({ from, on: minter, fn: 'mint', args: [to, amount, deposit, from] })
}

/** Dispatches a reward of so much eMetis. */
export async function pay(amount: bigint): Promise<void> {
  await mint(dispatcher.address, amount, false)
  await execute({ from: backend, on: dispatcher, fn: 'dispatch' })
}
