'use client'

import { useState } from 'react'
import type { Recipient } from '@/lib/recipient'
import { type RedeemIntent, redeemObstacle, requestQuote } from '@/lib/redeem-quote'
import { useAmountField } from './use-amount-field'
import type { Exit } from './use-exit'
import { useRecipient } from './use-recipient'

/** The form that puts eMetis into the queue. `made`: the ticket of the last request, read from its receipt, and whose it is. */
export function useRequest({ wallet, protocol, position, flow, now }: Exit) {
  const field = useAmountField('abzu.redeem')
  const to = useRecipient(wallet.account)
  const [made, setMade] = useState<{ id: bigint; recipient: Recipient | undefined } | null>(null)
  const amount = field.parsed.kind === 'amount' ? field.parsed.value : 0n
  const intent = { kind: 'request', amount, recipient: to.recipient } satisfies RedeemIntent
  const { queue } = protocol
  const request = () =>
    flow.start(
      async (latest, mine) =>
        latest.queue ? (await import('@/lib/redeem')).redeemSteps(intent, latest.queue, mine) : [],
      {
        field: field.key,
        onDone: async (logs) => {
          to.change(() => undefined)
          const id = (await import('@/lib/reads')).ticketIdOf(logs)
          setMade(id === null ? null : { id, recipient: intent.recipient })
        },
      },
    )
  const quote = queue && requestQuote(amount, queue, BigInt(now))
  const obstacle = redeemObstacle(intent, { queue, now: BigInt(now) }, protocol, position)
  return { field, to, amount, quote, obstacle, request, made }
}
