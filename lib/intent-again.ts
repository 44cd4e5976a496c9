import type { Address } from 'viem'
import type { LpHolding, RedeemIntent } from './redeem-quote'
import type { Ticket } from './redemption'
import type { Client } from './rpc'
import { readTicketsOf } from './ticket-ids'
import { readLpHoldings } from './tickets'

type Place = { queue: Address | null; account: Address }

/** The tickets that are meant. */
const ticketsOf = (intent: RedeemIntent): readonly Ticket[] => {
  if (intent.kind === 'request') return []
  return intent.kind === 'claim' ? intent.tickets : [intent.ticket]
}

/**
 * What is wanted of the queue, with its tickets and LP tokens as a host knows them at a block: what was read for the page may be
 * old, and amounts are computed from it. One request, two with LP tokens. A token that is no longer taken has factor 0.
 */
export async function readIntent(
  client: Client,
  { queue, account }: Place,
  intent: RedeemIntent,
  blockNumber: bigint,
): Promise<RedeemIntent> {
  if (!queue || intent.kind === 'request') return intent
  const view = { client, queue, blockNumber }
  const [tickets, lps] = await Promise.all([
    readTicketsOf(
      view,
      ticketsOf(intent).map(({ id }) => id),
    ),
    intent.kind === 'speedUp' ? readLpHoldings(view, account, [intent.lp.token]) : [],
  ])
  const again = (ticket: Ticket) => tickets.find(({ id }) => id === ticket.id) ?? ticket
  if (intent.kind === 'claim') return { ...intent, tickets: intent.tickets.map(again) }
  const ticket = again(intent.ticket)
  if (intent.kind !== 'speedUp') return { ...intent, ticket }
  const lp: LpHolding = lps[0] ?? { ...intent.lp, factor: 0n }
  return { ...intent, ticket, lp }
}
