'use client'

import { useEffect, useState } from 'react'
import type { Failure } from '@/lib/errors'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'

type Props = {
  error: unknown
  /** The wallet had been asked to sign, so whatever the error says, something may have been sent. */
  isUnclear: boolean
  words: Pick<Messages, 'flow' | 'failure'>
  chain: string
}

/** An error as a sentence. What the sentence is read from comes with the chain code, which a failed flow has loaded. */
export function FlowFailure({ error, isUnclear, words, chain }: Props) {
  const [found, setFound] = useState<{ failure: Failure; detail: string }>()

  useEffect(() => {
    import('@/lib/errors')
      .then(({ failureOf, detailOf }) =>
        setFound({ failure: isUnclear ? 'walletFault' : failureOf(error), detail: detailOf(error) }),
      )
      .catch(() => setFound({ failure: isUnclear ? 'walletFault' : 'unreachable', detail: String(error) }))
  }, [error, isUnclear])

  if (!found) return null
  return (
    <>
      <p className="text-carnelian">{fill(words.failure[found.failure], { chain })}</p>
      {(found.failure === 'unknown' || found.failure === 'walletFault') && (
        <p className="mt-2 text-sm text-ink-soft wrap-anywhere">{fill(words.flow.detail, { detail: found.detail })}</p>
      )}
    </>
  )
}
