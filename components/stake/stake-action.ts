import type { ParsedAmount } from '@/lib/amount'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { StakeObstacle } from '@/lib/stake-quote'

/** What the one button does; `wait` does nothing and says why. */
export type StakeAction = { kind: 'connect' | 'switch' | 'stake' | 'wait'; label: string; obstacle?: StakeObstacle }

type Facts = {
  words: Messages['stake']
  field: { text: string; parsed: ParsedAmount }
  token: string
  /** The first obstacle, as far as it can be known without or with an account. */
  obstacle: StakeObstacle | null
  isConnected: boolean
  isOnChain: boolean
  hasPosition: boolean
  chain: string
}

const general: readonly StakeObstacle[] = ['wiring', 'paused']

const amountFault = ({ field: { parsed, text }, words }: Facts): string | null => {
  if (parsed.kind === 'ambiguous') return fill(words.choose, { text: text.trim() })
  if (parsed.kind === 'invalid') return words.correct
  return parsed.kind === 'empty' || parsed.value === 0n ? words.enter : null
}

/** The button's one meaning: what stands in the way, nearest first, or the stake itself. */
export function toStakeAction(facts: Facts): StakeAction {
  const { words, obstacle, token } = facts
  const stopped = obstacle && { kind: 'wait' as const, label: fill(words.obstacle[obstacle], { token }), obstacle }
  if (stopped && general.includes(stopped.obstacle)) return stopped
  if (!facts.isConnected) return { kind: 'connect', label: words.connect }
  if (!facts.isOnChain) return { kind: 'switch', label: fill(words.switch, { chain: facts.chain }) }
  if (!facts.hasPosition) return { kind: 'wait', label: words.readingPosition }
  const fault = amountFault(facts)
  if (stopped && (stopped.obstacle === 'notPublic' || stopped.obstacle === 'noGas' || !fault)) return stopped
  return fault ? { kind: 'wait', label: fault } : { kind: 'stake', label: words.action }
}
