'use client'

import { Suspense } from 'react'
import { useWallet } from '@/hooks/use-wallet'
import type { AddressBook } from '@/lib/address-book'
import type { Messages } from '@/lib/messages/en'
import { lazily } from './lazily'

// Only somebody who is connected has tickets to count, and needs the code that reads them.
const ReadyCount = lazily(() => import('./once-connected').then((module) => module.ReadyCount))

type Props = { id: string; book: AddressBook | undefined; words: Messages['nav'] }

/** How many tickets of the connected account can be claimed; described to the link by its id, not part of its name. */
export function ReadyBadge({ id, book, words }: Props) {
  const { account } = useWallet()
  return (
    <span id={id} aria-hidden="true" className="text-sm whitespace-nowrap empty:hidden lg:ml-2">
      {account && book && (
        <Suspense fallback={null}>
          <ReadyCount book={book} account={account} words={words} />
        </Suspense>
      )}
    </span>
  )
}
