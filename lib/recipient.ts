import { type Address, getAddress, isAddressEqual, zeroAddress } from 'viem'
import type { AddressBook } from './address-book'
import { artemis, pinned, pinnedL1, shared } from './pinned'

/** Why a text names nobody to send to; the messages word each. */
export type RecipientFault = 'name' | 'characters' | 'length' | 'checksum' | 'zero' | 'own' | 'contract'

/** What was typed: nothing yet, an address in its checksummed form, or why it is neither. `digits`: how many follow 0x. */
export type ParsedRecipient =
  | { kind: 'empty' }
  | { kind: 'address'; address: Address }
  | { kind: 'fault'; fault: RecipientFault; digits: number }

/** Who an address is beside: the account that sends, and contracts that nobody can get tokens back from. */
export type Surroundings = { account: Address; contracts: readonly Address[] }

/**
 * What is known of an account's earlier recipients. `reach`: how far back its transfers were read. `whole`: all seMetis transfers;
 * `recent`: those of the newest blocks only; `none`: they could not be read.
 */
export type Past = {
  /** Whom the account itself has sent something, once for each time. */
  sent: readonly Address[]
  /** Who else has to do with it. Anybody can get in here by sending it something. */
  seen: readonly Address[]
  reach: 'whole' | 'recent' | 'none'
}

/** What an address resembles without being it. `own`: the account; `sent`, `seen`: of its {@link Past}. */
export type Resembled = { address: Address; whose: 'own' | 'contract' | 'sent' | 'seen' }

/** An address as the account's past knows it. */
export type Verdict =
  | { kind: 'known'; times: number }
  /** `hasCome`: it has sent to the account, which says nothing about whose it is. */
  | { kind: 'first'; reach: Past['reach']; hasCome: boolean }
  | { kind: 'lookAlike'; like: Resembled; times: number }

/** Somebody else who gets what a call gives, and what was known of the address when it was chosen. */
export type Recipient = {
  address: Address
  verdict?: Verdict
  /** Null: it could not be read. */
  isContract?: boolean | null
}

/** Every contract that the app knows, on either chain: tokens sent to one of them would be lost. */
export const contractsOf = (book: AddressBook): Address[] =>
  [pinned, pinnedL1, artemis, shared, book]
    .flatMap((table) => Object.values(table))
    .filter((address) => address !== null)

const isChecksum = (address: Address, text: string): boolean => address.slice(2) === text
const isOneCase = (digits: string): boolean => digits === digits.toLowerCase() || digits === digits.toUpperCase()

function faultOf(digits: string, address: Address, { account, contracts }: Surroundings): RecipientFault | null {
  if (!isOneCase(digits) && !isChecksum(address, digits)) return 'checksum'
  if (address === zeroAddress) return 'zero'
  if (isAddressEqual(address, account)) return 'own'
  return contracts.some((contract) => isAddressEqual(contract, address)) ? 'contract' : null
}

/** Reads a pasted text. Spaces are left out wherever they are; small or capital letters are taken, mixed ones must be the checksum. */
export function parseRecipient(text: string, around: Surroundings): ParsedRecipient {
  const typed = text.replace(/\s+/g, '')
  if (typed === '') return { kind: 'empty' }
  const digits = /^0x([0-9a-f]*)$/i.exec(typed)?.[1]
  const fault = (fault: RecipientFault) => ({ kind: 'fault', fault, digits: digits?.length ?? 0 }) as const
  if (digits === undefined) return fault(/^[^.]+(\.[^.]+)+$/.test(typed) ? 'name' : 'characters')
  if (digits.length !== 40) return fault('length')
  const address = getAddress(`0x${digits.toLowerCase()}`)
  const found = faultOf(digits, address, around)
  return found ? fault(found) : { kind: 'address', address }
}
