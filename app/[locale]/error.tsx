'use client'

import { useParams } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { error as words } from '@/lib/messages/error'
import { fill } from '@/lib/messages/fill'

type Props = { error: Error & { digest?: string }; retry: () => void }

/** What stands in place of a page that could not be drawn. */
export default function PageError({ error: { digest }, retry }: Props) {
  const { title, text, again, code } = words[useParams().locale === 'zh' ? 'zh' : 'en']
  return (
    <div className="flex max-w-measure flex-col items-start gap-4">
      <h1 className="text-xl">{title}</h1>
      <p>{text}</p>
      {digest && <p className="text-sm text-ink-soft">{fill(code, { digest })}</p>}
      <Button onClick={retry}>{again}</Button>
    </div>
  )
}
