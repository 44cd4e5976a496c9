'use client'

import { Suspense, useEffect, useState } from 'react'
import { useJournal } from '@/hooks/journal'
import { isOpen } from '@/lib/journal'
import type { Locale } from '@/lib/locale'
import { fill } from '@/lib/messages/fill'
import { lazily, persist } from './lazily'
import { Glyph } from './ui/glyph'

// Only somebody who has signed something has a list to see.
const loadDialog = () => import('./journal-dialog').then((module) => module.JournalDialog)
const JournalDialog = lazily(loadDialog)

/** Who comes near the button has the list at hand when it is pressed. */
const prepare = () => {
  loadDialog().catch(() => {})
}

/** What the list needs to be told. */
export type JournalProps = {
  locale: Locale
  /** The language as Intl names it. */
  tag: string
  /** `open`: the name while {n} of them are open. */
  words: { title: string; open: string }
  chain: { name: string; explorer?: string }
}

/** Opens the list of what was signed in this browser; a badge tells how many are still on their way. */
export function JournalOpener({ locale, tag, words, chain }: JournalProps) {
  const entries = useJournal()
  const [isShown, setShown] = useState(false)
  const open = entries.filter(isOpen).length
  const isWaiting = open > 0

  useEffect(() => {
    if (!isWaiting) return
    const ended = new AbortController()
    persist(() => import('@/hooks/follow-journal'))
      .then(({ followJournal }) => followJournal(ended.signal))
      .catch(() => {})
    return () => ended.abort()
  }, [isWaiting])

  return (
    <>
      <button
        type="button"
        onClick={() => setShown(true)}
        onPointerEnter={prepare}
        onFocus={prepare}
        aria-label={isWaiting ? fill(words.open, { n: open }) : words.title}
        className="relative inline-flex size-11 cursor-pointer items-center justify-center rounded-stone text-ink hover:bg-water-tint"
      >
        <Tablet />
        {isWaiting && (
          <span
            aria-hidden="true"
            className="absolute top-0.5 right-0.5 min-w-4.5 rounded-stone bg-barley px-1 text-center text-[0.75rem] leading-4.5 text-ground"
          >
            {open}
          </span>
        )}
      </button>
      {isShown && (
        <Suspense fallback={null}>
          <JournalDialog entries={entries} onClose={() => setShown(false)} locale={locale} tag={tag} chain={chain} />
        </Suspense>
      )}
    </>
  )
}

/** A clay tablet with its lines. */
const Tablet = () => (
  <Glyph size={20} className="size-5">
    <path d="M4 3.5Q10 2 16 3.5v13q-6 1.5-12 0zM7 7.5h6M7 10.5h6M7 13.5h3" strokeLinejoin="round" />
  </Glyph>
)
