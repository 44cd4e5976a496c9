import { AsTable } from '@/components/chart/as-table'
import { LineChart } from '@/components/chart/line'
import { nodeName, partyName } from '@/components/node-name'
import type { Concentration } from '@/lib/concentration'
import { formatDay, formatRate } from '@/lib/format'
import { concentrationOver, toLocks } from '@/lib/locks'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Node } from '@/lib/nodes'
import type { PoolEvent } from '@/lib/pool-events'
import { ticks, timeTicks } from '@/lib/scale'
import { index } from './concentration-table'

type Props = {
  past: { events: readonly PoolEvent[]; anchors: readonly { number: bigint; seconds: number }[] }
  nodes: readonly Node[]
  words: Messages['sequencers']
  locale: string
}

type Row = { seconds: number; party: Concentration; node: Concentration }

/** Every measure at every moment: first by party, then by node. */
function table(
  rows: readonly Row[],
  nameOf: (holder: string) => string,
  { words, locale }: Pick<Props, 'words' | 'locale'>,
) {
  const own = words.concentration
  const measures: readonly [head: string, write: (one: Concentration, name: (holder: string) => string) => string][] = [
    [own.hhi, ({ hhi }) => index(hhi, locale)],
    [
      own.largest,
      ({ largest }, name) =>
        largest
          ? fill(own.largestValue, { name: name(largest.holder), part: formatRate(largest.fraction, locale) })
          : '—',
    ],
    [own.toHalt, ({ toHalt }) => String(toHalt)],
    [own.toDecide, ({ toDecide }) => String(toDecide)],
  ]
  const under = (by: string) => measures.map(([head]) => fill(own.measureBy, { measure: head, by }))
  return {
    head: [own.date, ...under(own.perParty), ...under(own.perNode)],
    rows: rows.map(({ seconds, party, node }) => [
      formatDay(seconds, locale),
      ...measures.map(([, write]) => write(party, partyName)),
      ...measures.map(([, write]) => write(node, nameOf)),
    ]),
  }
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
    const [node, party] = [perNode[i], perParty[i]]
    return node?.largest && party ? [{ seconds, node, party }] : []
  })
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last || first === last) return null
  const number = (value: number) => index(value, locale)
  const nameOf = (holder: string) =>
    nodeName(nodes.find(({ id }) => String(id) === holder) ?? { id: Number(holder), name: null }, words)
  const top = Math.max(...rows.map(({ node, party }) => Math.max(node.hhi, party.hhi)))
  const label = fill(own.overPicture, {
    from: formatDay(first.seconds, locale),
    to: formatDay(last.seconds, locale),
    partyFirst: number(first.party.hhi),
    partyLast: number(last.party.hhi),
    nodeFirst: number(first.node.hhi),
    nodeLast: number(last.node.hhi),
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
          { name: own.perParty, tone: 'full', points: rows.map(({ seconds, party }) => [seconds, party.hhi] as const) },
          { name: own.perNode, tone: 'dashed', points: rows.map(({ seconds, node }) => [seconds, node.hhi] as const) },
        ]}
      />
      <AsTable summary={words.asTable} caption={own.over} {...table(rows, nameOf, { words, locale })} />
      <p className="mt-2 max-w-measure text-sm text-ink-soft">{own.overNote}</p>
    </div>
  )
}
