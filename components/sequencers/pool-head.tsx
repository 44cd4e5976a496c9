import { Amount } from '@/components/amount'
import { Vessel } from '@/components/chart/vessel'
import { Figure } from '@/components/figure'
import { stale } from '@/components/stale'
import { Stat } from '@/components/stat'
import { formatAmount, formatPart, formatRate, formatSpan } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { fraction } from '@/lib/nodes'
import type { PoolFacts } from '@/lib/pool-facts'
import { sourceOf, sources } from './source'

type Props = { facts: PoolFacts; words: Messages['sequencers']; loading: string; locale: string }

const PoolVessel = ({ facts: { pool, nodes, stake, enkiStake }, words, locale }: Omit<Props, 'loading'>) => {
  const active = nodes.filter(({ status }) => status === 'active')
  const cap = pool.maxLock * BigInt(active.length)
  const show = (amount: bigint) => formatAmount(amount, locale)
  return (
    <Vessel
      label={fill(words.pool.picture, {
        locked: show(stake),
        active: active.length,
        cap: show(cap),
        enki: show(enkiStake),
      })}
      mark={fraction(pool.minLock * BigInt(active.length), cap)}
      fills={[
        { name: 'enki', fraction: fraction(enkiStake, cap), tone: 'full' },
        { name: 'others', fraction: fraction(stake - enkiStake, cap), tone: 'tint' },
      ]}
      className="h-44 w-20 shrink-0 sm:h-60 sm:w-28"
    />
  )
}

/** The pool in one vessel and a few figures. */
export function PoolHead({ facts, words, loading, locale }: Props) {
  const { pool, nodes, stake, enkiStake, pay } = facts
  const active = nodes.filter(({ status }) => status === 'active')
  const source = sources(words).l1
  const figure = (value: bigint) => (
    <Figure value={value} unit="METIS" block={pool.block} source={source} locale={locale} />
  )
  const rows = [
    {
      label: words.pool.locked,
      value: figure(pool.totalLocked),
      note: fill(words.pool.lockedNote, { active: active.length, all: nodes.length }),
    },
    {
      label: words.pool.enki,
      value: figure(enkiStake),
      note: fill(words.pool.enkiNote, {
        part: formatPart(fraction(enkiStake, stake), locale),
        count: active.filter(({ isEnki }) => isEnki).length,
      }),
    },
    {
      label: words.pool.headroom,
      value: figure(facts.headroom),
      note: fill(words.pool.headroomNote, { cap: formatAmount(pool.maxLock, locale, 'form') }),
    },
    {
      label: words.pool.rate,
      value: pay ? (
        <Amount
          value={formatRate(pay.rate, locale)}
          exact={`${(pay.rate * 100).toFixed(6)} %`}
          source={sourceOf(source, pool.block, locale)}
          stale={stale(pool.block, locale)}
        />
      ) : null,
      note: pay
        ? fill(words.pool.rateNote, {
            reward: formatAmount(pool.rewardPerBlock, locale, 'form'),
            pace: formatSpan(Math.round(pay.secondsPerBlock), locale),
          })
        : words.pool.rateNone,
    },
    { label: words.pool.liquidated, value: figure(pool.liquidated), note: words.pool.liquidatedNote },
    { label: words.pool.exit, value: formatSpan(pool.exitSeconds, locale), note: words.pool.exitNote },
  ]
  return (
    <div className="flex gap-6 sm:gap-10">
      <PoolVessel facts={facts} words={words} locale={locale} />
      <div className="grid min-w-0 flex-1 gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
        {rows.map((row) => (
          <Stat key={row.label} {...row} loading={loading} />
        ))}
      </div>
    </div>
  )
}
