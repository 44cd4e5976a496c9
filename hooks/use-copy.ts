'use client'

import { useState } from 'react'

const shownMs = 2_000

/** Puts text into the clipboard; `state` says for a moment how it went. A browser may refuse. */
export function useCopy() {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  const copy = async (text: string) => {
    setState(
      await navigator.clipboard.writeText(text).then(
        () => 'copied',
        () => 'failed',
      ),
    )
    setTimeout(setState, shownMs, 'idle')
  }
  return { state, copy }
}
