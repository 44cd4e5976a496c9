'use client'

import { Suspense } from 'react'
import type { RecipientState } from '@/hooks/use-recipient'
import type { AddressBook } from '@/lib/address-book'
import type { Messages } from '@/lib/messages/en'
import { lazily } from './lazily'
import { Disclosure } from './ui/disclosure'

// Hardly anybody wants another recipient than the own account.
const RecipientField = lazily(() => import('./recipient-field').then((module) => module.RecipientField))

type Props = { to: RecipientState; book: AddressBook; words: Messages['stake']['another']; locale: string }

/** The way to another recipient; closed, the account itself is the recipient. */
export function RecipientChoice({ to, book, words, locale }: Props) {
  const { account, draft, change } = to
  if (!account) return null
  return (
    <Disclosure
      label={words.open}
      isOpen={draft !== undefined}
      onOpen={() => change(() => ({ text: '', stop: words.enter }))}
      onClose={() => change(() => undefined)}
    >
      {(close) =>
        draft && (
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
        )
      }
    </Disclosure>
  )
}
