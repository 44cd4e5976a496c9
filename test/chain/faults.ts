import {
  type Address,
  decodeFunctionData,
  decodeFunctionResult,
  encodeFunctionData,
  encodeFunctionResult,
  erc20Abi,
  type Hex,
  hexToBigInt,
  isHex,
  multicall3Abi,
  numberToHex,
  size,
} from 'viem'
import { shared } from '@/lib/pinned'
import type { Manner } from './rude-proxy'

/** One entry of a multicall: where it stands, and what was asked there. */
type Entry = { index: number; target: string; callData: Hex }

/** Answers some one-word entries of every multicall, or of those of so many entries, otherwise than the node. */
const falsifying =
  (isMeant: (entry: Entry) => boolean, toFalse: (word: bigint) => bigint, count?: number): Manner =>
  ({ method, params }, answer) => {
    const [call, , standIn] = params as [{ to?: string; data?: Hex } | undefined, unknown, unknown]
    // In a trial the account stands in its place.
    const isMulticall = standIn !== undefined || call?.to?.toLowerCase() === shared.multicall3.toLowerCase()
    if (method !== 'eth_call' || !call || !isMulticall) return undefined
    const shape = { abi: multicall3Abi, functionName: 'aggregate3' } as const
    const entries = decodeFunctionResult({ ...shape, data: answer as Hex })
    if (count !== undefined && entries.length !== count) return undefined
    const asked = decodeFunctionData({ abi: multicall3Abi, data: call.data ?? '0x' })
    const calls = asked.functionName === 'aggregate3' ? asked.args[0] : []
    const isFalse = (index: number) => {
      const entry = calls[index]
      return entry !== undefined && isMeant({ index, ...entry })
    }
    const result = entries.map(({ success, returnData }, i) => ({
      success,
      returnData:
        isFalse(i) && size(returnData) === 32
          ? numberToHex(toFalse(hexToBigInt(returnData)), { size: 32 })
          : returnData,
    }))
    return { instead: encodeFunctionResult({ ...shape, result }) }
  }

/** Says of the entry at `index` one wei more than there is. */
export const lying = (index: number, count?: number): Manner =>
  falsifying(
    (entry) => entry.index === index,
    (word) => word + 1n,
    count,
  )

/** Says of a trial of one call that it leaves one wei more METIS: of four balances before it, it, and four after it. */
export const lyingInTrials: Manner = (asked, answer) =>
  asked.params[2] === undefined ? undefined : lying(5, 9)(asked, answer)

/** Names no contract at these entries of a multicall of so many. */
export const naming = (nothingAt: readonly number[], count: number): Manner =>
  falsifying(
    ({ index }) => nothingAt.includes(index),
    () => 0n,
    count,
  )

/** Says that an account has one more than it has: of every token, or of the one named. */
export const lyingAbout = (account: Address, token?: Address): Manner => {
  const asked = encodeFunctionData({ abi: erc20Abi, functionName: 'balanceOf', args: [account] })
  const isMeant = (target: string) => !token || target.toLowerCase() === token.toLowerCase()
  return falsifying(
    ({ target, callData }) => callData === asked && isMeant(target),
    (word) => word + 1n,
  )
}

export const onAnotherChain: Manner = ({ method }) =>
  method === 'eth_chainId' ? { instead: numberToHex(1) } : undefined

/** A node that stands at a block of the past, whatever there has been since. */
export const lagging =
  (url: string, block: bigint): Manner =>
  ({ id, method, params }) => {
    const number = numberToHex(block)
    if (method === 'eth_blockNumber') return { instead: number }
    const at = params.indexOf('latest')
    if (at < 0) return undefined
    const body = JSON.stringify({ jsonrpc: '2.0', id, method, params: params.with(at, number) })
    return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      .then((answer) => answer.json())
      .then(({ result, error }) => (error ? { error } : { instead: result }))
  }

/** Keeps no state but that of the newest blocks, as a node that prunes: there it is 128 of them, here 16. */
export const forgetful =
  (head: () => Promise<bigint>): Manner =>
  ({ method, params: [, at] }, answer) => {
    if (method !== 'eth_getTransactionCount' || !isHex(at)) return undefined
    const refusal = { error: { code: -32000, message: 'missing trie node' } }
    return head().then((newest) => (hexToBigInt(at) + 16n < newest ? refusal : { instead: answer }))
  }

/** Gives logs of so many blocks at once, and of no more; the newest block by name is too far from any other. */
export const shortOfLogs = (blocks: number): Manner => {
  const isShort = ({ fromBlock, toBlock }: { fromBlock: Hex; toBlock: Hex | 'latest' }) =>
    toBlock !== 'latest' && hexToBigInt(toBlock) - hexToBigInt(fromBlock) < BigInt(blocks)
  return ({ method, params }) =>
    method !== 'eth_getLogs' || isShort(params[0] as Parameters<typeof isShort>[0])
      ? undefined
      : { error: { code: -32602, message: `query exceeds max block range ${blocks}` } }
}
