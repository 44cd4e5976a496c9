'use client'

import { useCopy } from '@/hooks/use-copy'
import type { Messages } from '@/lib/messages/en'
import { Glyph } from './ui/glyph'

type Props = {
  text: string
  /** What is copied, in words: "Copy the address of seMetis". */
  label: string
  words: Messages['copy']
}

const pictures = { idle: 'M6 2h8v9M2 5h8v9H2z', copied: 'M3 8.5 6.5 12 13 4.5', failed: 'M3.5 3.5l9 9m0-9-9 9' }

/** A small button beside a text that is worth copying whole. */
export function CopyButton({ text, label, words }: Props) {
  const { state, copy } = useCopy()
  return (
    <>
      <button
        type="button"
        aria-label={label}
        onClick={() => copy(text)}
        className={`needs-script -my-3 inline-flex size-11 cursor-pointer items-center justify-center rounded-stone align-middle hover:text-ink ${state === 'failed' ? 'text-carnelian' : 'text-ink-soft'}`}
      >
        <Glyph size={16} className="size-4">
          <path d={pictures[state]} />
        </Glyph>
      </button>
      <span role="status" className="sr-only">
        {state !== 'idle' && words[state]}
      </span>
    </>
  )
}
