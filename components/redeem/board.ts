import type { Exit } from '@/hooks/use-exit'
import type { TicketActs } from '@/hooks/use-ticket-acts'
import type { LpToken } from '@/lib/market-quote'
import type { Queue } from '@/lib/redemption'
import type { Tickets } from '@/lib/tickets'
import type { Setting } from './words'

/** What every ticket on the page is drawn from. */
export type Board = {
  setting: Setting
  exit: Exit
  acts: TicketActs
  tickets: Tickets
  queue: Queue
  lpTokens: readonly LpToken[]
}
