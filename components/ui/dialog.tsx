'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button'

type Props = {
  open: boolean
  onClose: () => void
  title: string
  /** The word on the closing button. */
  close: string
  children: ReactNode
}

/** A modal dialog. The browser keeps the focus inside, closes it on Escape and gives the focus back to where it was. */
export function Dialog({ open, onClose, title, close, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()

  useEffect(() => {
    const element = dialog.current
    if (open && !element?.open) element?.showModal()
    if (!open && element?.open) element.close()
  }, [open])

  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-form overflow-y-auto overscroll-contain rounded-stone border border-line bg-surface p-0 text-ink"
    >
      <div className="sticky top-0 flex items-center justify-between gap-4 border-b border-line bg-surface py-2 pr-2 pl-4 sm:pl-6">
        <h2 id={id} className="min-w-0 text-lg wrap-anywhere">
          {title}
        </h2>
        <Button variant="quiet" size="compact" onClick={onClose}>
          {close}
        </Button>
      </div>
      {open && <div className="p-4 sm:p-6">{children}</div>}
    </dialog>
  )
}
