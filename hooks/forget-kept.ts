'use client'

import { forgotten } from './use-kept'

/** Takes what was entered under `key` out of this tab, and of the form that shows it. */
export function forgetKept(key: string): void {
  try {
    sessionStorage.removeItem(key)
  } catch {}
  window.dispatchEvent(new CustomEvent(forgotten, { detail: key }))
}
