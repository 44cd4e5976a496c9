import type { Address } from 'viem'
import type { AddressBook } from './address-book'
import { pinned } from './network'
import type { Step } from './step'

/** What an address is called, by the address in lower case. */
export type Names = ReadonlyMap<string, string>

const none: Address = '0x'

/**
 * Names of the addresses a call may hold: only those that are pinned or that the checked contracts name. An address that is
 * missing here is one that nobody has vouched for.
 */
export function toNames(book: AddressBook, steps: readonly Pick<Step, 'id' | 'address'>[]): Names {
  const lp = steps.find(({ id }) => id === 'approveLp' || id === 'revokeLp')
  const known: readonly (readonly [Address, string])[] = [
    [pinned.metis, 'METIS'],
    [pinned.eMetis, 'eMetis'],
    [pinned.seMetis, 'seMetis'],
    [pinned.minter, 'EMetisMinter'],
    [pinned.enki, 'ENKI'],
    [book.redemptionQueue ?? none, 'RedemptionQueue'],
    [book.vesting ?? none, 'Vesting'],
    // The queue itself says which LP tokens it takes.
    [lp?.address ?? none, 'LP'],
  ]
  return new Map(known.map(([address, name]) => [address.toLowerCase(), name]))
}
