import type { ReactNode } from 'react'
import type { ParsedAmount } from '@/lib/amount'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'

/**
 * What the one button of a form does; `wait` does nothing and its label says why. `note`: more about why, below it; `fault`: what
 * is wrong with the amount, said at its field.
 */
export type FormAction = {
  kind: 'connect' | 'switch' | 'act' | 'wait'
  label: string
  note?: ReactNode
  fault?: string
}

/** What stands in the way. `always`: whoever asks; `connected`: before an amount is looked at; `typed`: because of the amount. */
export type FormObstacle = { label: string; note: string; since: 'always' | 'connected' | 'typed' }

/** The words that differ from form to form, `action` and `connect`, among those that don't. */
export type FormWords = Pick<
  Messages['stake'],
  'action' | 'connect' | 'switch' | 'readingPosition' | 'choose' | 'correct' | 'enter'
>

type Facts = {
  words: FormWords
  field: { text: string; parsed: ParsedAmount }
  /** The first obstacle, as far as it can be known without or with an account. */
  obstacle: FormObstacle | null
  wallet: { account?: unknown; chainId?: number }
  /** Undefined: not read yet. */
  position: object | undefined
  chain: { id: number; name: string }
  /** Why whom it is for is not settled. */
  stop?: string | undefined
}

const amountFault = ({ field: { parsed, text }, words }: Facts): string | null => {
  if (parsed.kind === 'ambiguous') return fill(words.choose, { text: text.trim() })
  if (parsed.kind === 'invalid') return words.correct
  return parsed.kind === 'empty' || parsed.value === 0n ? words.enter : null
}

/** The button's one meaning: what stands in the way, nearest first, or the deed itself. */
export function toFormAction(facts: Facts): FormAction {
  const { words, obstacle, wallet, position, chain } = facts
  const stopped = obstacle && { kind: 'wait' as const, label: obstacle.label, note: obstacle.note }
  if (stopped && obstacle.since === 'always') return stopped
  if (wallet.account === undefined) return { kind: 'connect', label: words.connect }
  if (wallet.chainId !== chain.id) return { kind: 'switch', label: fill(words.switch, { chain: chain.name }) }
  if (!position) return { kind: 'wait', label: words.readingPosition }
  const fault = amountFault(facts)
  if (stopped && obstacle.since === 'connected') return stopped
  if (obstacle && !fault) return { kind: 'wait', label: obstacle.label, fault: obstacle.note }
  const missing = fault ?? facts.stop
  return missing ? { kind: 'wait', label: missing } : { kind: 'act', label: words.action }
}
