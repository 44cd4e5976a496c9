'use client'

import { mostNow, type UnstakeIntent, unstakeObstacle, unstakeQuote } from '@/lib/unstake-quote'
import { useAmountField } from './use-amount-field'
import type { Exit } from './use-exit'
import { useKept } from './use-kept'
import { useRecipient } from './use-recipient'

const kinds = ['shares', 'now'] as const

/** The unstake form: what was typed and what it means, what it does, and why it can't be done. */
export function useUnstake({ wallet, protocol, position, flow }: Exit) {
  const field = useAmountField('abzu.unstake')
  const to = useRecipient(wallet.account)
  const [kind, setKind] = useKept<UnstakeIntent['kind']>('abzu.unstake.kind', 'shares', kinds)
  const amount = field.parsed.kind === 'amount' ? field.parsed.value : 0n
  const { recipient } = to
  const intent: UnstakeIntent =
    kind === 'shares' ? { kind, shares: amount, recipient } : { kind, eMetis: amount, recipient }
  const most = position && (kind === 'shares' ? position.shares : mostNow(protocol, position))
  const unstake = () =>
    flow.start(async (latest, mine) => (await import('@/lib/unstake')).unstakeSteps(intent, latest, mine), {
      field: field.key,
      onDone: () => to.change(() => undefined),
    })
  const quote = unstakeQuote(intent, protocol, position)
  const obstacle = unstakeObstacle(intent, protocol, position)
  return { field, to, kind, setKind, most, quote, obstacle, unstake }
}
