import {
  AbiDecodingZeroDataError,
  BaseError,
  type Chain,
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  createPublicClient,
  http,
} from 'viem'
import { multicall3 } from './contracts'
import { env } from './env'
import { hosts, seeHead } from './hosts'
import { network } from './network'
import { fetchBounded } from './retry-after'

/**
 * The block a snapshot was read at. `seconds`: its chain time; `readAt`: our clock (ms) when it was read. `age`: how old (seconds)
 * it was when the server drew it, where that is too old to pass without a word.
 */
export type Block = { number: bigint; seconds: number; readAt: number; age?: number }

/** Longest that a provider can make one read wait (ms); reads of long ranges of logs decide for themselves. */
const longestWait = 5_000

/** viem's own fallback knows no lag, and its ranking would poll every RPC for ever. */
export const transportOf = (urls: readonly string[]) =>
  hosts(urls.map((url) => http(url, { timeout: 10_000, retryCount: 0, fetchFn: fetchBounded(longestWait) })))

const clientOf = (chain: Chain, serverUrls: readonly string[] | undefined) =>
  createPublicClient({
    chain,
    transport: transportOf(serverUrls ?? chain.rpcUrls.default.http),
    pollingInterval: chain.testnet ? 500 : 4_000,
  })

/** One RPC of L2 alone, given `timeout` ms to answer: for what has to be heard from a certain host. */
export const clientAt = (url: string, timeout: number): Client =>
  createPublicClient({
    chain: network.l2,
    transport: hosts([http(url, { timeout, retryCount: 0, fetchFn: fetchBounded(1_000) })], 1),
  })

/** Reads Metis (the L2). */
export const l2 = clientOf(network.l2, env.serverL2Urls)
/** Reads Ethereum (the L1). */
export const l1 = clientOf(network.l1, env.serverL1Urls)

/** Either client. */
export type Client = typeof l2

/** First two entries of a snapshot's multicall: the block that all the others were read at. */
export const blockCalls = [
  { ...multicall3, functionName: 'getBlockNumber' },
  { ...multicall3, functionName: 'getCurrentBlockTimestamp' },
] as const

/** The block a snapshot was read at, from the answers to {@link blockCalls}. */
export function toBlock(number: bigint, timestamp: bigint): Block {
  const head = { number, seconds: Number(timestamp) }
  seeHead(head)
  return { ...head, readAt: Date.now() }
}

type Result<T> = { status: 'success'; result: T } | { status: 'failure'; error: Error }

/** The answer of a call that has to succeed. Throws its error otherwise. */
export function must<T>(answer: Result<T>): T {
  if (answer.status === 'failure') throw answer.error
  return answer.result
}

const answeredNo = (cause: unknown): boolean =>
  cause instanceof ContractFunctionRevertedError ||
  cause instanceof ContractFunctionZeroDataError ||
  cause instanceof AbiDecodingZeroDataError

/** The answer, or null when the contract has no such function or reverts. Throws when the RPC itself failed. */
export function maybe<T>(answer: Result<T>): T | null {
  if (answer.status === 'success') return answer.result
  if (answer.error instanceof BaseError && answer.error.walk(answeredNo)) return null
  throw answer.error
}

/** Where a chain stands: one request. */
export async function readHead(client: Client): Promise<Block> {
  const [number, seconds] = await client.multicall({ contracts: blockCalls, batchSize: 0 })
  return toBlock(must(number), must(seconds))
}
