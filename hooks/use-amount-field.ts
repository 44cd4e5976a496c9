'use client'

import { useEffect, useState } from 'react'
import { type ParsedAmount, parseAmount, toText } from '@/lib/amount'

const read = (key: string): string => {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

const write = (key: string, text: string): void => {
  try {
    sessionStorage.setItem(key, text)
  } catch {}
}

/** The text of an amount field and what it means; kept for this tab under `key`. Setting a value writes its exact text. */
export function useAmountField(key: string): {
  text: string
  parsed: ParsedAmount
  setText: (text: string) => void
  setValue: (value: bigint) => void
} {
  const [text, set] = useState('')
  // Storage is not there when the server draws the field, so what it holds arrives with the browser.
  useEffect(() => set((now) => now || read(key)), [key])
  const setText = (next: string) => {
    set(next)
    write(key, next)
  }
  return { text, parsed: parseAmount(text), setText, setValue: (value) => setText(toText(value)) }
}
