import { Figure } from '@/components/figure'
import { fill } from '@/lib/messages/fill'
import { ticketState } from '@/lib/redemption'
import type { TicketPast } from '@/lib/ticket-past'
import type { HeldTicket } from '@/lib/tickets'
import type { Board } from './board'
import { TicketActions } from './ticket-actions'
import { TicketDates } from './ticket-dates'
import { TicketFacts } from './ticket-facts'
import { TicketState } from './ticket-state'

type Props = {
  ticket: HeldTicket
  /** Undefined while it is being read, null when the node gives no logs. */
  past: TicketPast | null | undefined
  board: Board
}

/** One ticket: what it pays, when, who is before it, and what can be done. */
export function TicketRow({ ticket, past, board }: Props) {
  const { setting, exit, tickets, queue } = board
  const { words, locale } = setting
  return (
    <tr>
      <td className="border-t border-line py-5">
        <div className="flex flex-col gap-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h3 className="text-base">{fill(words.tickets.id, { id: String(ticket.id) })}</h3>
            <TicketState state={ticketState(ticket, BigInt(exit.now), queue.metis)} words={words.tickets} />
            <p className="figure ml-auto text-xl">
              <Figure
                value={ticket.amount}
                unit="METIS"
                block={tickets.block}
                source={words.stake.source}
                locale={locale}
                style="form"
              />
            </p>
          </div>
          <TicketDates ticket={ticket} past={past} board={board} />
          <TicketFacts ticket={ticket} board={board} />
          <TicketActions ticket={ticket} board={board} />
        </div>
      </td>
    </tr>
  )
}
