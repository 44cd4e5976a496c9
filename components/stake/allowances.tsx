'use client'

import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { isEnded } from '@/hooks/flow-view'
import type { useStake } from '@/hooks/use-stake'
import { toAllowances } from '@/lib/allowances'
import { formatAmount } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'

type Props = { stake: ReturnType<typeof useStake>; words: Messages['stake']; locale: string }

/** More than could ever be held: shown in words, because its digits say nothing. */
const boundless = 10n ** 30n

/** What contracts may still take from the account without asking, and the way to take that back. */
export function Allowances({ stake: { position, revoke, flow }, words, locale }: Props) {
  const left = position ? toAllowances(position) : []
  if (left.length === 0) return null
  const isRunning = flow.view !== null && !isEnded(flow.view)
  return (
    <Card aria-label={words.allowances.title}>
      <h2 className="text-lg">{words.allowances.title}</h2>
      <p className="mt-1 text-sm text-ink-soft">{words.allowances.lead}</p>
      <ul className="mt-3">
        {left.map(({ id, token, amount }) => {
          const sum =
            amount > boundless ? words.allowances.boundless : `${formatAmount(amount, locale, 'form')} ${token}`
          const sentence = fill(words.allowances.may[id], { amount: sum })
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line py-2">
              <span className="min-w-0 flex-1">{sentence}</span>
              <Button
                variant="secondary"
                size="compact"
                disabled={isRunning}
                onClick={() => revoke(id)}
                aria-label={`${words.allowances.revoke}: ${sentence}`}
              >
                {words.allowances.revoke}
              </Button>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
