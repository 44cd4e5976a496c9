import type { Address } from 'viem'

/** Whether a text is an address, in whatever case; checksums are not asked for, because people copy from everywhere. */
export const isAccount = (text: string | undefined): text is Address => /^0x[0-9a-fA-F]{40}$/.test(text ?? '')
