import { AsTable } from '@/components/chart/as-table'
import { LineChart } from '@/components/chart/line'
import { formatDay } from '@/lib/format'
import { concentrationOver, toLocks } from '@/lib/locks'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Node } from '@/lib/nodes'
import type { PoolEvent } from '@/lib/pool-events'
import { ticks, timeTicks } from '@/lib/scale'

type Props = {
  past: { events: readonly PoolEvent[]; anchors: readonly { number: bigint; seconds: number }[] }
  nodes: readonly Node[]
  words: Messages['sequencers']
  locale: string
}

/** The Herfindahl index by node and by party, at every block whose time is known. */
export function ConcentrationChart({ past: { events, anchors }, nodes, words, locale }: Props) {
  const own = words.concentration
  const locks = toLocks(events)
  const blocks = anchors.map(({ number }) => number)
  const partyOf = new Map(nodes.map(({ id, party }) => [id, party]))
  const perNode = concentrationOver(locks, blocks, String)
  const perParty = concentrationOver(locks, blocks, (id) => partyOf.get(id) ?? String(id))
  const rows = anchors.flatMap(({ seconds }, i) => {
    const [node, party] = [perNode[i]?.hhi ?? 0, perParty[i]?.hhi ?? 0]
    return node > 0 ? [{ seconds, node, party }] : []
  })
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last || first === last) return null
  const number = (value: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(value)
  const top = Math.max(...rows.map(({ node, party }) => Math.max(node, party)))
  const label = fill(own.overPicture, {
    from: formatDay(first.seconds, locale),
    to: formatDay(last.seconds, locale),
    partyFirst: number(first.party),
    partyLast: number(last.party),
    nodeFirst: number(first.node),
    nodeLast: number(last.node),
  })
  return (
    <div className="mt-8">
      <h3 className="mb-2 text-lg">{own.over}</h3>
      <LineChart
        label={label}
        x={[first.seconds, last.seconds]}
        y={[0, top]}
        ticks={{
          x: timeTicks(first.seconds, last.seconds, 3).map((at) => ({ at, label: formatDay(at, locale) })),
          y: ticks(0, top, 4).map((at) => ({ at, label: number(at) })),
        }}
        series={[
          { name: own.perParty, tone: 'full', points: rows.map(({ seconds, party }) => [seconds, party] as const) },
          { name: own.perNode, tone: 'dashed', points: rows.map(({ seconds, node }) => [seconds, node] as const) },
        ]}
      />
      <AsTable
        summary={words.asTable}
        caption={own.over}
        head={[own.date, own.perParty, own.perNode]}
        rows={rows.map(({ seconds, party, node }) => [formatDay(seconds, locale), number(party), number(node)])}
      />
    </div>
  )
}
