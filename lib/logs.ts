import { type AbiEvent, type Address, type GetLogsReturnType, HttpRequestError, TimeoutError } from 'viem'
import type { Client } from './rpc'

/** Blocks asked for at once before a provider objects; the narrowest limit seen on Andromeda's public RPCs is 50,000. */
const widest = 50_000n
/** A provider that refuses even this few blocks has another reason. */
const narrowest = 100n

type Query<E extends readonly AbiEvent[]> = { address: Address; events: E; from: bigint; to: bigint }

const unreachable = (error: unknown) => error instanceof HttpRequestError || error instanceof TimeoutError

/**
 * Logs of one contract in a closed range of blocks, in chain order.
 * A refused range is halved, because providers word their limits differently. Throws the provider's last error.
 */
export async function readLogs<const E extends readonly AbiEvent[]>(client: Client, query: Query<E>) {
  const logs: GetLogsReturnType<undefined, E, true>[number][] = []
  let span = widest
  for (let from = query.from; from <= query.to; ) {
    const to = from + span - 1n < query.to ? from + span - 1n : query.to
    try {
      const part = await client.getLogs({
        address: query.address,
        events: query.events,
        strict: true,
        fromBlock: from,
        toBlock: to,
      })
      logs.push(...(part as typeof logs))
      from = to + 1n
    } catch (error) {
      if (unreachable(error) || span <= narrowest) throw error
      span /= 2n
    }
  }
  return logs
}
