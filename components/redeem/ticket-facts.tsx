import { Figure } from '@/components/figure'
import { Row } from '@/components/row'
import { formatAmount, formatDate, formatRelative } from '@/lib/format'
import { fill } from '@/lib/messages/fill'
import { canCancel, cancellation, ticketState } from '@/lib/redemption'
import type { HeldTicket } from '@/lib/tickets'
import type { Board } from './board'

type Props = { ticket: HeldTicket; board: Board }

/** Who is paid before it, what giving it up costs, and what is locked in it. */
export function TicketFacts({ ticket, board: { setting, exit, tickets, queue } }: Props) {
  const { words, locale } = setting
  const { tickets: own, stake } = words
  const { ahead, lp } = ticket
  const state = ticketState(ticket, BigInt(exit.now), queue.metis)
  const figure = (value: bigint, unit: string) => (
    <Figure value={value} unit={unit} block={tickets.block} source={stake.source} locale={locale} style="form" />
  )
  const held = { held: formatAmount(queue.metis, locale, 'form') }
  const unlock = Number(lp?.unlock ?? 0n)
  const when = { date: formatDate(unlock, locale), relative: formatRelative(unlock - exit.now, locale) }
  return (
    <dl className="text-sm">
      {ahead !== null && state !== 'payable' && (
        <Row label={own.ahead} note={fill(ahead === 0n ? own.aheadNone : own.aheadNote, held)}>
          {figure(ahead, 'METIS')}
        </Row>
      )}
      {canCancel(ticket) && <Row label={own.cancelFee}>{figure(cancellation(ticket).fee, 'eMetis')}</Row>}
      {lp && !lp.isClaimed && (
        <Row label={own.lp} note={fill(unlock > exit.now ? own.lpUntil : own.lpFree, when)}>
          {figure(lp.amount, 'LP')}
        </Row>
      )}
    </dl>
  )
}
