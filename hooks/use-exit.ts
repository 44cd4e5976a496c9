'use client'

import type { AddressBook } from '@/lib/address-book'
import type { Protocol } from '@/lib/protocol'
import { useChainNow } from './use-chain-now'
import { useFlow } from './use-flow'
import { useIdleWallet } from './use-idle-wallet'
import { usePosition } from './use-position'
import { useProtocol } from './use-protocol'
import { useWallet } from './use-wallet'

/** What all ways out share: who is connected, what the chain says, chain time, and the one flow that can run. */
export type Exit = ReturnType<typeof useExit>

export function useExit(book: AddressBook, initial: Protocol) {
  useIdleWallet()
  const wallet = useWallet()
  const protocol = useProtocol(book, initial).data
  const { data: position, isError: isUnread } = usePosition(book, wallet.account)
  const flow = useFlow(book)
  const now = useChainNow(protocol.block)
  return { book, wallet, protocol, position, isUnread, flow, now }
}
