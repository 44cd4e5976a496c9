import { Card } from '@/components/ui/card'
import type { Exit } from '@/hooks/use-exit'
import { type ExitAct, exitFee } from '@/lib/exit-gas'
import { formatAmount } from '@/lib/format'
import { fill } from '@/lib/messages/fill'
import { canUnlock, payable } from '@/lib/redemption'
import { vested } from '@/lib/vest-quote'
import type { Setting } from './words'

type Props = Setting & { exit: Exit; onOpen: (tab: 'redeem' | 'vesting') => void }

type Find = {
  act: ExitAct
  count: number
  title: string
  text: string
  tab: 'redeem' | 'vesting'
  worth: bigint | null
}

/** What lies ready for the account; `worth` in METIS or eMetis, null where it has no price here. */
function findsOf({ protocol, position, tickets, now }: Exit, { words: { found: words }, locale }: Setting): Find[] {
  if (!position) return []
  const time = BigInt(now)
  const text = (value: bigint) => formatAmount(value, locale, 'form')
  const held = tickets.data?.held ?? []
  const ready = payable(held, time, tickets.data?.queue?.metis ?? 0n)
  const sum = ready.reduce((total, { amount }) => total + amount, 0n)
  const released = vested(protocol, position, time)
  const unlocked = held.filter((ticket) => canUnlock(ticket, time))
  const lp = unlocked.reduce((total, ticket) => total + (ticket.lp?.amount ?? 0n), 0n)
  const finds: (Find | false)[] = [
    ready.length > 0 && {
      act: 'claim',
      count: ready.length,
      title: words.payableTitle,
      text: fill(words.payable, { count: ready.length, amount: text(sum) }),
      tab: 'redeem',
      worth: sum,
    },
    released > 0n && {
      act: 'claimVest',
      count: 1,
      title: words.vestedTitle,
      text: fill(words.vested, { amount: text(released) }),
      tab: 'vesting',
      worth: released,
    },
    lp > 0n && {
      act: 'unlock',
      count: unlocked.length,
      title: words.lpTitle,
      text: fill(words.lp, { amount: text(lp) }),
      tab: 'redeem',
      worth: null,
    },
  ]
  return finds.filter((find) => find !== false)
}

/** Money the account has forgotten or not fetched yet, against what fetching it costs. */
export function FoundMoney({ exit, onOpen, ...setting }: Props) {
  const { words, locale } = setting
  const { found: own } = words
  const { position } = exit
  const finds = findsOf(exit, setting)
  if (!position || finds.length === 0) return null
  return (
    <Card aria-label={own.title} className="mb-6">
      <h2 className="mb-2 text-lg">{own.title}</h2>
      <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {finds.map(({ act, count, title, text, tab, worth }) => {
          const fee = exitFee(act, position.gasPrice, count)
          return (
            <li key={act} className="border-t border-line py-2">
              <p className="text-sm text-ink-soft">{title}</p>
              <p className="figure text-lg">{text}</p>
              <p className="text-sm text-ink-soft">
                {fill(worth !== null && worth < fee ? own.notWorth : own.worth, {
                  fee: formatAmount(fee, locale, 'form'),
                })}{' '}
                <a
                  href={`?tab=${tab}`}
                  className="link inline-flex min-h-11 items-center"
                  onClick={(event) => {
                    event.preventDefault()
                    onOpen(tab)
                  }}
                >
                  {tab === 'redeem' ? own.toTickets : own.toVesting}
                </a>
              </p>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
