'use client'

import { useState } from 'react'
import { watchToken } from '@/hooks/use-wallet'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { Button } from './ui/button'

type Props = { tokens: readonly ('eMetis' | 'seMetis')[]; words: Messages['flow']['add'] }

/** Offers to list tokens in the connected wallet, which shows by itself only what it has been told of. */
export function AddToken({ tokens, words }: Props) {
  const [answer, setAnswer] = useState<string>()
  const ask = async (token: (typeof tokens)[number]) => {
    setAnswer(undefined)
    const isAdded = await watchToken(token).catch(() => false)
    setAnswer(fill(isAdded ? words.added : words.refused, { token }))
  }
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      {tokens.map((token) => (
        <Button key={token} variant="secondary" size="compact" onClick={() => ask(token)}>
          {fill(words.action, { token })}
        </Button>
      ))}
      <p role="status" className="basis-full text-sm text-ink-soft empty:hidden">
        {answer}
      </p>
    </div>
  )
}
