'use client'

import { useEffect } from 'react'
import { wantWallet } from './use-wallet'

/** A page with a form will need the wallet: its code is fetched when the browser has nothing better to do. */
export function useIdleWallet(): void {
  useEffect(() => {
    if ('requestIdleCallback' in window) requestIdleCallback(wantWallet)
    else setTimeout(wantWallet, 2_000)
  }, [])
}
