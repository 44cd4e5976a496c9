'use client'

import { catchError, type ErrorInfo } from 'next/error'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { Button } from './ui/button'

/** What stands in place of a page that could not be drawn. */
export const PageError = catchError(({ words }: { words: Messages['error'] }, { error, retry }: ErrorInfo) => {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  return (
    <div className="flex max-w-measure flex-col items-start gap-4">
      <h1 className="text-xl">{words.title}</h1>
      <p>{words.text}</p>
      {digest && <p className="text-sm text-ink-soft">{fill(words.code, { digest })}</p>}
      <Button onClick={retry}>{words.again}</Button>
    </div>
  )
})
