'use client'

import type { useFlow } from '@/hooks/use-flow'
import { parseAmount } from '@/lib/amount'
import { formatExact } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { Button } from './ui/button'
import { Disclosure } from './ui/disclosure'
import { Input } from './ui/input'

type Props = {
  flow: ReturnType<typeof useFlow>
  /** The approval, what it has to allow, and what is allowed already; base units. */
  approval: { step: keyof Messages['flow']['allow']['spender']; amount: bigint; allowance: bigint; token: string }
  words: Pick<Messages, 'flow' | 'stake'>
  locale: string
}

/** What stands against the typed amount; undefined: nothing. */
function toFault(text: string, least: bigint, { flow: { allow }, stake }: Props['words']): string | undefined {
  const parsed = parseAmount(text)
  if (parsed.kind === 'invalid') return stake[parsed.reason]
  if (parsed.kind === 'ambiguous') return allow.ambiguous
  return parsed.kind === 'amount' && parsed.value <= least ? allow.less : undefined
}

/** The way to allow a contract more than the step at hand needs: typed, on purpose, and for this once. */
export function AllowMore({ flow, approval: { step, amount, allowance, token }, words, locale }: Props) {
  const { allow } = words.flow
  const { wish, setWish } = flow
  if (amount === 0n || allowance >= amount) return null
  const facts = { spender: allow.spender[step], amount: `${formatExact(amount, locale)} ${token}`, token }
  const isOpen = wish?.step === step
  const fault = isOpen ? toFault(wish.text, amount, words) : undefined
  return (
    <Disclosure
      label={allow.open}
      isOpen={isOpen}
      onOpen={() => setWish({ step, text: '' })}
      onClose={() => setWish(null)}
    >
      {(close) => (
        <section aria-label={allow.title} className="flex flex-col gap-3 border-l-2 border-barley pl-4">
          <Input
            label={fill(allow.label, facts)}
            inputMode="decimal"
            value={wish?.text ?? ''}
            onText={(text) => setWish({ step, text })}
            error={fault && fill(fault, facts)}
            hint={wish?.text.trim() === '' ? fill(allow.empty, facts) : undefined}
            trailing={<span className="pr-2 text-ink-soft">{token}</span>}
          />
          <p className="text-sm text-ink-soft">{fill(allow.lead, facts)}</p>
          <Button variant="secondary" size="compact" className="self-start" onClick={close}>
            {allow.exact}
          </Button>
        </section>
      )}
    </Disclosure>
  )
}
