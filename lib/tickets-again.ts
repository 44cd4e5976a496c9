import type { Address, ContractFunctionParameters } from 'viem'
import type { Holdings } from './holdings'
import type { Client } from './rpc'
import { noPage, pageFrom, ticketCalls, toTickets, withPage } from './ticket-ids'
import { cutoffOf, lpCalls, type Tickets, toLpHoldings, withAhead } from './tickets'

/** Tickets that may have been issued since. */
const spare = 20n

/**
 * An account's tickets at the block of a look that has found them all by the ids in `known`: one request at most, for what is
 * owed before them and for its LP tokens. Null where that can't tell: more were issued since than it asks for, or those that
 * are paid later don't fit into one request. Throws when the RPC fails.
 */
export async function readTicketsAgain(
  client: Client,
  known: Tickets,
  { protocol: { block, queue }, tickets }: Holdings,
  lpTokens: readonly Address[],
): Promise<Tickets | null> {
  if (!queue || !tickets || tickets.length === 0) return null
  const now = BigInt(block.seconds)
  const cutoff = cutoffOf(tickets, now)
  if (cutoff !== null && known.newest === null) return null
  const ids = cutoff === null ? [] : pageFrom((known.newest ?? 0n) + spare)
  const contracts: ContractFunctionParameters[] = [
    ...ticketCalls(queue.address, ids),
    ...lpCalls(queue.address, known.account, lpTokens),
  ]
  // A list of two kinds is more than viem's types can follow.
  const answers: unknown[] = await client.multicall({ contracts, blockNumber: block.number, batchSize: 0 })
  const page = toTickets(ids, answers.slice(0, ids.length) as Parameters<typeof toTickets>[1])
  const lps = toLpHoldings(lpTokens, answers.slice(ids.length) as Parameters<typeof toLpHoldings>[1])
  const { open, isAll, newest } =
    cutoff === null ? { ...noPage, isAll: true } : withPage(noPage, page, cutoff, queue.owed)
  if (newest === ids[0] || !(isAll || ids.at(-1) === 0n)) return null
  const held = withAhead(tickets, open, queue.owed, now)
  return { ...known, block, queue, held, lps, newest: newest ?? known.newest }
}
