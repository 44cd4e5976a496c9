import type { Address } from 'viem'

/** One comparison between what a contract says and what it has to say; `found` null: it did not answer. */
export type WiringCheck = { id: WiringId; expected: Address; found: Address | null; ok: boolean }
export type WiringId = 'config' | 'asset' | 'eMetisMinter' | 'eMetis' | 'seMetis'

/** The first thing wrong, or undefined when writing is safe. */
export const wiringFault = (checks: readonly WiringCheck[]): WiringCheck | undefined => checks.find(({ ok }) => !ok)
