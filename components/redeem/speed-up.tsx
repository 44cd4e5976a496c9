'use client'

import { useId } from 'react'
import { AllowMore } from '@/components/allow-more'
import { Choice } from '@/components/choice'
import { Figure } from '@/components/figure'
import { Row } from '@/components/row'
import { Button } from '@/components/ui/button'
import { useSpeedUp } from '@/hooks/use-speed-up'
import { formatAmount, formatDate, formatDays, formatRelative, formatSpan } from '@/lib/format'
import { lpWorth } from '@/lib/market-quote'
import { fill, sentences } from '@/lib/messages/fill'
import type { HeldTicket } from '@/lib/tickets'
import type { Board } from './board'
import { toExitObstacle } from './exit-obstacle'

type Props = { ticket: HeldTicket; board: Board; onClose: () => void }

/** Days against LP tokens: what it takes, until when they are locked, and the new date. */
export function SpeedUp({ ticket, board, onClose }: Props) {
  const { setting, exit, acts, tickets, queue, lpTokens } = board
  const { words, locale } = setting
  const { tickets: own, stake } = words
  const id = useId()
  const { stops, at, setStop, lp, setToken, seconds, quote, intent } = useSpeedUp(ticket, queue, tickets.lps, exit.now)
  if (!lp || !quote || !intent) return <p className="mt-3 text-sm text-barley">{own.noLp}</p>
  const text = (value: bigint) => formatAmount(value, locale, 'form')
  const infoOf = (token: string) => lpTokens.find((each) => each.token === token)
  const nameOf = (token: string) => {
    const [first, second] = infoOf(token)?.names ?? [null, null]
    return fill(own.lpName, { first: first ?? own.lpUnknown, second: second ?? own.lpUnknown })
  }
  const info = infoOf(lp.token)
  const worth = info ? lpWorth(info, quote.lp) : null
  const obstacle = acts.obstacle(intent)
  const why = obstacle && toExitObstacle(obstacle, { act: 'speedUp', token: 'LP', balance: lp.balance }, exit, setting)
  const left = Number(quote.maturity) - exit.now
  return (
    <div className="mt-3 flex flex-col gap-3 border-l-2 border-water pl-4 text-sm">
      {tickets.lps.length > 1 && (
        <Choice
          legend={own.lpNeeded}
          name={`lp-${ticket.id}`}
          value={lp.token}
          onChange={setToken}
          options={tickets.lps.map(({ token }) => ({ value: token, label: nameOf(token) }))}
        />
      )}
      <div>
        <label htmlFor={id} className="flex items-baseline justify-between gap-4">
          <span className="text-ink-soft">{own.days}</span>
          <output htmlFor={id} className="figure text-lg">
            {formatDays(Number(seconds), locale)}
          </output>
        </label>
        <input
          id={id}
          type="range"
          min="1"
          max={stops}
          value={at}
          aria-valuetext={formatDays(Number(seconds), locale)}
          onChange={(event) => setStop(Number(event.target.value))}
          className="h-11 w-full cursor-pointer"
        />
      </div>
      <dl>
        <Row
          label={own.lpNeeded}
          note={sentences(
            fill(own.lpHeld, { amount: text(lp.balance), name: nameOf(lp.token) }),
            worth !== null && fill(own.lpWorth, { amount: text(worth) }),
          )}
        >
          <Figure value={quote.lp} unit="LP" block={tickets.block} source={stake.source} locale={locale} style="form" />
        </Row>
        <Row label={own.newMaturity} note={formatRelative(left, locale)}>
          {formatDate(Number(quote.maturity), locale)}
        </Row>
        <Row label={own.lock} note={own.lockNote}>
          {formatDate(Number(quote.unlock), locale)}
        </Row>
      </dl>
      <p className="text-ink-soft">
        {fill(own.margin, { shortest: formatSpan(Number(queue.shortestSeconds), locale) })}
      </p>
      <AllowMore
        flow={exit.flow}
        approval={{ step: 'approveLp', token: 'LP', amount: quote.lp, allowance: lp.allowance }}
        words={words}
        locale={locale}
      />
      <Button disabled={obstacle !== null} onClick={() => acts.act(intent, onClose)}>
        {why ? why.label : fill(own.faster, { id: String(ticket.id) })}
      </Button>
      {why && <p className="text-barley">{why.note}</p>}
    </div>
  )
}
