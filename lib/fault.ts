import type { Address } from 'viem'
import type { CodeFault } from './code-check'
import type { ContractKey } from './inventory'
import { fill } from './messages/fill'
import { type WiringCheck, type WiringId, wiringFault } from './wiring'

/** Why nothing may be signed: the check that failed, what it expected and what it found; null: no answer. */
export type Fault = { kind: 'wiring'; check: WiringId; expected: Address; found: Address | null } | CodeFault

/** Why a call is not handed to the wallet: a fault, or code that could not be read when it had to be. */
export type Unsafe = Fault | { kind: 'unread'; check: ContractKey; expected: null; found: null }

/** The one question before anything is written: the first fault of wiring or code, or undefined when writing is safe. */
export function writeFault(facts: {
  checks: readonly WiringCheck[]
  codeFault?: CodeFault | undefined
}): Fault | undefined {
  const wrong = wiringFault(facts.checks)
  return wrong ? { kind: 'wiring', check: wrong.id, expected: wrong.expected, found: wrong.found } : facts.codeFault
}

/** What stands against signing, as a sentence. */
export const formatFault = (
  { kind, check, expected, found }: Unsafe,
  words: Readonly<Record<Unsafe['kind'], string>>,
): string => fill(words[kind], { check, expected: expected ?? '—', found: found ?? '—' })
