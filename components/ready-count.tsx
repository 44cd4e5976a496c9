'use client'

import type { Address } from 'viem'
import { Live } from '@/components/live'
import { useReadyTickets } from '@/hooks/use-ready-tickets'
import type { AddressBook } from '@/lib/address-book'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'

type Props = { book: AddressBook; account: Address; words: Messages['nav'] }

function Count({ book, account, words }: Props) {
  const count = useReadyTickets(book, account, words.readyTitle)
  return count > 0 ? (
    <span className="rounded-vessel bg-water px-1.5 font-semibold text-ground">{fill(words.ready, { n: count })}</span>
  ) : null
}

/** The number of claimable tickets, read by the browser. */
export const ReadyCount = (props: Props) => (
  <Live>
    <Count {...props} />
  </Live>
)
