import { Button } from '@/components/ui/button'
import { formatAmount } from '@/lib/format'
import { fill, sentences } from '@/lib/messages/fill'
import { cancellation } from '@/lib/redemption'
import type { HeldTicket } from '@/lib/tickets'
import type { Board } from './board'

type Props = { ticket: HeldTicket; board: Board; onClose: () => void }

/** Asks once more: what comes back, what it costs, and that it is for good. */
export function CancelTicket({ ticket, board: { setting, acts }, onClose }: Props) {
  const { words, locale } = setting
  const { tickets: own } = words
  const { back, fee } = cancellation(ticket)
  const text = (value: bigint) => formatAmount(value, locale, 'form')
  const { lp } = ticket
  return (
    <div className="mt-3 flex flex-col gap-3 border-l-2 border-carnelian pl-4 text-sm">
      <p>
        {sentences(
          fill(own.ask, { back: text(back), fee: text(fee) }),
          lp !== null && !lp.isClaimed && fill(own.askLp, { amount: text(lp.amount) }),
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="compact" onClick={() => acts.act({ kind: 'cancel', ticket }, onClose)}>
          {fill(own.yes, { id: String(ticket.id) })}
        </Button>
        <Button variant="secondary" size="compact" onClick={onClose}>
          {own.no}
        </Button>
      </div>
    </div>
  )
}
