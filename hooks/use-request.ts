'use client'

import { useState } from 'react'
import { type RedeemIntent, redeemObstacle, requestQuote } from '@/lib/redeem-quote'
import { useAmountField } from './use-amount-field'
import type { Exit } from './use-exit'

/** The form that puts eMetis into the queue. `made`: the ticket of the last request, read from its receipt. */
export function useRequest({ protocol, position, flow, now }: Exit) {
  const field = useAmountField('abzu.redeem')
  const [made, setMade] = useState<bigint | null>(null)
  const amount = field.parsed.kind === 'amount' ? field.parsed.value : 0n
  const intent: RedeemIntent = { kind: 'request', amount }
  const { queue } = protocol
  const request = () =>
    flow.start(
      async (latest, mine) =>
        latest.queue ? (await import('@/lib/redeem')).redeemSteps(intent, latest.queue, mine) : [],
      async (logs) => {
        field.setText('')
        setMade((await import('@/lib/reads')).ticketIdOf(logs))
      },
    )
  const quote = queue && requestQuote(amount, queue, BigInt(now))
  const obstacle = redeemObstacle(intent, { queue, now: BigInt(now) }, protocol, position)
  return { field, amount, quote, obstacle, request, made }
}
