import { Card } from '@/components/ui/card'
import type { Exit } from '@/hooks/use-exit'
import { type ExitAct, exitFee } from '@/lib/exit-gas'
import { formatAmount } from '@/lib/format'
import { type LpToken, lpWorth } from '@/lib/market-quote'
import { fill } from '@/lib/messages/fill'
import { canUnlock, payable, type Ticket } from '@/lib/redemption'
import { vested } from '@/lib/vest-quote'
import type { Setting } from './words'

type Props = Setting & { exit: Exit; lpTokens: readonly LpToken[]; onOpen: (tab: 'redeem' | 'vesting') => void }

type Find = {
  act: ExitAct
  count: number
  title: string
  text: string
  tab: 'redeem' | 'vesting'
  worth: bigint | null
}

/** METIS behind the LP tokens of some tickets; null as soon as one of the tokens has no price here. */
function worthOf(tickets: readonly Ticket[], lpTokens: readonly LpToken[]): bigint | null {
  let sum = 0n
  for (const { lp } of tickets) {
    const token = lpTokens.find(({ token: address }) => address === lp?.token)
    const worth = lp && token ? lpWorth(token, lp.amount) : null
    if (worth === null) return null
    sum += worth
  }
  return sum
}

/** What lies ready for the account; `worth` in METIS or eMetis, null where it has no price here. */
function findsOf(
  { protocol, position, tickets, now }: Exit,
  lpTokens: readonly LpToken[],
  { words: { found: words }, locale }: Setting,
): Find[] {
  if (!position) return []
  const time = BigInt(now)
  const text = (value: bigint) => formatAmount(value, locale, 'form')
  const held = tickets.data?.held ?? []
  const ready = payable(held, time, tickets.data?.queue?.metis ?? 0n)
  const sum = ready.reduce((total, { amount }) => total + amount, 0n)
  const released = vested(protocol, position, time)
  const unlocked = held.filter((ticket) => canUnlock(ticket, time))
  const lp = unlocked.reduce((total, ticket) => total + (ticket.lp?.amount ?? 0n), 0n)
  const behind = worthOf(unlocked, lpTokens)
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
      text: fill(behind === null ? words.lp : words.lpWorth, { amount: text(lp), worth: text(behind ?? 0n) }),
      tab: 'redeem',
      worth: behind,
    },
  ]
  return finds.filter((find) => find !== false)
}

/** Money the account has forgotten or not fetched yet, against what fetching it costs. */
export function FoundMoney({ exit, lpTokens, onOpen, ...setting }: Props) {
  const { words, locale } = setting
  const { found: own } = words
  const { position } = exit
  const finds = findsOf(exit, lpTokens, setting)
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
