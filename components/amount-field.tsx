'use client'

import type { ReactNode } from 'react'
import type { useAmountField } from '@/hooks/use-amount-field'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { Button } from './ui/button'
import { Input } from './ui/input'

type Words = Pick<
  Messages['stake'],
  'amount' | 'max' | 'ambiguous' | 'readingWhole' | 'readingPart' | 'characters' | 'decimals' | 'size'
>

type Props = {
  field: ReturnType<typeof useAmountField>
  token: string
  words: Words
  /** The most that can be entered, base units; without it there is no Max. */
  max?: bigint
  /** What the account has, at the right of the label. */
  aside?: ReactNode
  hint?: ReactNode
  /** Why the amount, read as it is, can't be. */
  fault?: string | undefined
}

/** A reading as it will stand there: `1.000` is one. */
const plain = (reading: string) => (reading.includes('.') ? reading.replace(/\.?0+$/, '') : reading)

/** A text field for an amount. What can be read in two ways is asked about below it. */
export function AmountField({ field, token, words, max, aside, hint, fault }: Props) {
  const { text, parsed, setText, setValue } = field
  return (
    <div className="flex flex-col gap-2">
      <Input
        label={words.amount}
        inputMode="decimal"
        placeholder="0.0"
        value={text}
        onText={setText}
        aside={aside}
        hint={hint}
        error={parsed.kind === 'invalid' ? words[parsed.reason] : fault}
        trailing={
          <>
            <span className="text-ink-soft max-[26rem]:hidden">{token}</span>
            <Button variant="quiet" disabled={max === undefined} onClick={() => max !== undefined && setValue(max)}>
              {words.max}
            </Button>
          </>
        }
      />
      {parsed.kind === 'ambiguous' && (
        <fieldset className="flex flex-wrap items-center gap-2 text-sm">
          <legend className="mb-1 text-barley">{words.ambiguous}</legend>
          {parsed.readings.map((reading) => (
            <Button key={reading} variant="secondary" onClick={() => setText(reading)}>
              {fill(reading.includes('.') ? words.readingPart : words.readingWhole, { amount: plain(reading), token })}
            </Button>
          ))}
        </fieldset>
      )}
    </div>
  )
}
