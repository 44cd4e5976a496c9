import {
  type Address,
  encodeEventTopics,
  formatLog,
  type Hex,
  numberToHex,
  pad,
  parseEventLogs,
  type RpcLog,
} from 'viem'
import { redemptionQueueAbi as abi } from '@/abi/redemption-queue'
import type { Ticket } from './redemption'
import type { QueueView } from './ticket-ids'

/** A ticket the account held once. `sent`: it was given to somebody else, whatever became of it there. */
export type GoneTicket = Ticket & { end: 'redeemed' | 'cancelled' | 'sent' }

const topicOf = (eventName: 'Transfer' | 'CancelRedemptionTicketNft'): Hex => encodeEventTopics({ abi, eventName })[0]

/**
 * How each ended, from one request for what the account sent or burnt and what was cancelled: the ticket's own record looks
 * alike after both. Null where the RPC refuses the logs.
 */
export async function readGone(view: QueueView, account: Address, tickets: readonly Ticket[]) {
  if (tickets.length === 0) return []
  const topics = [
    [topicOf('Transfer'), topicOf('CancelRedemptionTicketNft')],
    // First of the indexed arguments: the sender of a transfer, the id of a cancellation.
    [pad(account), ...tickets.map(({ id }) => numberToHex(id, { size: 32 }))],
  ]
  const range = { address: view.queue, fromBlock: '0x0', toBlock: numberToHex(view.blockNumber) } as const
  const raw = await view.client.request({ method: 'eth_getLogs', params: [{ ...range, topics }] }).catch(() => null)
  return raw && toGone(raw, tickets)
}

function toGone(raw: readonly RpcLog[], tickets: readonly Ticket[]): GoneTicket[] {
  const logs = parseEventLogs({ abi, logs: raw.map((log) => formatLog(log)) })
  const ends = new Map<bigint, GoneTicket['end']>()
  for (const log of logs) {
    if (log.eventName === 'Transfer') ends.set(log.args.tokenId, BigInt(log.args.to) === 0n ? 'redeemed' : 'sent')
    if (log.eventName === 'CancelRedemptionTicketNft' && ends.get(log.args.nftId) === 'redeemed')
      ends.set(log.args.nftId, 'cancelled')
  }
  return tickets.flatMap((ticket) => {
    const end = ends.get(ticket.id)
    return end ? [{ ...ticket, end }] : []
  })
}
