import { formatAmount, formatDate } from '@/lib/format'
import { fill } from '@/lib/messages/fill'
import type { TicketPast } from '@/lib/ticket-past'
import type { Setting } from './words'

/** Tickets the account no longer holds, and what became of them. */
export function GoneTickets({ past, setting: { words, locale } }: { past: readonly TicketPast[]; setting: Setting }) {
  const { tickets: own } = words
  const gone = past.flatMap(({ end, ...ticket }) => (end ? [{ ...ticket, ...end }] : []))
  if (gone.length === 0) return null
  return (
    <details className="mt-2 border-t border-line text-sm">
      <summary className="link inline-flex min-h-11 cursor-pointer items-center">
        {fill(own.gone, { count: gone.length })}
      </summary>
      <ul>
        {gone.map(({ id, amount, fee, kind, at }) => (
          <li key={String(id)} className="flex flex-wrap justify-between gap-x-4 border-t border-line py-2">
            <span>{fill(own.id, { id: String(id) })}</span>
            <span>{formatAmount(amount, locale, 'form')} METIS</span>
            <span className="ml-auto text-ink-soft">
              {fill(own.goneRow, { state: own.goneState[kind], date: formatDate(at, locale) })}
              <span className="block text-right">{fill(own.goneFee, { fee: formatAmount(fee, locale, 'form') })}</span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
