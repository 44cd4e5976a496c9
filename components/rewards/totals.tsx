'use client'

import { Amount } from '@/components/amount'
import { Choice } from '@/components/choice'
import { Figure } from '@/components/figure'
import { Stat } from '@/components/stat'
import type { RewardsState } from '@/hooks/use-rewards'
import type { AccountHistory } from '@/lib/account-history'
import { formatAmount, formatCount, formatDate, formatRate, formatSpan } from '@/lib/format'
import { fill } from '@/lib/messages/fill'
import type { Setting } from './words'

type Loaded = { history: AccountHistory; rewards: NonNullable<RewardsState['rewards']> }
type Props = Setting & Loaded & Pick<RewardsState, 'method' | 'setMethod'>

/** What became of what was unstaked, and what two accounts shared. */
function notesOn({ history }: Loaded, words: Setting['words']['rewards'], locale: string): (string | false)[] {
  let [gross, vested, away, granted, claimed] = [0n, 0n, 0n, 0n, 0n]
  for (const deed of history.deeds) {
    if (deed.kind === 'unstaked' && deed.to) away += deed.assets
    else if (deed.kind === 'unstaked') [gross, vested] = [gross + deed.assets, vested + deed.vested]
    if (deed.kind === 'granted') granted += deed.vested
    if (deed.kind === 'claimed') claimed += deed.amount
  }
  const show = (value: bigint) => formatAmount(value, locale)
  return [
    gross > 0n && fill(words.taken, { now: show(gross - vested), vested: show(vested) }),
    away > 0n && fill(words.takenAway, { amount: show(away) }),
    granted > 0n && fill(words.takenFrom, { amount: show(granted) }),
    vested + granted > 0n && fill(words.takenClaimed, { claimed: show(claimed), all: show(vested + granted) }),
    history.deeds.some(({ kind }) => kind === 'sent' || kind === 'received') && words.moved,
    history.deeds.some(({ kind, from }) => kind === 'staked' && from) && words.given,
  ]
}

/** Seconds with shares below which one payout more or less would turn a yearly rate upside down. */
const telling = 7 * 86_400

/** What the account has earned, what of it is realised, and its own yearly rate. */
export function Totals({ history, rewards, method, setMethod, words, locale }: Props) {
  const { rewards: own, source, loading } = words
  const { block } = history
  const at = { block, source, locale, unit: 'eMetis' }
  const show = (value: bigint) => formatAmount(value, locale)
  const paid = rewards.rewards - rewards.rounding
  const rate = rewards.heldSeconds < telling ? null : rewards.rate
  const span = formatSpan(rewards.heldSeconds, locale)
  const whole = (value: bigint) => formatAmount(value, locale, 'form')
  const readAt = fill(source, { block: formatCount(block.number, locale), time: formatDate(block.seconds, locale) })
  const notes = [
    fill(own.paid, { paid: show(paid), wei: String(rewards.rounding).replace('-', '−') }),
    ...notesOn({ history, rewards }, own, locale),
  ].filter((note) => note !== false)
  return (
    <div className="flex flex-col gap-6">
      <div className="grid gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr]">
        <Stat
          size="headline"
          label={own.total}
          loading={loading}
          value={<Figure {...at} value={rewards.rewards} />}
          note={fill(own.sum, { value: whole(rewards.value), out: whole(rewards.takenOut), in: whole(rewards.putIn) })}
        />
        <Stat
          label={own.realised}
          loading={loading}
          value={<Figure {...at} value={rewards.realised} />}
          note={own.realisedNote}
        />
        <Stat
          label={own.unrealised}
          loading={loading}
          value={<Figure {...at} value={rewards.unrealised} />}
          note={own.unrealisedNote}
        />
        <Stat
          label={own.rate}
          loading={loading}
          value={
            rate === null ? null : (
              <Amount value={formatRate(rate, locale)} exact={`${(rate * 100).toFixed(9)} %`} source={readAt} />
            )
          }
          note={rewards.rate === null ? own.rateNone : fill(rate === null ? own.rateShort : own.rateNote, { span })}
        />
      </div>
      <div className="grid gap-6 lg:grid-cols-2">
        <Choice
          legend={own.method}
          name="method"
          value={method}
          onChange={setMethod}
          options={[
            { value: 'fifo', label: own.fifo },
            { value: 'average', label: own.average },
          ]}
        />
        <ul className="flex flex-col gap-2 text-sm text-ink-soft">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
