import type { Address } from 'viem'
import { dispatcherAt, eMetis } from './contracts'
import { type Block, blockCalls, type Client, maybe, must, toBlock } from './rpc'
import { precision } from './vesting'

/** eMetis that the RewardDispatcher holds, at one block; base units. `treasury`: what of it an earlier dispatch set aside. */
export type Undispatched = { block: Block; held: bigint; treasury: bigint }

/** One multicall, one block. Throws when the RPC fails. */
export async function readUndispatched(client: Client, address: Address): Promise<Undispatched> {
  const [number, seconds, held, treasury] = await client.multicall({
    batchSize: 0,
    contracts: [
      ...blockCalls,
      { ...eMetis, functionName: 'balanceOf', args: [address] },
      { ...dispatcherAt(address), functionName: 'treasuryBalance' },
    ],
  })
  return { block: toBlock(must(number), must(seconds)), held: must(held), treasury: maybe(treasury) ?? 0n }
}

/** What the vault would get if all rewards earned so far were dispatched now: the dispatcher splits all it holds, floor. */
export function nextPayout(held: bigint, earnedOnL1: bigint, treasuryRatio: bigint): bigint {
  const amount = held + earnedOnL1
  return amount - (amount * treasuryRatio) / precision
}
