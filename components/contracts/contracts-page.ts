import type { Past } from '@/lib/account-history'
import type { AddressBook } from '@/lib/address-book'
import type { Codes } from '@/lib/code'
import type { CodeCheck } from '@/lib/code-check'
import type { Listed } from '@/lib/inventory'
import type { Owners } from '@/lib/owners'
import type { ParameterEvent } from '@/lib/parameter-events'
import type { Parameters } from '@/lib/parameters'
import type { Protocol } from '@/lib/protocol'

/** Both chains' answers to one question; undefined: that chain did not answer in time. */
export type Both<T> = { l2: T | undefined; l1: T | undefined }

/** A record to keep: the fragment of its link (lib/evidence-link.ts reads it back), and what could not be read for it. */
export type Kept = { link: string; absent: readonly ('l2' | 'l1')[]; areRolesUnread: boolean }

/** `past` holds only the newest payouts. */
export type Reader = { book: AddressBook; past: Past }

/** Everything on the page; undefined: it could not be read yet. */
export type ContractsPage = {
  protocol: Protocol | undefined
  contracts: readonly Listed[] | undefined
  codes: Both<Codes>
  /** One for every contract that has an address. */
  checks: readonly CodeCheck[] | undefined
  owners: Both<Owners>
  parameters: { enki: Parameters | undefined; epochs: Parameters | undefined; pool: Parameters | undefined }
  /** Changes of rules and rights in chain order, the newest last. */
  past: Both<readonly ParameterEvent[]>
  /** Evidence for all of it. */
  kept: Kept | undefined
  /** What a browser needs to read when an account first staked; null: not known yet. */
  reader: Reader | null
}
