import type { Address } from 'viem'
import type { AddressBook } from './address-book'
import { pinned } from './pinned'
import { lpTokensOf, type Step } from './step'

/** What an address is called, by the address in lower case. */
export type Names = ReadonlyMap<string, string>

const none: Address = '0x'

/**
 * Names of the addresses a call may hold: only those that are pinned or that the checked contracts name. An address that is
 * missing here is one that nobody has vouched for.
 */
export function toNames(book: AddressBook, steps: readonly Step[]): Names {
  const lps = lpTokensOf(steps)
  const allowed = steps.filter(({ id }) => id === 'approveLp' || id === 'revokeLp').map(({ address }) => address)
  const known: readonly (readonly [Address, string])[] = [
    [pinned.metis, 'METIS'],
    [pinned.eMetis, 'eMetis'],
    [pinned.seMetis, 'seMetis'],
    [pinned.minter, 'EMetisMinter'],
    [pinned.enki, 'ENKI'],
    [book.redemptionQueue ?? none, 'RedemptionQueue'],
    [book.vesting ?? none, 'Vesting'],
    // The queue itself says which LP tokens it takes.
    ...[...allowed, ...lps].map((address) => [address, 'LP'] as const),
  ]
  return new Map(known.map(([address, name]) => [address.toLowerCase(), name]))
}
