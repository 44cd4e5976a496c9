'use client'

import { useSyncExternalStore } from 'react'
import { byTime, type Entry, isOpen, ofEntry, toEntry } from '@/lib/journal'

/** Each entry has a key of its own, so that two tabs never write over each other's. */
const prefix = `abzu.journal.${process.env.NEXT_PUBLIC_NETWORK}.`
/** Ended entries that are kept. */
const kept = 200

const none: readonly Entry[] = []
const listeners = new Set<() => void>()
let known: readonly Entry[] | undefined

/** What storage holds; nothing when the browser refuses it. */
function load(): readonly Entry[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
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
  for (const listener of listeners) listener()
}

/** Writes an entry, new or changed. A browser that refuses storage only loses the memory of it. */
export function keepEntry(entry: Entry): void {
  try {
    localStorage.setItem(prefix + entry.id, ofEntry(entry))
    const ended = load().filter((each) => !isOpen(each))
    for (const { id } of ended.slice(kept)) localStorage.removeItem(prefix + id)
  } catch {}
  tell()
}

/** Takes out an entry that nothing was signed for. */
export function forgetEntry(id: string): void {
  try {
    localStorage.removeItem(prefix + id)
  } catch {}
  tell()
}

/** Another tab has written. */
function heard({ key }: StorageEvent): void {
  if (key === null || key.startsWith(prefix)) tell()
}

function subscribe(listener: () => void): () => void {
  // Adding it again adds nothing.
  window.addEventListener('storage', heard)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('storage', heard)
  }
}

/** The journal, kept in step with this tab and every other; empty on the server. */
export const useJournal = (): readonly Entry[] => useSyncExternalStore(subscribe, readJournal, () => none)
