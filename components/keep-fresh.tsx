'use client'

import { useRouter } from 'next/navigation'
import { useOffline } from 'next/offline'
import { useEffect } from 'react'

const everyMs = 30_000

/** Whether our server answers at all. A refresh that fails would ask after it every three seconds until it does (`useOffline` in next.config.ts). */
const isReachable = () =>
  fetch('/status.json', { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )

/** While the page is being looked at, asks our server (not the chains) for its figures again. */
export function KeepFresh() {
  const router = useRouter()
  const isOffline = useOffline()
  useEffect(() => {
    // The refresh that found it out waits for the line; more of them would not help.
    if (isOffline) return
    const timer = setInterval(async () => {
      if (document.visibilityState === 'visible' && (await isReachable())) router.refresh()
    }, everyMs)
    return () => clearInterval(timer)
  }, [router, isOffline])
  return null
}
