import { formatAmount, formatDate } from '@/lib/format'
import { fill } from '@/lib/messages/fill'
import type { HeldTicket } from '@/lib/tickets'
import type { Board } from './board'

/** Hands the browser a file to keep. */
function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** The maturities of these tickets as a calendar file. The same ticket keeps its UID, so a second import moves it. */
export async function saveTickets(tickets: readonly HeldTicket[], { setting, queue }: Board): Promise<void> {
  const { words, locale, chain } = setting
  const { tickets: own } = words
  const { ticketUid, toCalendar } = await import('@/lib/calendar')
  const reminders = tickets
    .filter(({ isRedeemed }) => !isRedeemed)
    .map((ticket) => {
      const values = {
        id: String(ticket.id),
        amount: formatAmount(ticket.amount, locale, 'form'),
        date: formatDate(Number(ticket.maturity), locale),
      }
      return {
        uid: ticketUid(ticket.id, queue.address, chain.id),
        at: Number(ticket.maturity),
        title: fill(own.eventTitle, values),
        text: fill(own.eventText, values),
        url: `${location.origin}${location.pathname}?tab=redeem`,
      }
    })
  const [only] = tickets
  const name = tickets.length === 1 && only ? `abzu-ticket-${only.id}.ics` : 'abzu-tickets.ics'
  save(name, toCalendar(reminders, Math.floor(Date.now() / 1_000)))
}
