import type { Address } from 'viem'

/**
 * The address in a text of whatever case, in lower case: viem refuses one whose capitals are not its checksum, and checksums are not
 * asked for, because people copy from everywhere. Undefined: it is no address.
 */
export const toAccount = (text: string): Address | undefined =>
  /^0x[0-9a-f]{40}$/i.test(text) ? (text.toLowerCase() as Address) : undefined
