'use client'

import { useQuery } from '@tanstack/react-query'
import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import { chainNow } from '@/lib/chain-now'
import { fill } from '@/lib/messages/fill'
import { payable } from '@/lib/redemption'
import { useNow } from './use-now'
import { ticketsQuery } from './use-tickets'

const minuteMs = 60_000

/** How many tickets can be claimed now; also stands in front of the page's title. The Redeem page reads them by itself. */
export function useReadyTickets(book: AddressBook, account: Address, title: string): number {
  const isThere = usePathname().endsWith('/redeem')
  const { data } = useQuery({
    ...ticketsQuery(book, account),
    enabled: !isThere,
    staleTime: minuteMs,
    refetchInterval: isThere ? false : minuteMs,
  })
  const seconds = useNow(0, 15)
  const now = data ? BigInt(Math.floor(chainNow(data.block, seconds * 1_000))) : 0n
  const count = data?.queue ? payable(data.held, now, data.queue.metis).length : 0
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
