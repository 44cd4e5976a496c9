import type { Past } from '@/lib/account-history'
import type { AddressBook } from '@/lib/address-book'
import type { Messages } from '@/lib/messages/en'
import type { NextPayout } from '@/lib/next-payout'
import type { Price } from '@/lib/price'

/** What every part of the page is given: its words, the language's tag, and the explorer for links. */
export type Setting = {
  words: {
    rewards: Messages['rewards']
    payouts: Messages['dashboard']['payouts']
    dollarsSource: Messages['dashboard']['dollarsSource']
    source: string
    loading: string
  }
  locale: string
  explorer?: string
}

/** What the server has read for the page. `past` null: not whole yet. */
export type ServerPart = {
  book: AddressBook
  past: Past | null
  /** Undefined: a chain did not answer. Null: nothing dispatches here. */
  next: NextPayout | null | undefined
  vestingSeconds: bigint | null
  /** Undefined: not read. Null: no fresh one. */
  price: Price | null | undefined
  /** Name and id of the chain, for the files. */
  chain: string
}
