'use client'

import type { Address } from 'viem'
import { Live } from '@/components/live'
import { PageLink } from '@/components/page-link'
import { stale } from '@/components/stale'
import { buttonClass } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { usePosition } from '@/hooks/use-position'
import type { AddressBook } from '@/lib/address-book'
import { maxStake } from '@/lib/amount'
import { formatAmount } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Position } from '@/lib/position'

type Props = {
  book: AddressBook
  account: Address
  words: Messages['overview']
  path: string
  loading: string
  locale: string
}

/** What the position suggests, most useful first. */
function suggest(position: Position, words: Messages['overview'], locale: string) {
  const show = (value: bigint) => formatAmount(value, locale, 'form')
  const lines = []
  const free = maxStake(position.metis, position.gasPrice)
  if (position.shares > 0n)
    lines.push(fill(words.nextHeld, { shares: show(position.shares), assets: show(position.assets) }))
  if (position.eMetis > 0n) lines.push(fill(words.nextIdle, { amount: show(position.eMetis) }))
  if (free > 0n) lines.push(fill(words.nextMetis, { amount: show(free) }))
  const action = position.eMetis > 0n ? words.nextIdleAction : position.shares > 0n ? words.nextMore : words.nextStake
  return { lines: lines.length > 0 ? lines : [words.nextNew], action }
}

function Step({ book, account, words, path, loading, locale }: Props) {
  const { data: position, isError } = usePosition(book, account)
  if (!position)
    return isError ? (
      <p className="mt-2 text-sm text-barley">{words.positionUnread}</p>
    ) : (
      <Skeleton label={loading} className="mt-3 w-full" />
    )
  const { lines, action } = suggest(position, words, locale)
  const old = stale(position.block, locale)
  return (
    <>
      {lines.map((line) => (
        <p key={line} className="mt-2 text-sm">
          {line}
        </p>
      ))}
      {old && <p className="mt-2 text-sm text-barley">{old}</p>}
      {isError && <p className="mt-2 text-sm text-barley">{words.positionOld}</p>}
      <PageLink href={path} className={buttonClass('primary', 'mt-4 w-full')}>
        {action}
      </PageLink>
    </>
  )
}

/** The next step of a connected account, read by its browser. */
export const PositionStep = (props: Props) => (
  <Live>
    <Step {...props} />
  </Live>
)
