'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { Button } from '@/components/ui/button'
import { type FirstStake as State, useFirstStake } from '@/hooks/use-first-stake'
import { useWallet } from '@/hooks/use-wallet'
import { formatDay, formatPart } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { plural } from '@/lib/messages/plural'
import type { Reader } from './contracts-page'

type Props = {
  /** When the changes were made. */
  changes: readonly number[]
  /** Null: it can't be read here. */
  reader: Reader | null
  words: Messages['contracts']['parameters']['since']
  locale: string
  children: ReactNode
}

const Since = createContext<number | undefined>(undefined)

/** How many of the changes the account has lived through, or why that is not known. */
function toSentence(state: State, { changes, words, locale }: Props): string {
  if (state.kind !== 'known') return words[state.kind]
  const { deed } = state
  if (!deed) return words.never
  const count = changes.filter((seconds) => seconds > deed.seconds).length
  const date = formatDay(deed.seconds, locale)
  return fill(count > 0 ? plural(count, words.count, locale) : words.none, { date })
}

/** Around the changes of the parameters: says how many of them a connected account has lived through. */
export function FirstStake(props: Props) {
  const { reader, words, locale, children } = props
  const { state, begin } = useFirstStake(useWallet().account)
  const isOpen = state?.kind === 'unread' || state?.kind === 'failed'
  return (
    <Since value={state?.kind === 'known' ? state.deed?.seconds : undefined}>
      <div className="mb-3 flex max-w-measure flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status">{state && toSentence(state, props)}</p>
        {state?.kind === 'reading' && (
          <span aria-hidden="true">{formatPart(Math.floor(state.fraction * 100) / 100, locale)}</span>
        )}
        {reader && isOpen && (
          <Button variant="secondary" size="compact" onClick={() => begin(reader)}>
            {words.read}
          </Button>
        )}
      </div>
      {children}
    </Since>
  )
}

/** Marks a change that the connected account has lived through. */
export function SinceMark({ seconds, children }: { seconds: number; children: ReactNode }) {
  const since = useContext(Since)
  return since !== undefined && seconds > since && <span className="block text-sm text-barley">{children}</span>
}
