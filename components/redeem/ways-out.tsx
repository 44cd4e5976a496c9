import type { ReactNode } from 'react'
import { Figure } from '@/components/figure'
import { Card } from '@/components/ui/card'
import type { Exit } from '@/hooks/use-exit'
import { usePoolSale } from '@/hooks/use-pool-sale'
import { exitFee } from '@/lib/exit-gas'
import { formatAmount, formatPart, formatRate, formatSpan } from '@/lib/format'
import type { Market } from '@/lib/market'
import { type Sale, saleInto, waitingRate } from '@/lib/market-quote'
import { fill } from '@/lib/messages/fill'
import { requestQuote, speedUpQuote } from '@/lib/redeem-quote'
import { mostReduction, type Queue, type Ticket } from '@/lib/redemption'
import type { Block } from '@/lib/rpc'
import { Note } from './note'
import type { Setting } from './words'

type Props = Setting & { exit: Exit; amount: bigint; market: Market | undefined }

/** `block`: where `out` was read, if not where the queue was. */
type Way = { name: string; out: bigint | null; block?: Block; wait: string; notes: (string | null)[] }

const example = 100n * 10n ** 18n

/** The ticket that a request would make now. */
const toTicket = (amount: bigint, queue: Queue, now: bigint): Ticket => ({
  id: 0n,
  amount,
  maturity: now + queue.seconds,
  cancelFee: queue.cancelFee,
  isRedeemed: false,
  lp: null,
})

/** What waiting gives more than selling, as a yearly rate in words; null without a market. */
function earning(out: bigint, seconds: bigint, sold: bigint | null, { words: { ways }, locale }: Setting) {
  const rate = sold === null ? null : waitingRate(out, sold, seconds)
  if (rate === null) return null
  return rate > 0 ? fill(ways.earns, { rate: formatRate(rate, locale) }) : ways.loses
}

function queueWays({ exit, amount, market, ...setting }: Props, queue: Queue, sold: bigint | null): Way[] {
  const { words, locale } = setting
  const { ways } = words
  const now = BigInt(exit.now)
  const text = (value: bigint) => formatAmount(value, locale, 'form')
  const quote = requestQuote(amount, queue, now)
  const gas = exit.position
    ? exitFee('request', exit.position.gasPrice) + exitFee('claim', exit.position.gasPrice)
    : null
  const plain: Way = {
    name: ways.queue,
    out: quote.amount,
    wait: formatSpan(Number(queue.seconds), locale),
    notes: [
      fill(ways.queueCost, { fee: text(quote.fee), gas: gas === null ? '—' : text(gas) }),
      earning(quote.amount, queue.seconds, sold, setting),
    ],
  }
  const [lp] = market?.lpTokens ?? []
  const ticket = toTicket(quote.amount, queue, now)
  const most = mostReduction(ticket, now, queue.shortestSeconds)
  const faster = lp && most > 0n ? speedUpQuote(ticket, { ...lp, balance: 0n, allowance: 0n }, most, queue, now) : null
  const left = queue.seconds - most
  if (!faster)
    return [plain, { name: ways.faster, out: null, wait: '—', notes: [lp ? ways.fasterShort : ways.fasterNone] }]
  const cost = fill(ways.fasterCost, { lp: text(faster.lp), span: formatSpan(Number(queue.lpSeconds), locale) })
  const notes = [cost, earning(quote.amount, left, sold, setting)]
  return [plain, { name: ways.faster, out: quote.amount, wait: formatSpan(Number(left), locale), notes }]
}

/** What the two kinds of market give; `pool` undefined: there is none, or it is being asked. */
type Sales = { pair: Sale | null; pool: { block: Block; sale: Sale | null } | undefined }

function marketWays({ market, words: { ways }, locale }: Props, sales: Sales): Way[] {
  const none = { name: ways.market, out: null, wait: '—' }
  if (!market) return [{ ...none, notes: [ways.marketUnread] }]
  const sell = (name: string, { out, impact }: Sale, block: Block, cost: string) => ({
    name,
    out,
    block,
    wait: ways.marketNow,
    notes: [fill(cost, { impact: formatPart(impact, locale) })],
  })
  const list: Way[] = sales.pair ? [sell(ways.market, sales.pair, market.block, ways.marketCost)] : []
  const { sale, block } = sales.pool ?? {}
  if (market.pool && sale && block) list.push(sell(ways.pool, sale, block, ways.poolCost))
  if (market.pool && sale === null) list.push({ ...none, name: ways.pool, notes: [ways.poolUnread] })
  return list.length > 0 || market.pool ? list : [{ ...none, notes: [ways.marketNone] }]
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt className="text-sm text-ink-soft">{label}</dt>
    <dd>{children}</dd>
  </div>
)

/** The same eMetis three ways: METIS out, how long, what it costs, and what waiting earns. */
export function WaysOut({ amount: typed, ...rest }: Props) {
  const { exit, market, words, locale } = rest
  const { ways: own, stake } = words
  const { queue, block: queueBlock } = exit.protocol
  const props = { ...rest, amount: typed > 0n ? typed : example }
  const pool = usePoolSale(market?.pool, props.amount).data
  if (!queue) return null
  const pair = market?.pair ? saleInto(market.pair, props.amount) : null
  const best = [pair, pool?.sale].flatMap((sale) => sale?.out ?? []).sort((a, b) => (a < b ? 1 : -1))[0]
  const list = [...queueWays(props, queue, best ?? null), ...marketWays(props, { pair, pool })]
  return (
    <Card aria-label={own.title}>
      <h2 className="text-lg">{own.title}</h2>
      <p className="mt-1 mb-3 text-sm text-ink-soft">
        {typed > 0n ? fill(own.lead, { amount: formatAmount(typed, locale, 'form') }) : own.typed}
      </p>
      <ul>
        {list.map(({ name, out, block = queueBlock, wait, notes }) => (
          <li key={name} className="border-t border-line py-3">
            <h3 className="font-sans text-base">{name}</h3>
            <dl className="grid grid-cols-2 gap-x-4">
              <Fact label={own.out}>
                {out === null ? (
                  '—'
                ) : (
                  <Figure value={out} unit="METIS" block={block} source={stake.source} locale={locale} style="form" />
                )}
              </Fact>
              <Fact label={own.days}>{wait}</Fact>
            </dl>
            {notes.map((note) => note && <Note key={note}>{note}</Note>)}
          </li>
        ))}
      </ul>
    </Card>
  )
}
