'use client'

import { useRouter } from 'next/navigation'
import { useOffline } from 'next/offline'
import { useEffect, useTransition } from 'react'

const everyMs = 30_000

/**
 * Whether our server answers at all. A refresh that fails would ask after it every three seconds until it does (`useOffline` in
 * next.config.ts). An answer is waited for much shorter than until the next question, or two would start two refreshes at once.
 */
const isReachable = () =>
  fetch('/status.json', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(3_000) }).then(
    ({ ok }) => ok,
    () => false,
  )

/** While the page is being looked at, asks our server (not the chains) for its figures again. */
export function KeepFresh() {
  const router = useRouter()
  const isOffline = useOffline()
  const [isUnderWay, start] = useTransition()
  useEffect(() => {
    // One at a time: it waits for a line that is slow or gone, and where the address was changed in place, as by Redeem's tabs,
    // two that overlap make the router load the page anew, with nothing of what was typed.
    if (isOffline || isUnderWay) return
    const timer = setInterval(async () => {
      if (document.visibilityState === 'visible' && (await isReachable())) start(() => router.refresh())
    }, everyMs)
    return () => clearInterval(timer)
  }, [router, isOffline, isUnderWay])
  return null
}
