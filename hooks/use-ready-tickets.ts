'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import { chainNow } from '@/lib/chain-now'
import { fill } from '@/lib/messages/fill'
import { payable } from '@/lib/redemption'
import { useHoldings } from './use-holdings'
import { useNow } from './use-now'

/** How many tickets can be claimed now; also stands in front of the page's title. The Redeem page reads them by itself. */
export function useReadyTickets(book: AddressBook, account: Address, title: string): number {
  const isThere = usePathname().endsWith('/redeem')
  const { known, tickets } = useHoldings(book, account, !isThere)
  const queue = known?.protocol.queue
  const seconds = useNow(0, 15)
  const now = tickets ? BigInt(Math.floor(chainNow(tickets.block, seconds * 1_000))) : 0n
  const count = tickets && queue ? payable(tickets.held, now, queue.metis).length : 0
  useEffect(() => {
    if (count === 0) return
    const mark = fill(title, { n: count, title: '' })
    // The framework writes the title anew with every page.
    const put = () => {
      if (!document.title.startsWith(mark)) document.title = mark + document.title
    }
    put()
    const observer = new MutationObserver(put)
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => {
      observer.disconnect()
      if (document.title.startsWith(mark)) document.title = document.title.slice(mark.length)
    }
  }, [count, title])
  return count
}
