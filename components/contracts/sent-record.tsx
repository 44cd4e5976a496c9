'use client'

import { Suspense } from 'react'
import { lazily } from '@/components/lazily'
import { useFragment } from '@/hooks/use-fragment'
import { type RecordSetting, recordMark } from './record-words'

const RecordCheck = lazily(() => import('./record-check').then((module) => module.RecordCheck))

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
