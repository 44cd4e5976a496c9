'use client'

import type { AddressBook } from '@/lib/address-book'
import type { LpToken } from '@/lib/market-quote'
import type { Protocol } from '@/lib/protocol'
import { holdingsQuery } from './holdings-query'
import { useChainNow } from './use-chain-now'
import { useFlow } from './use-flow'
import { useIdleWallet } from './use-idle-wallet'
import { usePosition } from './use-position'
import { useProtocol } from './use-protocol'
import { ticketsQuery, useTickets } from './use-tickets'
import { useWallet } from './use-wallet'

/** What all ways out share: who is connected, what the chain says, chain time, and the one flow that can run. */
export type Exit = ReturnType<typeof useExit>

/** `lpTokens`: what the queue takes for a shorter wait, as the market was found. */
export function useExit(book: AddressBook, initial: Protocol, lpTokens: readonly LpToken[]) {
  useIdleWallet()
  const wallet = useWallet()
  const protocol = useProtocol(book, initial).data
  const { data: position, isError: isUnread } = usePosition(book, wallet.account)
  const tokens = lpTokens.map(({ token }) => token)
  const tickets = useTickets(book, wallet.account, tokens)
  const flow = useFlow(book, [
    async (client, account) => {
      const known = await client.fetchQuery(holdingsQuery(book, account))
      return client.fetchQuery({ ...ticketsQuery(book, known, tokens), staleTime: 0 })
    },
  ])
  // The server's answer may be a little old; what the browser read for the account tells the time better.
  const blocks = [position?.block, tickets.data?.block].filter((block) => block !== undefined)
  const now = useChainNow(blocks.reduce((a, b) => (b.number > a.number ? b : a), protocol.block))
  return { book, wallet, protocol, position, isUnread, tickets, flow, now }
}
