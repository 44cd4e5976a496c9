'use client'

import { Dollars } from '@/components/dollars'
import { Figure } from '@/components/figure'
import { Stat } from '@/components/stat'
import type { RewardsState } from '@/hooks/use-rewards'
import { formatAmount } from '@/lib/format'
import { fill } from '@/lib/messages/fill'
import { plural } from '@/lib/messages/plural'
import { claimable } from '@/lib/vesting'
import type { ServerPart, Setting } from './words'

type Props = Setting & {
  state: Pick<RewardsState, 'position' | 'tickets'>
  server: Pick<ServerPart, 'vestingSeconds' | 'price'>
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

/** What the account holds now, in every form that is on its way back to METIS. */
export function PositionStats({ state: { position, tickets }, server, words, locale }: Props) {
  const { vestingSeconds, price } = server
  const { rewards: own, source, loading } = words
  const at = { source, locale }
  const show = (value: bigint) => formatAmount(value, locale)
  const { vesting, block } = position ?? {}
  const due = vesting && vestingSeconds && block ? claimable(vesting, BigInt(block.seconds), vestingSeconds) : null
  const inVesting = vesting ? vesting.locked + vesting.released - vesting.claimed : 0n
  const open = tickets?.held.filter(({ isRedeemed }) => !isRedeemed) ?? []
  const waiting = open.reduce((sum, { amount }) => sum + amount, 0n)
  return (
    <section aria-label={own.position} className="grid gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
      <Stat
        label={own.shares}
        loading={loading}
        value={position && <Figure {...at} value={position.shares} unit="seMetis" block={position.block} />}
        note={position && <Worth assets={position.assets} price={price} words={words} locale={locale} />}
      />
      <Stat
        label={own.eMetis}
        loading={loading}
        value={position && <Figure {...at} value={position.eMetis} unit="eMetis" block={position.block} />}
        note={own.eMetisNote}
      />
      <Stat
        label={own.vesting}
        loading={loading}
        value={position && <Figure {...at} value={inVesting} unit="eMetis" block={position.block} />}
        note={due !== null && fill(own.vestingNote, { amount: show(due) })}
      />
      <Stat
        label={own.tickets}
        loading={loading}
        value={tickets && <Figure {...at} value={waiting} unit="METIS" block={tickets.block} />}
        note={tickets && plural(open.length, own.ticketsNote, locale)}
      />
    </section>
  )
}
