'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { fill, sentences } from '@/lib/messages/fill'
import type { RedeemIntent } from '@/lib/redeem-quote'
import { canCancel, mostReduction } from '@/lib/redemption'
import type { HeldTicket } from '@/lib/tickets'
import type { Board } from './board'
import { CancelTicket } from './cancel-ticket'
import { type Deed, toExitObstacle } from './exit-obstacle'
import { saveTickets } from './save-tickets'
import { SpeedUp } from './speed-up'

type Props = { ticket: HeldTicket; board: Board }

type Act = {
  key: 'claim' | 'cancel' | 'speedUp' | 'unlock'
  /** Why it is off; null: it is on. */
  why: string | null
  press: () => void
}

/** What can be done with one ticket. What can't be done yet is off, and says why. */
export function TicketActions({ ticket, board }: Props) {
  const { setting, exit, acts, tickets, queue, lpTokens } = board
  const { tickets: own } = setting.words
  const [open, setOpen] = useState<'cancel' | 'speedUp' | null>(null)
  const close = () => setOpen(null)
  const toggle = (part: 'cancel' | 'speedUp') => () => setOpen(open === part ? null : part)
  const why = (intent: RedeemIntent, deed: Omit<Deed, 'token'>) => {
    const obstacle = acts.obstacle(intent)
    if (!obstacle || !exit.position) return null
    return toExitObstacle(obstacle, { ...deed, token: 'METIS' }, exit, setting).note
  }
  const claim: RedeemIntent = { kind: 'claim', tickets: [ticket] }
  const unlock: RedeemIntent = { kind: 'unlock', ticket }
  const isTooClose = mostReduction(ticket, BigInt(exit.now), queue.shortestSeconds) === 0n
  const tooLate = isTooClose ? setting.words.exit.note.tooClose : null
  const isOpen = !ticket.isRedeemed
  const isMature = ticket.maturity <= BigInt(exit.now)
  const list: (Act | false)[] = [
    isOpen && {
      key: 'claim',
      why: why(claim, { act: 'claim', from: ticket.maturity }),
      press: () => acts.act(claim),
    },
    isOpen &&
      !isMature &&
      ticket.lp === null && {
        key: 'speedUp',
        why: lpTokens.length === 0 ? own.noLp : tooLate,
        press: toggle('speedUp'),
      },
    canCancel(ticket) && {
      key: 'cancel',
      why: why({ kind: 'cancel', ticket }, { act: 'cancel' }),
      press: toggle('cancel'),
    },
    ticket.lp !== null &&
      !ticket.lp.isClaimed && {
        key: 'unlock',
        why: why(unlock, { act: 'unlock', from: ticket.lp.unlock }),
        press: () => acts.act(unlock),
      },
  ]
  const shown = list.filter((act) => act !== false)
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {shown.map(({ key, why: reason, press }) => (
          <Button
            key={key}
            size="compact"
            variant={key === 'claim' && !reason ? 'primary' : 'secondary'}
            disabled={reason !== null}
            aria-expanded={key === 'cancel' || key === 'speedUp' ? open === key : undefined}
            onClick={press}
          >
            {own[key]}
          </Button>
        ))}
        {isOpen && !isMature && (
          <Button
            size="compact"
            variant="quiet"
            aria-label={fill(own.calendarOf, { id: String(ticket.id) })}
            onClick={() => saveTickets([ticket], board)}
          >
            {own.calendar}
          </Button>
        )}
      </div>
      {shown
        .filter((act) => act.why !== null)
        .map((act) => (
          <p key={act.key} className="mt-2 text-sm text-ink-soft">
            {sentences(fill(own.reason, { act: own[act.key] }), act.why)}
          </p>
        ))}
      {open === 'cancel' && <CancelTicket ticket={ticket} board={board} onClose={close} />}
      {open === 'speedUp' && tickets && <SpeedUp ticket={ticket} board={board} onClose={close} />}
    </>
  )
}
