'use client'

import { useSyncExternalStore } from 'react'
import { byTime, type Entry, isOpen, ofEntry, toEntry } from '@/lib/journal'
import { journalChanged, journalPrefix } from './has-journal'

/** Ended entries that are kept. */
const kept = 200

const none: readonly Entry[] = []
let known: readonly Entry[] | undefined

// Another tab may write while nothing here draws the list, and a call that is open there is not to be asked for here.
if (typeof window !== 'undefined')
  window.addEventListener('storage', () => {
    known = undefined
  })

/** What storage holds; nothing when the browser refuses it. */
function load(): readonly Entry[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(journalPrefix))
    const found = keys.map((key) => toEntry(localStorage.getItem(key) ?? '')).filter((entry) => entry !== null)
    return found.length === 0 ? none : found.sort(byTime)
  } catch {
    return none
  }
}

/** Every signature that was asked for in this browser, newest first. */
export function readJournal(): readonly Entry[] {
  known ??= load()
  return known
}

function tell(): void {
  known = undefined
  window.dispatchEvent(new Event(journalChanged))
}

/** Writes an entry, new or changed. A browser that refuses storage only loses the memory of it. */
export function keepEntry(entry: Entry): void {
  try {
    localStorage.setItem(journalPrefix + entry.id, ofEntry(entry))
    const ended = load().filter((each) => !isOpen(each))
    for (const { id } of ended.slice(kept)) localStorage.removeItem(journalPrefix + id)
  } catch {}
  tell()
}

/** Takes out an entry that nothing was signed for. */
export function forgetEntry(id: string): void {
  try {
    localStorage.removeItem(journalPrefix + id)
  } catch {}
  tell()
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener)
  window.addEventListener(journalChanged, listener)
  return () => {
    window.removeEventListener('storage', listener)
    window.removeEventListener(journalChanged, listener)
  }
}

/** The journal, kept in step with this tab and every other; empty on the server. */
export const useJournal = (): readonly Entry[] => useSyncExternalStore(subscribe, readJournal, () => none)
