import type { Abi, Address, MulticallReturnType } from 'viem'
import type { Client } from './rpc'

/** A view call as viem takes it. */
type Call = { abi: Abi; address: Address; functionName: string; args?: readonly unknown[] }

/** What one call of a list answered; `must` and `maybe` take it. */
export type Answer<T> = { status: 'success'; result: T } | { status: 'failure'; error: Error }

/**
 * One multicall at one block: a head of different calls, and a list of like ones, as long as the chain says.
 * viem types the one or the other; here the head keeps its types and `each` names what the list answers.
 */
export async function readHeadAndList<const H extends readonly unknown[], R, T>(
  client: Client,
  head: H & readonly Call[],
  list: readonly Call[],
  each: (answer: Answer<R>, index: number) => T,
): Promise<{ head: MulticallReturnType<H>; list: T[] }> {
  const answers = await client.multicall({ contracts: [...head, ...list], batchSize: 0 })
  return {
    head: answers.slice(0, head.length) as MulticallReturnType<H>,
    list: (answers.slice(head.length) as Answer<R>[]).map(each),
  }
}
