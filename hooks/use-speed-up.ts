'use client'

import { useState } from 'react'
import { type LpHolding, type RedeemIntent, speedUpQuote } from '@/lib/redeem-quote'
import { mostReduction, type Queue, type Ticket } from '@/lib/redemption'

const day = 86_400n

/** How far a ticket is to be brought forward: a slider in whole days, whose last stop is all that can be taken off. */
export function useSpeedUp(ticket: Ticket, queue: Queue, lps: readonly LpHolding[], now: number) {
  const most = mostReduction(ticket, BigInt(now), queue.shortestSeconds)
  const stops = Number((most + day - 1n) / day)
  const [stop, setStop] = useState(1)
  const [token, setToken] = useState(lps[0]?.token)
  const lp = lps.find((each) => each.token === token) ?? lps[0]
  // Time passes while the slider stands still, so a stop can fall off its end.
  const at = Math.min(stop, stops)
  const seconds = BigInt(at) * day < most ? BigInt(at) * day : most
  const quote = lp ? speedUpQuote(ticket, lp, seconds, queue, BigInt(now)) : null
  const intent: RedeemIntent | null = lp ? { kind: 'speedUp', ticket, lp, seconds } : null
  return { stops, at, setStop, lp, setToken, seconds, quote, intent }
}
