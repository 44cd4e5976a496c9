import { AddressLink } from '@/components/address-link'
import { Figure } from '@/components/figure'
import { Stat } from '@/components/stat'
import type { Messages } from '@/lib/messages/en'
import { plural } from '@/lib/messages/plural'
import { network } from '@/lib/network'
import type { PoolFacts } from '@/lib/pool-facts'
import { sources } from './source'

type Props = { facts: PoolFacts; words: Messages['sequencers']; loading: string; locale: string }

/** An allowance this large was meant to have no end. */
const unlimited = 2n ** 255n

function daysText({ pay }: PoolFacts, own: Messages['sequencers']['payer'], locale: string): string | null {
  if (!pay) return null
  if (pay.days === null) return own.daysNone
  return pay.days > 3650 ? own.daysMany : plural(Math.floor(pay.days), own.daysValue, locale)
}

/** The account that all rewards come from, and how long it lasts. */
export function Payer({ facts, words, loading, locale }: Props) {
  const { pool, pay } = facts
  const own = words.payer
  const figure = (value: bigint) => (
    <Figure value={value} unit="METIS" block={pool.block} source={sources(words).l1} locale={locale} />
  )
  const rows = [
    { label: own.balance, value: figure(pool.payer.balance) },
    {
      label: own.allowance,
      value: pool.payer.allowance >= unlimited ? own.unlimited : figure(pool.payer.allowance),
    },
    { label: own.perDay, value: pay ? figure(pay.perDay) : null, note: pay ? undefined : words.pool.rateNone },
    { label: own.days, value: daysText(facts, own, locale), note: pay ? undefined : words.pool.rateNone },
  ]
  return (
    <>
      <div className="grid gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
        {rows.map((row) => (
          <Stat key={row.label} {...row} loading={loading} />
        ))}
      </div>
      <p className="mt-3 text-sm text-ink-soft">
        {own.account} <AddressLink address={pool.payer.address} explorer={network.l1.blockExplorers?.default.url} />
      </p>
    </>
  )
}
