'use client'

import type { ReactNode } from 'react'
import { Dollars } from '@/components/dollars'
import { Figure } from '@/components/figure'
import { Stat } from '@/components/stat'
import type { RewardsState } from '@/hooks/use-rewards'
import { formatAmount } from '@/lib/format'
import { fill } from '@/lib/messages/fill'
import { plural } from '@/lib/messages/plural'
import type { Block } from '@/lib/rpc'
import { claimable } from '@/lib/vesting'
import type { ServerPart, Setting } from './words'

type Props = Setting & {
  state: Pick<RewardsState, 'position' | 'tickets' | 'unread'>
  server: Pick<ServerPart, 'book' | 'vestingSeconds' | 'price'>
}

type WorthProps = Setting & { assets: bigint; price: ServerPart['price'] }

/** What the shares stand for, in eMetis and in US dollars. */
const Worth = ({ assets, price, words, locale }: WorthProps) => (
  <>
    {fill(words.rewards.sharesNote, { amount: formatAmount(assets, locale) })}
    {assets > 0n && (
      <Dollars
        metis={assets}
        price={price}
        words={{ dollars: words.rewards.dollars, dollarsSource: words.dollarsSource }}
        locale={locale}
      />
    )}
  </>
)

type Part = { value: ReactNode | null | undefined; note?: ReactNode }

/** eMetis that Vesting has not paid yet. */
function vestingPart({ state: { position, unread }, server, words, locale }: Props): Part {
  const { rewards: own, source } = words
  const { book, vestingSeconds } = server
  if (!book.vesting) return { value: null, note: own.noVesting }
  if (!position?.vesting) return position || unread.position ? { value: null, note: own.unread } : { value: undefined }
  const { vesting, block } = position
  const held = vesting.locked + vesting.released - vesting.claimed
  const due = vestingSeconds === null ? null : claimable(vesting, BigInt(block.seconds), vestingSeconds)
  return {
    value: <Figure value={held} unit="eMetis" block={block} source={source} locale={locale} />,
    note: due !== null && fill(own.vestingNote, { amount: formatAmount(due, locale) }),
  }
}

/** METIS that tickets will pay. */
function ticketsPart({ state: { tickets, unread }, server, words, locale }: Props): Part {
  const { rewards: own, source } = words
  if (!server.book.redemptionQueue) return { value: null, note: own.noQueue }
  if (!tickets) return unread.tickets ? { value: null, note: own.unread } : { value: undefined }
  const open = tickets.held.filter(({ isRedeemed }) => !isRedeemed)
  const waiting = open.reduce((sum, { amount }) => sum + amount, 0n)
  return {
    value: <Figure value={waiting} unit="METIS" block={tickets.block} source={source} locale={locale} />,
    note: plural(open.length, own.ticketsNote, locale),
  }
}

/** What the account holds now, in every form that is on its way back to METIS. */
export function PositionStats(props: Props) {
  const { state, server, words, locale } = props
  const { position, unread } = state
  const { rewards: own, source, loading } = words
  const missing: Part = unread.position ? { value: null, note: own.unread } : { value: undefined }
  const partOf = (value: bigint, unit: string, block: Block, note: ReactNode): Part => ({
    value: <Figure value={value} unit={unit} block={block} source={source} locale={locale} />,
    note,
  })
  const parts: [string, Part][] = [
    [
      own.shares,
      position
        ? partOf(
            position.shares,
            'seMetis',
            position.block,
            <Worth assets={position.assets} price={server.price} words={words} locale={locale} />,
          )
        : missing,
    ],
    [own.eMetis, position ? partOf(position.eMetis, 'eMetis', position.block, own.eMetisNote) : missing],
    [own.vesting, vestingPart(props)],
    [own.tickets, ticketsPart(props)],
  ]
  return (
    <section aria-label={own.position} className="grid gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
      {parts.map(([label, part]) => (
        <Stat key={label} label={label} loading={loading} {...part} />
      ))}
    </section>
  )
}
