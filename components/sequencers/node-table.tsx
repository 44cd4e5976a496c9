import { Figure } from '@/components/figure'
import { nodeName, partyName } from '@/components/node-name'
import { PageLink } from '@/components/page-link'
import { stale } from '@/components/stale'
import { StaleLine } from '@/components/stale-mark'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatRate } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { type OrderKey, ordered } from '@/lib/node-order'
import type { Node } from '@/lib/nodes'
import type { PoolFacts } from '@/lib/pool-facts'
import { sources } from './source'
import { statusText } from './status-text'
import { addressOf, nextOrder, pageRows, type View } from './view'

type Props = { facts: PoolFacts; view: View; words: Messages['sequencers']; locale: string }

const columns: readonly { key: OrderKey; side: 'start' | 'end' }[] = [
  { key: 'name', side: 'start' },
  { key: 'amount', side: 'end' },
  { key: 'share', side: 'end' },
  { key: 'headroom', side: 'end' },
  { key: 'reward', side: 'end' },
  { key: 'party', side: 'start' },
  { key: 'status', side: 'start' },
]

function Head({ view, words }: Pick<Props, 'view' | 'words'>) {
  const { order } = view
  return columns.map(({ key, side }) => {
    const isOn = order.key === key
    return (
      <ColumnHead
        key={key}
        side={side}
        className={key === 'party' ? 'pl-4' : ''}
        aria-sort={isOn ? (order.isDown ? 'descending' : 'ascending') : undefined}
      >
        <PageLink
          href={addressOf(view, { order: nextOrder(order, key), page: 1 }, 'nodes')}
          title={fill(words.nodes.sort, { column: words.nodes[key] })}
          className={`inline-flex min-h-11 items-center hover:text-ink hover:underline ${isOn ? 'font-semibold text-ink' : ''}`}
        >
          {words.nodes[key]}
          {isOn && <span aria-hidden="true">&nbsp;{order.isDown ? '↓' : '↑'}</span>}
        </PageLink>
      </ColumnHead>
    )
  })
}

function Row({ node, facts, view, words, locale }: Props & { node: Node }) {
  const own = words.nodes
  const figure = (value: bigint) => (
    <Figure isOneOfMany value={value} unit="" block={facts.pool.block} source={sources(words).l1} locale={locale} />
  )
  const notes = [
    [node.operator && fill(own.operator, { name: node.operator }), node.lst && fill(own.lst, { name: node.lst })]
      .filter(Boolean)
      .join(' · '),
    node.recipient ? own.recipientSet : own.recipientUnset,
  ].filter(Boolean)
  return (
    <tr className="text-sm">
      <RowHead>
        <PageLink href={`${view.path}/${node.id}`} className="link inline-flex min-h-11 items-center">
          {nodeName(node, words)}
        </PageLink>
      </RowHead>
      <Cell side="end">{figure(node.amount)}</Cell>
      <Cell side="end">{node.status === 'active' ? formatRate(node.share, locale) : '—'}</Cell>
      <Cell side="end">{node.status === 'active' ? figure(node.headroom) : '—'}</Cell>
      <Cell side="end">{figure(node.reward)}</Cell>
      <Cell className="pl-4">
        {partyName(node.party)}
        {notes.map((note) => (
          <span key={note} className="block whitespace-nowrap text-ink-soft">
            {note}
          </span>
        ))}
      </Cell>
      <Cell className="min-w-32">{statusText(node, words, locale)}</Cell>
    </tr>
  )
}

/** Every sequencer ever; its heads are links, so it sorts without any script. */
export function NodeTable(props: Props) {
  const { facts, view, words, locale } = props
  const { order } = view
  const rows = ordered(facts.nodes, order)
  const pages = Math.max(1, Math.ceil(rows.length / pageRows))
  const page = Math.min(view.page, pages)
  const caption = fill(words.nodes.caption, {
    column: words.nodes[order.key],
    direction: order.isDown ? words.nodes.down : words.nodes.up,
  })
  return (
    <>
      <StaleLine text={stale(facts.pool.block, locale)} words={words} />
      <Table caption={caption} head={<Head view={view} words={words} />}>
        {rows.slice((page - 1) * pageRows, page * pageRows).map((node) => (
          <Row key={node.id} {...props} node={node} />
        ))}
      </Table>
      {pages > 1 && (
        <nav aria-label={words.nodes.pages} className="mt-4 flex flex-wrap gap-2">
          {Array.from({ length: pages }, (_, i) => i + 1).map((n) => (
            <PageLink
              key={n}
              href={addressOf(view, { page: n }, 'nodes')}
              aria-current={n === page ? 'page' : undefined}
              aria-label={fill(words.nodes.page, { n })}
              className="inline-flex size-11 items-center justify-center rounded-stone border border-line aria-[current]:border-water aria-[current]:bg-water-tint aria-[current]:font-semibold"
            >
              {n}
            </PageLink>
          ))}
        </nav>
      )}
    </>
  )
}
