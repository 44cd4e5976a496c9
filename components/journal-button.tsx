'use client'

import { Suspense } from 'react'
import { useHasJournal } from '@/hooks/has-journal'
import type { JournalProps } from './journal-opener'
import { lazily } from './lazily'

// Only somebody who has signed something has a list to see.
const JournalOpener = lazily(() => import('./journal-opener').then((module) => module.JournalOpener))

/** The way to the list of what was signed in this browser, once something was. */
export function JournalButton(props: JournalProps) {
  return (
    useHasJournal() && (
      <Suspense fallback={null}>
        <JournalOpener {...props} />
      </Suspense>
    )
  )
}
