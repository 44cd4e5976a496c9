'use client'

import { useState } from 'react'
import { type ParsedAmount, parseAmount, toText } from '@/lib/amount'

/** The text of an amount field and what it means. Setting a value writes its exact text. */
export function useAmountField(): {
  text: string
  parsed: ParsedAmount
  setText: (text: string) => void
  setValue: (value: bigint) => void
} {
  const [text, setText] = useState('')
  return { text, parsed: parseAmount(text), setText, setValue: (value) => setText(toText(value)) }
}
