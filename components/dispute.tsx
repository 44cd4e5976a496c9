'use client'

import { type ComponentProps, Suspense } from 'react'
import { useWallet } from '@/hooks/use-wallet'
import type { AddressBook } from '@/lib/address-book'
import { lazily } from './lazily'

const DisputeNotice = lazily(() => import('./once-connected').then((module) => module.DisputeNotice))

type Props = Pick<ComponentProps<typeof DisputeNotice>, 'words' | 'chain' | 'locale'> & {
  book: AddressBook | undefined
}

/** Where every page says that RPCs tell different things of the connected account. */
export function Dispute({ book, ...shared }: Props) {
  const { account } = useWallet()
  if (!account || !book) return null
  return (
    <Suspense fallback={null}>
      <DisputeNotice {...shared} book={book} account={account} />
    </Suspense>
  )
}
