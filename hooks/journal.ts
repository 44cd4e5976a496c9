'use client'

import { useSyncExternalStore } from 'react'
import { byTime, type Entry, ofEntry, toEntry } from '@/lib/journal'
import { journalChanged, journalPrefix, unkept } from './has-journal'

const none: readonly Entry[] = []
let known: readonly Entry[] | undefined

// Another tab may write while nothing here draws the list, and a call that is open there is not to be asked for here.
if (typeof window !== 'undefined')
  window.addEventListener('storage', () => {
    known = undefined
  })

/** What storage holds; nothing when the browser refuses it. */
function stored(): readonly Entry[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(journalPrefix))
    return keys.map((key) => toEntry(localStorage.getItem(key) ?? '')).filter((entry) => entry !== null)
  } catch {
    return none
  }
}

/** What storage holds and what it did not take, which is newer. */
function load(): readonly Entry[] {
  const found = [...stored().filter(({ id }) => !unkept.has(id)), ...unkept.values()]
  return found.length === 0 ? none : found.sort(byTime)
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

/** Writes an entry, new or changed. One that the browser refuses to keep, or has no room for, is known to this tab all the same. */
export function keepEntry(entry: Entry): void {
  try {
    localStorage.setItem(journalPrefix + entry.id, ofEntry(entry))
    unkept.delete(entry.id)
  } catch {
    unkept.set(entry.id, entry)
  }
  tell()
}

/** Takes out an entry that nothing was signed for. */
export function forgetEntry(id: string): void {
  unkept.delete(id)
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
