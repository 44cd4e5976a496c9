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
  const [state, setState] = useState<{ account: Address | undefined; draft?: Draft | undefined }>({ account })
  if (state.account !== account) setState({ account })
  const draft = state.account === account ? state.draft : undefined
  return {
    account,
    draft,
    recipient: draft && !draft.stop ? draft.recipient : undefined,
    /** Undefined: the account itself. */
    change: (to: (draft: Draft | undefined) => Draft | undefined) =>
      setState((now) => (now.account === account ? { account, draft: to(now.draft) } : now)),
    reset: () => setState({ account }),
  }
}

export type RecipientState = ReturnType<typeof useRecipient>
