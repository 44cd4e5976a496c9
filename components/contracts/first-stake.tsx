'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { useFirstStake } from '@/hooks/use-first-stake'
import { useWallet } from '@/hooks/use-wallet'
import { formatDay } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { plural } from '@/lib/messages/plural'

type Words = Messages['contracts']['parameters']
type Props = {
  changes: readonly number[]
  words: Pick<Words, 'sinceCount' | 'sinceNone' | 'sinceUnknown'>
  locale: string
  children: ReactNode
}

const Since = createContext<number | undefined>(undefined)

/** Around the changes of the parameters: says how many of them a connected account has lived through. `changes`: when they were made. */
export function FirstStake({ changes, words, locale, children }: Props) {
  const { account } = useWallet()
  const deed = useFirstStake(account)
  const count = deed ? changes.filter((seconds) => seconds > deed.seconds).length : 0
  const date = deed ? formatDay(deed.seconds, locale) : ''
  return (
    <Since value={deed?.seconds}>
      <p role="status" className="mb-3 max-w-measure">
        {deed === null && words.sinceUnknown}
        {deed && fill(count > 0 ? plural(count, words.sinceCount, locale) : words.sinceNone, { date })}
      </p>
      {children}
    </Since>
  )
}

/** Marks a change that the connected account has lived through. */
export function SinceMark({ seconds, children }: { seconds: number; children: ReactNode }) {
  const since = useContext(Since)
  return since !== undefined && seconds > since && <span className="block text-sm text-barley">{children}</span>
}
