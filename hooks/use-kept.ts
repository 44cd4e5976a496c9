'use client'

import { useEffect, useState } from 'react'

/** What this tab's forms are told when a value is taken out; its key is the detail. */
export const forgotten = 'abzu-forgotten'

const read = (key: string): string | null => {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

/** What was entered or chosen in a form, kept for this tab under `key`; `among`: all that can be chosen. */
export function useKept<T extends string>(key: string, first: T, among?: readonly T[]): [T, (next: T) => void] {
  const [value, set] = useState(first)
  useEffect(() => {
    const kept = read(key) as T | null
    // Storage is not there when the server draws the form, so what it holds arrives with the browser.
    if (kept !== null && (among?.includes(kept) ?? true)) set((now) => (now === first ? kept : now))
    const forget = (event: Event) => (event as CustomEvent).detail === key && set(first)
    window.addEventListener(forgotten, forget)
    return () => window.removeEventListener(forgotten, forget)
  }, [key, first, among])
  const keep = (next: T) => {
    set(next)
    try {
      sessionStorage.setItem(key, next)
    } catch {}
  }
  return [value, keep]
}
