'use client'

import type { Address, Hash } from 'viem'
import type { StepId } from '@/lib/step'

/** A transaction that was sent and whose end is not known, kept for this tab so that a reload goes on following it. */
export type Pending = { account: Address; hash: Hash; id: StepId; amount: bigint }

const key = 'abzu.pending'

/** Remembers it; a browser that refuses storage only loses the following after a reload. */
export function keepPending({ amount, ...rest }: Pending): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ ...rest, amount: String(amount) }))
  } catch {}
}

export function forgetPending(): void {
  try {
    sessionStorage.removeItem(key)
  } catch {}
}

/** The remembered transaction, or null. */
export function readPending(): Pending | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    return kept && { ...kept, amount: BigInt(kept.amount) }
  } catch {
    return null
  }
}
