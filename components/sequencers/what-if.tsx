'use client'

import { AmountField } from '@/components/amount-field'
import { Row } from '@/components/row'
import { useAmountField } from '@/hooks/use-amount-field'
import { formatAmount, formatRate } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { type Outcome, type Situation, whatIf } from '@/lib/what-if'

type Words = Messages['sequencers']['whatIf']

type Props = { situation: Situation; field: Messages['stake']; words: Words; locale: string }

const places = ['queue', 'nodes', 'newNode', 'idle'] as const

function Result({ outcome, words, locale }: { outcome: Outcome; words: Words; locale: string }) {
  const { destination, headroom, rate } = outcome
  const show = (value: bigint) => `${formatAmount(value, locale, 'form')} METIS`
  return (
    <dl>
      {places
        .filter((place) => destination[place] > 0n)
        .map((place) => (
          <Row key={place} label={words[place]}>
            {show(destination[place])}
          </Row>
        ))}
      <Row label={words.headroom}>{show(headroom)}</Row>
      {rate && (
        <Row label={words.rate} note={fill(words.rateBefore, { rate: formatRate(rate.before, locale) })}>
          {formatRate(rate.after, locale)}
        </Row>
      )}
    </dl>
  )
}

/** Type an amount and see where it would go. Nothing is read and nothing is sent. */
export function WhatIf({ situation, field: fieldWords, words, locale }: Props) {
  const field = useAmountField('abzu.what-if')
  const { most } = situation.room
  const amount = field.parsed.kind === 'amount' ? field.parsed.value : 0n
  return (
    <div className="needs-script grid gap-x-10 gap-y-4 lg:grid-cols-2">
      <div>
        <AmountField
          field={field}
          token="METIS"
          words={fieldWords}
          max={most > 0n ? most : undefined}
          hint={words.hint}
        />
        <p className="mt-3 text-sm text-ink-soft">
          {situation.secondsPerBlock === null ? words.rateNone : words.rateNote}
        </p>
      </div>
      <section aria-label={words.result} aria-live="polite">
        {amount > 0n && <Result outcome={whatIf(amount, situation)} words={words} locale={locale} />}
      </section>
    </div>
  )
}
