import { metisL1 } from './contracts'
import { type Block, blockCalls, type Client, must, toBlock } from './rpc'

/** All METIS there is, base units, as the token on L1 counts it. */
export type MetisSupply = { block: Block; supply: bigint }

/** One multicall, one block. Throws when the RPC fails. */
export async function readMetisSupply(client: Client): Promise<MetisSupply> {
  const [number, seconds, supply] = await client.multicall({
    batchSize: 0,
    contracts: [...blockCalls, { ...metisL1, functionName: 'totalSupply' }],
  })
  return { block: toBlock(must(number), must(seconds)), supply: must(supply) }
}
