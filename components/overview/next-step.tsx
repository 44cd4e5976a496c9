'use client'

import { Suspense } from 'react'
import { lazily } from '@/components/lazily'
import { PageLink } from '@/components/page-link'
import { buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'
import { useWallet } from '@/hooks/use-wallet'
import type { AddressBook } from '@/lib/address-book'
import type { Messages } from '@/lib/messages/en'

// Only somebody who is connected has a position to read, and needs the code that reads it.
const PositionStep = lazily(() => import('./position-step').then((module) => module.PositionStep))

type Props = { book: AddressBook; words: Messages['overview']; path: string; loading: string; locale: string }

/** One thing to do next: to begin, or what the connected account's position suggests. */
export function NextStep({ book, words, path, loading, locale }: Props) {
  const { account } = useWallet()
  return (
    <Card aria-label={words.next}>
      <h2 className="text-lg">{words.next}</h2>
      {account ? (
        <Suspense fallback={<Skeleton label={loading} className="mt-3 w-full" />}>
          <PositionStep book={book} account={account} words={words} path={path} loading={loading} locale={locale} />
        </Suspense>
      ) : (
        <>
          <p className="mt-2 mb-4 text-sm text-ink-soft">{words.nextNew}</p>
          <PageLink href={path} className={buttonClass('primary', 'w-full')}>
            {words.nextStake}
          </PageLink>
        </>
      )}
    </Card>
  )
}
