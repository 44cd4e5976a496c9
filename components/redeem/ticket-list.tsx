'use client'

import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'
import type { Exit } from '@/hooks/use-exit'
import { useTicketActs } from '@/hooks/use-ticket-acts'
import { useTicketPast } from '@/hooks/use-ticket-past'
import type { LpToken } from '@/lib/market-quote'
import { fill } from '@/lib/messages/fill'
import { payable } from '@/lib/redemption'
import type { HeldTicket } from '@/lib/tickets'
import type { Board } from './board'
import { GoneTickets } from './gone-tickets'
import { saveTickets } from './save-tickets'
import { TicketRow } from './ticket-row'
import type { Setting } from './words'

type Props = Setting & { exit: Exit; lpTokens: readonly LpToken[] }

/** Every ticket of the connected account, however it came there. */
export function TicketList({ exit, lpTokens, ...setting }: Props) {
  const { words } = setting
  const { tickets: own, shell } = words
  const title = useId()
  const acts = useTicketActs(exit)
  const { data: tickets, isError } = exit.tickets
  const past = useTicketPast(exit.book, tickets).data
  const isConnected = exit.wallet.account !== undefined
  return (
    <Card aria-labelledby={title}>
      <h2 id={title} className="mb-4 text-lg">
        {own.title}
      </h2>
      {!isConnected && <p className="text-ink-soft">{own.connect}</p>}
      {isConnected && !tickets && !isError && <Skeleton label={shell.loading} className="w-full" />}
      {isConnected && isError && <p className="text-barley">{own.unread}</p>}
      {tickets?.held.length === 0 && <p className="text-ink-soft">{own.none}</p>}
      {tickets?.queue && tickets.held.length > 0 && (
        <Held board={{ setting, exit, acts, tickets, queue: tickets.queue, lpTokens }} past={past} />
      )}
      {past && <GoneTickets past={past} setting={setting} />}
    </Card>
  )
}

/** What can be paid first comes first; what has been paid, last. */
const inOrder = (held: readonly HeldTicket[]): readonly HeldTicket[] =>
  held.toSorted((a, b) => Number(a.isRedeemed) - Number(b.isRedeemed) || Number(a.maturity - b.maturity))

type HeldProps = { board: Board; past: ReturnType<typeof useTicketPast>['data'] }

function Held({ board, past }: HeldProps) {
  const { setting, exit, acts, tickets, queue } = board
  const { tickets: own } = setting.words
  const ready = payable(tickets.held, BigInt(exit.now), queue.metis)
  const pastOf = (id: bigint) => (past ? (past.find((each) => each.id === id) ?? null) : past)
  return (
    <>
      <div className="mb-4 flex flex-wrap gap-2">
        {ready.length > 1 && (
          <Button size="compact" onClick={() => acts.act({ kind: 'claim', tickets: ready })}>
            {fill(own.claimAll, { count: ready.length })}
          </Button>
        )}
        <Button variant="secondary" size="compact" onClick={() => saveTickets(tickets.held, board)}>
          {own.calendarAll}
        </Button>
      </div>
      {tickets.foundBy === 'ids' && <p className="mb-4 text-sm text-ink-soft">{own.byIds}</p>}
      <table className="w-full table-fixed">
        <tbody>
          {inOrder(tickets.held).map((ticket) => (
            <TicketRow key={String(ticket.id)} ticket={ticket} past={pastOf(ticket.id)} board={board} />
          ))}
        </tbody>
      </table>
    </>
  )
}
