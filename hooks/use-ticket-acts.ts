'use client'

import type { ExitObstacle } from '@/lib/exit-obstacle'
import { type RedeemIntent, redeemObstacle } from '@/lib/redeem-quote'
import type { Exit } from './use-exit'

/** What can be done with tickets: whether it can be done now, and doing it. */
export function useTicketActs({ book, protocol, position, tickets, flow, now }: Exit) {
  const queue = tickets.data?.queue ?? protocol.queue
  const obstacle = (intent: RedeemIntent): ExitObstacle | null =>
    redeemObstacle(intent, { queue, now: BigInt(now) }, protocol, position)
  const act = (intent: RedeemIntent, onDone?: () => void) =>
    flow.start<RedeemIntent>(
      async (latest, mine, known = intent) =>
        latest.queue ? (await import('@/lib/redeem')).redeemSteps(known, latest.queue, mine) : [],
      {
        also: async (client, block, account) => {
          const { readIntent } = await import('@/lib/reads')
          return readIntent(client, { queue: book.redemptionQueue, account }, intent, block)
        },
        onDone,
      },
    )
  return { obstacle, act }
}

export type TicketActs = ReturnType<typeof useTicketActs>
