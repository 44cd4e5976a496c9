'use client'

import { Suspense, useRef } from 'react'
import type { RecipientState } from '@/hooks/use-recipient'
import type { AddressBook } from '@/lib/address-book'
import type { Messages } from '@/lib/messages/en'
import { lazily } from './lazily'
import { Button } from './ui/button'

// Hardly anybody wants another recipient than the own account.
const RecipientField = lazily(() => import('./recipient-field').then((module) => module.RecipientField))

type Props = { to: RecipientState; book: AddressBook; words: Messages['stake']['another']; locale: string }

/** The way to another recipient; closed, the account itself is the recipient. */
export function RecipientChoice({ to, book, words, locale }: Props) {
  const opener = useRef<HTMLButtonElement>(null)
  const { account, draft, change } = to
  if (!account) return null
  const close = () => {
    change(() => undefined)
    opener.current?.focus()
  }
  return (
    <div className="flex flex-col gap-2">
      <Button
        ref={opener}
        variant="quiet"
        size="compact"
        aria-expanded={draft !== undefined}
        onClick={() => (draft ? close() : change(() => ({ text: '', stop: words.enter })))}
        className="-ml-3 self-start font-normal!"
      >
        <span aria-hidden="true">{draft ? '▾' : '▸'}</span>
        {words.open}
      </Button>
      {draft && (
        <Suspense fallback={null}>
          <RecipientField
            draft={draft}
            change={change}
            onClose={close}
            around={{ account, book }}
            enter={words.enter}
            locale={locale}
          />
        </Suspense>
      )}
    </div>
  )
}
