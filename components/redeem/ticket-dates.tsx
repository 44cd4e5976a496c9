import { formatAmount, formatDate, formatRelative } from '@/lib/format'
import { fill } from '@/lib/messages/fill'
import { ticketState } from '@/lib/redemption'
import type { TicketPast } from '@/lib/ticket-past'
import type { HeldTicket } from '@/lib/tickets'
import type { Board } from './board'
import { Note } from './note'
import { TicketTimeline } from './ticket-timeline'

type Props = {
  ticket: HeldTicket
  /** Undefined while it is being read, null when the node gives no logs. */
  past: TicketPast | null | undefined
  board: Board
}

/** Entered, matures, payable: drawn and dated. Mature is a date; payable asks for the queue's METIS as well. */
export function TicketDates({ ticket, past, board: { exit, queue, setting } }: Props) {
  const { locale, words } = setting
  const { tickets: own } = words
  const state = ticketState(ticket, BigInt(exit.now), queue.metis)
  const maturity = Number(ticket.maturity)
  const entered = past ? formatDate(past.entered, locale) : '—'
  const matures = formatDate(maturity, locale)
  const funded = fill(own.fundedNote[state], { held: formatAmount(queue.metis, locale, 'form') })
  const progress = past && Math.min(1, Math.max(0, (exit.now - past.entered) / (maturity - past.entered)))
  const title = maturity <= exit.now ? own.matured : own.matures
  return (
    <>
      <TicketTimeline
        state={state}
        progress={progress ?? null}
        label={fill(own.timeline, { entered, matures: `${title} ${matures}`, funded })}
      />
      <dl className="grid gap-x-4 gap-y-2 text-sm sm:grid-cols-[1fr_1.2fr_1fr]">
        <div>
          <dt className="text-ink-soft">{own.entered}</dt>
          <dd>
            {entered}
            {past === null && <Note>{own.enteredUnknown}</Note>}
          </dd>
        </div>
        <div className="sm:text-center">
          <dt className="text-ink-soft">{title}</dt>
          <dd>
            {matures}
            <Note>{formatRelative(maturity - exit.now, locale)}</Note>
          </dd>
        </div>
        <div className="sm:text-right">
          <dt className="text-ink-soft">{own.funded}</dt>
          <dd>{funded}</dd>
        </div>
      </dl>
    </>
  )
}
