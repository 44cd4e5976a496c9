import {
  decodeFunctionResult,
  encodeFunctionResult,
  type Hex,
  hexToBigInt,
  isHex,
  multicall3Abi,
  numberToHex,
  size,
} from 'viem'
import { shared } from '@/lib/network'
import type { Manner } from './rude-proxy'

/** Says of the entry at `index` of every multicall one wei more than there is, where it is one word. */
export const lying =
  (index: number): Manner =>
  ({ method, params }, answer) => {
    const [call] = params as [{ to?: string } | undefined]
    if (method !== 'eth_call' || call?.to?.toLowerCase() !== shared.multicall3.toLowerCase()) return undefined
    const shape = { abi: multicall3Abi, functionName: 'aggregate3' } as const
    const entries = decodeFunctionResult({ ...shape, data: answer as Hex })
    const result = entries.map(({ success, returnData }, i) => ({
      success,
      returnData:
        i === index && size(returnData) === 32 ? numberToHex(hexToBigInt(returnData) + 1n, { size: 32 }) : returnData,
    }))
    return { instead: encodeFunctionResult({ ...shape, result }) }
  }

/** A node that stands still: what it was asked before `stop` it answers for ever as it did then. */
export function createStandstill(): { manner: Manner; stop(): void } {
  const before = new Map<string, unknown>()
  let isStopped = false
  return {
    manner: ({ method, params }, answer) => {
      const key = JSON.stringify([method, params])
      if (!isStopped) before.set(key, answer)
      return isStopped && before.has(key) ? { instead: before.get(key) } : undefined
    },
    stop: () => {
      isStopped = true
    },
  }
}

/** Refuses logs of more than 700 blocks. */
export const narrow: Manner = ({ method, params }) => {
  if (method !== 'eth_getLogs') return undefined
  const { fromBlock, toBlock } = params[0] as { fromBlock: string; toBlock: string }
  if (!isHex(fromBlock) || !isHex(toBlock)) return undefined
  return hexToBigInt(toBlock) - hexToBigInt(fromBlock) > 700n
    ? { status: 400, error: { code: -32602, message: 'block range is too wide, 700 at most' } }
    : undefined
}

export const onAnotherChain: Manner = ({ method }) =>
  method === 'eth_chainId' ? { instead: numberToHex(1) } : undefined
