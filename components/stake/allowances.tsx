'use client'

import { AllowMore } from '@/components/allow-more'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { isEnded } from '@/hooks/flow-view'
import { useAllowances } from '@/hooks/use-allowances'
import type { useStake } from '@/hooks/use-stake'
import type { Allowance } from '@/lib/allowances'
import { formatAmount, formatCount, formatDate } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Position } from '@/lib/position'
import { approvalOf } from './approval-of'

type Props = {
  stake: ReturnType<typeof useStake>
  position: Position
  words: Pick<Messages, 'stake' | 'flow'>
  locale: string
}

/** More than could ever be held: shown in words, because its digits say nothing. */
const boundless = 10n ** 30n

const tokens: Record<Allowance['id'], string> = {
  revokeMetis: 'METIS',
  revokeEMetis: 'eMetis',
  revokeQueue: 'eMetis',
  revokeEnki: 'ENKI',
  revokeLp: 'LP',
  revokeOther: '',
}

/** What contracts may still take from the account without asking, and the way to take that back. */
export function Allowances({ stake: { book, flow }, position, words: { stake: words }, locale }: Props) {
  const { left, block = position.block, revoke } = useAllowances(book, position, flow)
  if (left.length === 0) return null
  const isRunning = flow.view !== null && !isEnded(flow.view)
  return (
    <Card aria-label={words.allowances.title}>
      <h2 className="text-lg">{words.allowances.title}</h2>
      <p className="mt-1 text-sm text-ink-soft">{words.allowances.lead}</p>
      <ul className="mt-3">
        {left.map((allowance) => {
          const { id, token, spender, amount } = allowance
          const sum =
            amount > boundless
              ? words.allowances.boundless
              : `${formatAmount(amount, locale, 'form')} ${tokens[id]}`.trim()
          const sentence = fill(words.allowances.may[id], { amount: sum, token, spender })
          return (
            <li
              key={token + spender}
              className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line py-2"
            >
              <span className="min-w-0 flex-1 wrap-anywhere">{sentence}</span>
              <Button
                variant="secondary"
                size="compact"
                disabled={isRunning}
                onClick={() => revoke(allowance)}
                aria-label={`${words.allowances.revoke}: ${sentence}`}
              >
                {words.allowances.revoke}
              </Button>
            </li>
          )
        })}
      </ul>
      <p className="mt-2 text-sm text-ink-soft">
        {fill(words.source, { block: formatCount(block.number, locale), time: formatDate(block.seconds, locale) })}
      </p>
    </Card>
  )
}

/** The way to allow more than the stake at hand takes. */
export function LargerAllowance({ stake: { flow, intent }, position, words, locale }: Props) {
  const { give: token, amount } = intent
  const allowance = token === 'METIS' ? position.metisAllowance : position.eMetisAllowance
  const approval = { step: approvalOf[token], token, amount, allowance }
  return <AllowMore flow={flow} approval={approval} words={words} locale={locale} />
}
