import type { ReactNode } from 'react'
import { Figure } from '@/components/figure'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import type { Artemis } from '@/lib/artemis'
import { formatCount, formatPart, formatRate, formatSpan } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Node } from '@/lib/nodes'
import type { PoolFacts } from '@/lib/pool-facts'
import type { Protocol } from '@/lib/protocol'
import type { Reserves } from '@/lib/reserves'
import type { Block } from '@/lib/rpc'
import { sharePrice } from '@/lib/shares'
import { sourceOf, sources } from './source'

type Props = {
  artemis: Artemis | undefined
  protocol: Protocol | undefined
  facts: PoolFacts | undefined
  reserves: Reserves | undefined
  words: Messages['sequencers']
  locale: string
}

/** What a party has in the pool, or undefined while L1 does not answer. */
function inPool(facts: PoolFacts | undefined, party: string) {
  const own = facts?.nodes.filter((node: Node) => node.party === party && node.status === 'active')
  return (
    own && {
      count: own.length,
      locked: own.reduce((sum, { amount }) => sum + amount, 0n),
      share: own.reduce((sum, { share }) => sum + share, 0),
    }
  )
}

/** ENKI and Artemis, the two protocols that stake METIS for others, in the same rows. */
export function SideBySide({ artemis, protocol, facts, reserves, words, locale }: Props) {
  const own = words.artemis
  const { l1, l2 } = sources(words)
  const unread = <span className="text-sm text-ink-soft">— {own.unread}</span>
  const onL2 = (from: { block: Block } | undefined, value: bigint | null | undefined, style?: 'price') =>
    value === null || value === undefined || !from ? (
      unread
    ) : (
      <Figure value={value} unit="" block={from.block} source={l2} locale={locale} style={style} />
    )
  const onL1 = (value: bigint | undefined) =>
    value === undefined || !facts ? (
      unread
    ) : (
      <Figure value={value} unit="" block={facts.pool.block} source={l1} locale={locale} />
    )
  const part = (value: number | null | undefined, write = formatPart): ReactNode =>
    value === null || value === undefined ? unread : write(value, locale)
  const [enki, other] = [inPool(facts, 'ENKI'), inPool(facts, 'Artemis')]
  const span = (text: string, name: string, seconds: number | null | undefined) =>
    seconds === null || seconds === undefined ? unread : fill(text, { [name]: formatSpan(seconds, locale) })
  const queue = protocol?.queueSeconds
  const fee = protocol?.treasuryRatio
  const rows = [
    {
      name: own.price,
      a: onL2(protocol, protocol && sharePrice(protocol), 'price'),
      b: onL2(artemis, artemis?.price, 'price'),
    },
    { name: own.staked, a: onL2(protocol, protocol?.eMetisSupply), b: onL2(artemis, artemis?.staked) },
    {
      name: own.nodes,
      a: enki ? formatCount(enki.count, locale) : unread,
      b: other ? formatCount(other.count, locale) : unread,
    },
    { name: own.locked, a: onL1(enki?.locked), b: onL1(other?.locked) },
    { name: own.share, a: part(enki?.share, formatRate), b: part(other?.share, formatRate) },
    { name: own.fee, a: part(fee === null || fee === undefined ? fee : Number(fee) / 1e6), b: part(artemis?.fee) },
    {
      name: own.exit,
      a: span(own.exitEnki, 'queue', queue === null || queue === undefined ? queue : Number(queue)),
      b: span(own.exitArtemis, 'delay', artemis?.exitSeconds),
    },
    {
      name: own.pending,
      note: own.pendingNote,
      a: <span className="text-sm text-ink-soft">— {own.pendingEnki}</span>,
      b: onL2(artemis, artemis?.pending),
    },
    { name: own.leaving, a: onL2(reserves, reserves?.liabilities), b: onL2(artemis, artemis?.leaving) },
  ]
  const read = [
    { name: 'ENKI', block: protocol?.block },
    { name: 'Artemis', block: artemis?.block },
  ]
  const heads = [own.figure, 'ENKI', 'Artemis']
  return (
    <>
      <Table
        caption={own.title}
        head={heads.map((name, i) => (
          <ColumnHead key={name} side={i > 0 ? 'end' : 'start'}>
            {name}
          </ColumnHead>
        ))}
      >
        {rows.map(({ name, note, a, b }) => (
          <tr key={name} className="align-baseline max-sm:text-sm">
            <RowHead className="min-w-22">
              {name}
              {note && <span className="block text-sm text-ink-soft">{note}</span>}
            </RowHead>
            <Cell side="end">{a}</Cell>
            <Cell side="end">{b}</Cell>
          </tr>
        ))}
      </Table>
      {read.map(
        ({ name, block }) =>
          block && (
            <p key={name} className="mt-3 text-sm text-ink-soft">
              {fill(own.readAt, { name, source: sourceOf(l2, block, locale) })}
            </p>
          ),
      )}
    </>
  )
}
