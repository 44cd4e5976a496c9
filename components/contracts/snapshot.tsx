'use client'

import { Button, buttonClass } from '@/components/ui/button'
import { useCopy } from '@/hooks/use-copy'
import type { Messages } from '@/lib/messages/en'
import { recordMark } from './record-words'

type Props = { fragment: string; words: Messages['contracts']['snapshot'] }

/** The page as a file, which needs no script, and as a link. */
export function Snapshot({ fragment, words }: Props) {
  const { state, copy } = useCopy()
  return (
    <div className="flex flex-wrap items-center gap-3">
      <a className={buttonClass('secondary')} href="/contracts.json" download>
        {words.json}
      </a>
      <Button
        variant="secondary"
        className="needs-script"
        onClick={() => copy(`${location.origin}${location.pathname}#${recordMark}${fragment}`)}
      >
        {words.link}
      </Button>
      <span role="status" className={`text-sm ${state === 'failed' ? 'text-carnelian' : 'text-ink-soft'}`}>
        {state === 'copied' && words.linkCopied}
        {state === 'failed' && words.linkFailed}
      </span>
    </div>
  )
}
