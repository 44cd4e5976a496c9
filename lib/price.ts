import { priceFeed } from './contracts'
import { type Block, blockCalls, type Client, maybe, must, toBlock } from './rpc'

/** US dollars for one METIS, in 18 decimals, from the feed on L2, with the moment it was set (unix seconds). */
export type Price = { block: Block; dollars: bigint; updated: number }

/** A price older than this many seconds is not shown. */
const oldest = 86_400

/**
 * The price if it was set within the last day; null when it is older. A chain that stands still does not age by its own clock, and a
 * devnet's is ahead of ours: the later of the two counts. For prices that were kept since they were read, too.
 */
export const youngPrice = (price: Price, block: Block, nowMs = Date.now()): Price | null =>
  Math.max(block.seconds, Math.floor(nowMs / 1000)) - price.updated <= oldest ? price : null

/** Null when this chain has no such feed, when it is for something else, or when its price is older than a day. */
export async function readPrice(client: Client): Promise<Price | null> {
  const [number, seconds, round, digits, description] = await client.multicall({
    batchSize: 0,
    contracts: [
      ...blockCalls,
      { ...priceFeed, functionName: 'latestRoundData' },
      { ...priceFeed, functionName: 'decimals' },
      { ...priceFeed, functionName: 'description' },
    ],
  })
  const block = toBlock(must(number), must(seconds))
  const [answer, decimals, what] = [maybe(round), maybe(digits), maybe(description)]
  if (!answer || decimals === null || !/^METIS ?\/ ?USD$/i.test(what ?? '')) return null
  const [, value, , updatedAt] = answer
  const updated = Number(updatedAt)
  const dollars = (value * 10n ** 18n) / 10n ** BigInt(decimals)
  return value > 0n ? youngPrice({ block, dollars, updated }, block) : null
}
