'use client'

import { useEffect, useState } from 'react'
import { setWallet, useWallet, wantWallet } from '@/hooks/use-wallet'
import type { Locale } from '@/lib/locale'

/** wagmi's own record of who was connected last. */
function hasStoredConnection(): boolean {
  try {
    return Boolean(JSON.parse(localStorage.getItem('wagmi.store') ?? '{}').state?.current)
  } catch {
    return false
  }
}

type Opened = {
  stack: typeof import('./providers')
  config: Awaited<ReturnType<typeof import('./providers').openWallet>>
}

/** Where the wallet stack goes once somebody wants it; nothing of it is in a page's first load. */
export function WalletIsland({ locale }: { locale: Locale }) {
  const { stack } = useWallet()
  const [opened, setOpened] = useState<Opened | null>(null)

  useEffect(() => {
    const isInSafe = process.env.NEXT_PUBLIC_SAFE_APP === '1' && window.parent !== window
    if (isInSafe || hasStoredConnection()) wantWallet()
  }, [])

  useEffect(() => {
    if (stack !== 'loading') return
    import('./providers')
      .then(async (module) => setOpened({ stack: module, config: await module.openWallet() }))
      .catch(() => setWallet({ stack: 'failed' }))
  }, [stack])

  return opened && <opened.stack.Providers config={opened.config} locale={locale} />
}
