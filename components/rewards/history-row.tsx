import type { ReactNode } from 'react'
import { formatAddress, formatAmount, formatDate, formatPrice } from '@/lib/format'
import { fill } from '@/lib/messages/fill'
import { isShared, type RewardRow } from '@/lib/reward-rows'
import type { Setting } from './words'

type Props = Setting & { row: RewardRow }
type Cells = { amount: string; vested?: bigint; shares?: bigint }

const signed = (value: bigint, locale: string) => `${value > 0n ? '+' : ''}${formatAmount(value, locale)}`

/** What a line moved. */
function toCells({ what }: RewardRow, words: Setting['words']['rewards'], locale: string): Cells {
  const show = (value: bigint, token: string) => `${formatAmount(value, locale)} ${token}`
  if (what.kind === 'payout') return { amount: show(what.earned.reward, 'eMetis') }
  const { deed, step } = what
  const counted = fill(words.counted, { amount: formatAmount(step?.assets ?? 0n, locale) })
  switch (deed.kind) {
    case 'staked':
      return { amount: show(deed.assets, deed.gave), shares: deed.shares }
    case 'unstaked':
      return { amount: show(deed.assets, 'eMetis'), vested: deed.vested, shares: -deed.shares }
    case 'granted':
      return { amount: show(deed.assets, 'eMetis'), vested: deed.vested }
    case 'received':
      return { amount: counted, shares: deed.shares }
    case 'sent':
      return { amount: counted, shares: -deed.shares }
    case 'stakedFor':
      return { amount: show(deed.amount, deed.gave) }
    default:
      return { amount: show(deed.amount, deed.kind === 'redeemed' || deed.kind === 'mintedFor' ? 'METIS' : 'eMetis') }
  }
}

/** What of it vests, and who else took part. */
function toNotes({ what }: RewardRow, vested: bigint, words: Setting['words']['rewards'], locale: string): string[] {
  const { from, to } = what.kind === 'deed' ? what.deed : {}
  return [
    vested > 0n && fill(words.vested, { amount: formatAmount(vested, locale) }),
    from && fill(words.from, { address: formatAddress(from) }),
    to && fill(words.to, { address: formatAddress(to) }),
  ].filter((note) => typeof note === 'string')
}

type CellProps = { name: string; side?: 'start' | 'end'; children: ReactNode }

/** Where there is no room for columns a row is a block, every cell says what it is, and empty ones are left out. */
const Cell = ({ name, side = 'start', children }: CellProps) => (
  <td
    className={`py-1 align-top @min-[60rem]:whitespace-nowrap @max-[60rem]:justify-between @max-[60rem]:gap-4 @min-[60rem]:border-b @min-[60rem]:border-line @min-[60rem]:py-2 @min-[60rem]:pr-4 @min-[60rem]:last:pr-0 ${side === 'end' ? '@min-[60rem]:text-right' : ''} ${children ? '@max-[60rem]:flex' : '@max-[60rem]:hidden'}`}
  >
    <span aria-hidden="true" className="text-ink-soft @min-[60rem]:hidden">
      {name}
    </span>
    <span className="@max-[60rem]:text-right">{children}</span>
  </td>
)

/** One line of an account's history. */
export function HistoryRow({ row, words: { rewards: own }, locale, explorer }: Props) {
  const { what, seconds, price, reward } = row
  const { amount, vested = 0n, shares } = toCells(row, own, locale)
  const hash = what.kind === 'deed' ? what.deed.tx : undefined
  const { column } = own
  return (
    <tr className="@max-[60rem]:block @max-[60rem]:border-b @max-[60rem]:border-line @max-[60rem]:py-3 @min-[36rem]:@max-[60rem]:grid @min-[36rem]:@max-[60rem]:grid-cols-2 @min-[36rem]:@max-[60rem]:gap-x-10">
      <Cell name={column.date}>{formatDate(seconds, locale)}</Cell>
      <Cell name={column.action}>
        {what.kind === 'deed' && isShared(what.deed) && <span aria-hidden="true">⇄ </span>}
        {own.action[what.kind === 'payout' ? 'payout' : what.deed.kind]}
      </Cell>
      <Cell name={column.amount} side="end">
        {amount}
        {toNotes(row, vested, own, locale).map((note) => (
          <span key={note} className="block text-ink-soft">
            {note}
          </span>
        ))}
      </Cell>
      <Cell name={column.shares} side="end">
        {shares !== undefined && signed(shares, locale)}
      </Cell>
      <Cell name={column.price} side="end">
        {formatPrice(price, locale)}
      </Cell>
      <Cell name={column.reward} side="end">
        {reward !== 0n && signed(reward, locale)}
      </Cell>
      <Cell name={column.tx}>
        {hash && explorer ? (
          <a
            href={`${explorer}/tx/${hash}`}
            target="_blank"
            rel="noreferrer"
            className="link font-mono whitespace-nowrap"
          >
            {formatAddress(hash)}
          </a>
        ) : (
          hash && <span className="font-mono whitespace-nowrap">{formatAddress(hash)}</span>
        )}
      </Cell>
    </tr>
  )
}
