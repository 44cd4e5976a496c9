import { partyName } from '@/components/node-name'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { type Concentration, signersOf } from '@/lib/concentration'
import { formatRate } from '@/lib/format'
import { numberFormat } from '@/lib/intl'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { plural } from '@/lib/messages/plural'
import type { PoolFacts } from '@/lib/pool-facts'
import { nodeName } from '../node-name'

type Props = { facts: PoolFacts; words: Messages['sequencers']; locale: string }

/** An index between 0 and 1. */
export const index = (value: number, locale: string) =>
  numberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(value)

/** How concentrated the pool is, by node and by party. */
export function ConcentrationTable({ facts, words, locale }: Props) {
  const own = words.concentration
  const { nodes, perNode, perParty } = facts
  const active = nodes.filter(({ status }) => status === 'active')
  const parties = new Set(active.map(({ party }) => party)).size
  const named = ({ largest }: Concentration, nameOf: (holder: string) => string) =>
    largest ? fill(own.largestValue, { name: nameOf(largest.holder), part: formatRate(largest.fraction, locale) }) : '—'
  const nodeOf = (holder: string) => {
    const found = nodes.find(({ id }) => String(id) === holder)
    return found ? nodeName(found, words) : holder
  }
  const even = (n: number) => fill(own.hhiNote, { even: index(n > 0 ? 1 / n : 0, locale), n })
  const rows = [
    { name: own.largest, node: named(perNode, nodeOf), party: named(perParty, partyName) },
    {
      name: own.hhi,
      node: index(perNode.hhi, locale),
      party: index(perParty.hhi, locale),
      notes: [even(active.length), even(parties)],
    },
    ...(['toHalt', 'toDecide'] as const).map((measure) => ({
      name: own[measure],
      node: plural(perNode[measure], own.nodes, locale),
      party: plural(perParty[measure], own.parties, locale),
    })),
  ]
  const heads = [own.measure, own.perNode, own.perParty]
  return (
    <>
      <Table caption={own.title} head={heads.map((name) => <ColumnHead key={name}>{name}</ColumnHead>)}>
        {rows.map(({ name, node, party, notes }) => (
          <tr key={name} className="align-baseline">
            <RowHead className="min-w-24">{name}</RowHead>
            {[node, party].map((value, i) => (
              <Cell key={heads[i + 1]}>
                {value}
                {notes && <span className="block text-sm text-ink-soft">{notes[i]}</span>}
              </Cell>
            ))}
          </tr>
        ))}
      </Table>
      <p className="mt-3 max-w-measure text-sm text-ink-soft">
        {fill(own.toSign, { signers: signersOf(active.length), n: active.length })}
      </p>
    </>
  )
}
