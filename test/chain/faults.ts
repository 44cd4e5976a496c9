import {
  decodeFunctionResult,
  encodeFunctionResult,
  type Hex,
  hexToBigInt,
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

export const onAnotherChain: Manner = ({ method }) =>
  method === 'eth_chainId' ? { instead: numberToHex(1) } : undefined
