'use client'

import type { Address } from 'viem'
import { useDispute } from '@/hooks/use-dispute'
import type { AddressBook } from '@/lib/address-book'
import { listFormat } from '@/lib/intl'
import { fill } from '@/lib/messages/fill'
import { Live } from './live'

/** `words`: the sentence. */
type Props = { book: AddressBook; account: Address; words: string; chain: string; locale: string }

function Sentence({ book, account, words, chain, locale }: Props) {
  const found = useDispute(book, account)
  if (!found) return null
  const facts = { chain, hosts: listFormat(locale).format(found.hosts), field: found.field }
  return (
    <div role="alert" className="border-line border-b bg-surface">
      <div className="page py-4">
        <p className="max-w-measure border-carnelian border-l-2 pl-4 wrap-anywhere">{fill(words, facts)}</p>
      </div>
    </div>
  )
}

/** That RPCs, which are named, tell different things, for as long as they do. */
export const DisputeNotice = (props: Props) => (
  <Live>
    <Sentence {...props} />
  </Live>
)
