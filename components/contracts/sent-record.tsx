'use client'

import { lazy, Suspense } from 'react'
import { useFragment } from '@/hooks/use-fragment'
import { type RecordSetting, recordMark } from './record-words'

const RecordCheck = lazy(() => import('./record-check').then((module) => ({ default: module.RecordCheck })))

/** When the page was opened by a link with a record in it: what the record says, and the means to check it. */
export function SentRecord(setting: RecordSetting) {
  const fragment = useFragment()
  if (!fragment.startsWith(recordMark)) return null
  const text = fragment.slice(recordMark.length)
  return (
    <Suspense>
      <RecordCheck key={text} text={text} {...setting} />
    </Suspense>
  )
}
