'use client'

import { useSyncExternalStore } from 'react'
import type { Entry } from '@/lib/journal'

/** Each entry has a key of its own, so that two tabs never write over each other's. */
export const journalPrefix = `abzu.journal.${process.env.NEXT_PUBLIC_NETWORK}.`

/** What this tab is told when it has changed the journal itself; other tabs hear the storage event. */
export const journalChanged = 'abzu-journal'

/** Entries, by their id, that the browser would not keep: they last as long as this tab. */
export const unkept = new Map<string, Entry>()

function hasEntries(): boolean {
  if (unkept.size > 0) return true
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(journalPrefix))
  } catch {
    return false
  }
}

function subscribe(listener: () => void): () => void {
  for (const event of ['storage', journalChanged]) window.addEventListener(event, listener)
  return () => {
    for (const event of ['storage', journalChanged]) window.removeEventListener(event, listener)
  }
}

/** Whether anything was signed in this browser. All that every page has to know of the journal. */
export const useHasJournal = (): boolean => useSyncExternalStore(subscribe, hasEntries, () => false)
