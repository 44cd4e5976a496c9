import { type Address, getAbiItem, isAddressEqual, zeroAddress } from 'viem'
import { algebraFactoryAbi, algebraQuoterAbi } from '@/abi/algebra'
import { redemptionQueueAbi } from '@/abi/redemption-queue'
import { uniswapV2FactoryAbi } from '@/abi/uniswap-v2-factory'
import { uniswapV2PairAbi } from '@/abi/uniswap-v2-pair'
import type { AddressBook } from './address-book'
import { queueAt } from './contracts'
import { type LpToken, type Pair, type Sale, toImpact } from './market-quote'
import { pinned } from './pinned'
import { type Block, blockCalls, type Client, maybe, must, toBlock } from './rpc'

/** Where eMetis can be sold, and what the queue takes for a shorter wait; wallet-free. */
export type Market = {
  block: Block
  /** Null: no pool of the UniswapV2 kind, or an empty one. */
  pair: Pair | null
  /** An Algebra pool; it has to be asked for every amount ({@link readPoolSale}). Null: there is none. */
  pool: Address | null
  lpTokens: readonly LpToken[]
}

const tokens = { METIS: pinned.metis, eMetis: pinned.eMetis, seMetis: pinned.seMetis, ENKI: pinned.enki } as const

const nameOf = (address: Address | null): string | null =>
  address && (Object.entries(tokens).find(([, token]) => isAddressEqual(token, address))?.[0] ?? null)

/** Asks the factory for the pool of two tokens; the zero address where there is none. */
export const pairOf = (tokenA: Address, tokenB: Address) => {
  const args = [tokenA, tokenB] as const
  return { abi: uniswapV2FactoryAbi, address: pinned.pairFactory, functionName: 'getPair', args } as const
}

/** Every two of the protocol's tokens; the market in eMetis comes first. */
const pairCalls = [
  pairOf(tokens.eMetis, tokens.METIS),
  pairOf(tokens.seMetis, tokens.METIS),
  pairOf(tokens.ENKI, tokens.METIS),
  pairOf(tokens.eMetis, tokens.seMetis),
  pairOf(tokens.eMetis, tokens.ENKI),
  pairOf(tokens.seMetis, tokens.ENKI),
] as const

const known = (address: Address | null | undefined): Address | null =>
  address && address !== zeroAddress ? address : null

/** The pools that there are of them, and the Algebra pool. One request. */
async function readPools(client: Client) {
  const args = [tokens.eMetis, pinned.wrappedMetis] as const
  const [number, seconds, pool, ...pairs] = await client.multicall({
    batchSize: 0,
    contracts: [
      ...blockCalls,
      { abi: algebraFactoryAbi, address: pinned.algebraFactory, functionName: 'poolByPair', args },
      ...pairCalls,
    ],
  })
  const found = pairs.map((answer) => known(maybe(answer)))
  return { block: toBlock(must(number), must(seconds)), pool: known(maybe(pool)), pairs: found }
}

const reduced = getAbiItem({ abi: redemptionQueueAbi, name: 'ReduceRedemptionMaturity' })

/** Tokens that somebody has brought a ticket forward with; none where the RPC refuses the logs. One request. */
async function readUsed(client: Client, queue: Address): Promise<Address[]> {
  const query = { address: queue, event: reduced, strict: true, fromBlock: 0n, toBlock: 'latest' } as const
  const logs = await client.getLogs(query).catch(() => [])
  return logs.map(({ args }) => args.lpLockToken)
}

const lpCalls = (queue: Address, token: Address) => {
  const pair = { abi: uniswapV2PairAbi, address: token } as const
  return [
    { ...queueAt(queue), functionName: 'lpFactors', args: [token] },
    { ...pair, functionName: 'totalSupply' },
    { ...pair, functionName: 'token0' },
    { ...pair, functionName: 'token1' },
    { ...pair, functionName: 'getReserves' },
  ] as const
}

/** One candidate: a pool, and whether the queue takes its token. */
async function readCandidate(client: Client, queue: Address, token: Address, blockNumber: bigint) {
  const [factor, total, first, second, held] = await client.multicall({
    contracts: lpCalls(queue, token),
    blockNumber,
    batchSize: 0,
  })
  const names = [nameOf(maybe(first)), nameOf(maybe(second))] as const
  const [reserve0, reserve1] = maybe(held) ?? [0n, 0n]
  const reserves = names[0] === 'METIS' ? reserve0 : names[1] === 'METIS' ? reserve1 : null
  const worth = reserves === null ? null : { metis: reserves, supply: maybe(total) ?? 0n }
  return { token, factor: maybe(factor) ?? 0n, names, worth, reserves: [reserve0, reserve1] as const }
}

type Candidate = Awaited<ReturnType<typeof readCandidate>>

/** UniswapV2 pairs keep the lower address first. */
const toPair = ({ token, reserves }: Candidate): Pair | null => {
  const [eMetis, metis] = BigInt(tokens.eMetis) < BigInt(tokens.METIS) ? reserves : [reserves[1], reserves[0]]
  return eMetis > 0n && metis > 0n ? { address: token, eMetis, metis } : null
}

/**
 * Tokens that may bring a ticket forward are found on chain: the queue names none, so the pools of every two of the protocol's
 * tokens are asked about, and every token that was used before. Two requests. Throws when the RPC fails.
 */
export async function readLpCandidates(client: Client, queue: Address | null) {
  const [pools, used] = await Promise.all([readPools(client), queue ? readUsed(client, queue) : []])
  return { pools, tokens: [...new Set([...pools.pairs, ...used].flatMap((address) => address ?? []))] }
}

/** Where eMetis can be sold. Of the candidates for a shorter wait only those are kept that still have a factor. */
export async function readMarket(client: Client, book: AddressBook): Promise<Market> {
  const queue = book.redemptionQueue
  const { pools, tokens: addresses } = await readLpCandidates(client, queue)
  const [market] = pools.pairs
  const candidates = await Promise.all(
    addresses.map((token) => readCandidate(client, queue ?? zeroAddress, token, pools.block.number)),
  )
  const pair = candidates.find(({ token }) => token === market)
  return {
    block: pools.block,
    pair: pair ? toPair(pair) : null,
    pool: pools.pool,
    lpTokens: candidates
      .filter(({ factor }) => factor > 0n)
      .map(({ token, factor, names, worth }) => ({ token, factor, names, worth })),
  }
}

/** Selling `amount` of eMetis into the Algebra pool, for wrapped METIS; `sale` null where the quoter does not answer. One request. */
export async function readPoolSale(client: Client, amount: bigint): Promise<{ block: Block; sale: Sale | null }> {
  const little = amount / 1000n
  const quote = (part: bigint) => {
    const args = [pinned.eMetis, pinned.wrappedMetis, part, 0n] as const
    return {
      abi: algebraQuoterAbi,
      address: pinned.algebraQuoter,
      functionName: 'quoteExactInputSingle',
      args,
    } as const
  }
  const contracts = [...blockCalls, quote(amount), quote(little)] as const
  const [number, seconds, whole, part] = await client.multicall({ contracts, batchSize: 0 })
  const [out, still] = [maybe(whole), maybe(part)]
  const sale =
    out && still && little > 0n ? { out: out[0], impact: toImpact(out[0], (still[0] * amount) / little) } : null
  return { block: toBlock(must(number), must(seconds)), sale }
}
