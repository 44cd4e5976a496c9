'use client'

import { type ReactNode, useRef } from 'react'
import { Button } from './button'

type Props = {
  label: string
  isOpen: boolean
  onOpen: () => void
  onClose: () => void
  /** What it opens; `close` gives the focus back to the button. */
  children: (close: () => void) => ReactNode
}

/** Something that few people want, behind a quiet button. */
export function Disclosure({ label, isOpen, onOpen, onClose, children }: Props) {
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    onClose()
    opener.current?.focus()
  }
  return (
    <div className="flex flex-col gap-2">
      <Button
        ref={opener}
        variant="quiet"
        size="compact"
        aria-expanded={isOpen}
        onClick={isOpen ? close : onOpen}
        className="-ml-3 self-start font-normal!"
      >
        <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
        {label}
      </Button>
      {isOpen && children(close)}
    </div>
  )
}
