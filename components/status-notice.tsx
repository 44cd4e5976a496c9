'use client'

import { useOffline } from 'next/offline'
import { useEffect, useState } from 'react'
import { isStopped, readStatus } from '@/hooks/status'
import type { Locale } from '@/lib/locale'
import type { Messages } from '@/lib/messages/en'
import { Button } from './ui/button'

type Props = { locale: Locale; words: Messages['status'] }

/** The operators' notice, that this build is stopped or their file can't be relied on, and that our server is out of reach. Nothing of these: nothing. */
export function StatusNotice({ locale, words }: Props) {
  const [status, setStatus] = useState<Awaited<ReturnType<typeof readStatus>>>()
  const isOffline = useOffline()

  useEffect(() => {
    const look = async () => {
      if (document.visibilityState === 'visible') setStatus(await readStatus('default'))
    }
    look()
    // A tab can stay open for days.
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])

  const isDamaged = status === 'damaged'
  const isOld = status !== undefined && !isDamaged && isStopped(status)
  const notice = isDamaged ? null : status?.notice?.[locale]
  if (!isDamaged && !isOld && !notice && !isOffline) return null
  return (
    <section aria-label={words.label} className="border-b border-line bg-surface">
      <div role="alert" className="page flex flex-col gap-2 py-4">
        {notice && <p className="max-w-measure border-l-2 border-barley pl-4 whitespace-pre-line">{notice}</p>}
        {isOffline && <p className="max-w-measure border-l-2 border-barley pl-4">{words.offline}</p>}
        {(isOld || isDamaged) && (
          <div className="flex max-w-measure flex-col items-start gap-3 border-l-2 border-carnelian pl-4">
            <p>{isOld ? words.old : words.damaged}</p>
            {isOld && (
              <Button variant="secondary" size="compact" onClick={() => location.reload()}>
                {words.reload}
              </Button>
            )}
          </div>
        )}
      </div>
    </section>
  )
}
