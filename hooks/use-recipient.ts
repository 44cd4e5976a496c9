'use client'

import { useState } from 'react'
import type { Address } from 'viem'
import type { Recipient } from '@/lib/recipient'

/** An address being named. While `stop` says why not, nothing can be signed for it. */
export type Draft = { text: string; stop?: string; fault?: string; recipient?: Recipient }

/**
 * Whom an account sends to: itself, unless an address is named. What was named is forgotten when it is taken back and when
 * another account is connected, and is kept nowhere.
 */
export function useRecipient(account: Address | undefined) {
  const [{ of, draft }, set] = useState<{ of: Address | undefined; draft?: Draft | undefined }>({ of: account })
  if (of !== account) set({ of: account })
  /** Undefined: the account itself. */
  const change = (to: (draft: Draft | undefined) => Draft | undefined) =>
    set((now) => ({ of: now.of, draft: to(now.draft) }))
  return { account, draft, change, recipient: draft?.stop ? undefined : draft?.recipient }
}

export type RecipientState = ReturnType<typeof useRecipient>
