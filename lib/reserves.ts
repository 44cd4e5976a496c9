import { zeroAddress } from 'viem'
import type { AddressBook } from './address-book'
import { eMetis, metis, queueAt } from './contracts'
import { pinned } from './pinned'
import { type Block, blockCalls, type Client, maybe, must, toBlock } from './rpc'

/** METIS behind eMetis that is on L2, at one block; base units. */
export type Reserves = {
  block: Block
  /** eMetis there is. */
  supply: bigint
  minter: bigint
  /** METIS in the redemption queue, and what its open tickets ask for. Both 0 where there is no queue; null: it does not say. */
  queue: bigint
  liabilities: bigint | null
}

/** One multicall, one block. Throws when the RPC fails. */
export async function readReserves(client: Client, { redemptionQueue }: AddressBook): Promise<Reserves> {
  const queue = queueAt(redemptionQueue ?? zeroAddress)
  const [number, seconds, supply, minter, held, accounting] = await client.multicall({
    batchSize: 0,
    contracts: [
      ...blockCalls,
      { ...eMetis, functionName: 'totalSupply' },
      { ...metis, functionName: 'balanceOf', args: [pinned.minter] },
      { ...metis, functionName: 'balanceOf', args: [queue.address] },
      { ...queue, functionName: 'redemptionQueueAccounting' },
    ],
  })
  const [liabilities = null] = maybe(accounting) ?? []
  return {
    block: toBlock(must(number), must(seconds)),
    supply: must(supply),
    minter: must(minter),
    queue: redemptionQueue ? must(held) : 0n,
    liabilities: redemptionQueue ? liabilities : 0n,
  }
}
