'use client'

import { type ParsedAmount, parseAmount, toText } from '@/lib/amount'
import { useKept } from './use-kept'

/** The text of an amount field and what it means; kept for this tab under `key`. Setting a value writes its exact text. */
export function useAmountField(key: string): {
  key: string
  text: string
  parsed: ParsedAmount
  setText: (text: string) => void
  setValue: (value: bigint) => void
} {
  const [text, setText] = useKept<string>(key, '')
  return { key, text, parsed: parseAmount(text), setText, setValue: (value) => setText(toText(value)) }
}
