import { vault } from './contracts'
import type { Position } from './position'
import type { Protocol } from './protocol'
import { givenTo, type Step, step } from './step'
import { isEverything, type UnstakeIntent, unstakeQuote } from './unstake-quote'

/**
 * The call that carries out an unstake; the owner needs no approval. Everything goes by shares, so that no dust stays;
 * an exact amount goes by the least assets whose unvested part is that amount. What vests, vests for the recipient.
 */
export function unstakeSteps(intent: UnstakeIntent, protocol: Protocol, position: Position): Step[] {
  const quote = unstakeQuote(intent, protocol, position)
  if (!quote) return []
  const { recipient } = intent
  const [to, owner] = [recipient?.address ?? position.account, position.account]
  const { shares, gross, now } = quote
  const changes = [
    { token: 'seMetis', amount: -shares },
    { token: 'eMetis', amount: now },
  ] as const
  if (intent.kind === 'shares' || isEverything(intent, protocol, position)) {
    const args = [shares, to, owner] as const
    return [givenTo(recipient, step('unstake', shares, { ...vault, functionName: 'redeem', args }, changes))]
  }
  const args = [gross, to, owner] as const
  return [givenTo(recipient, step('unstakeNow', now, { ...vault, functionName: 'withdraw', args }, changes))]
}
