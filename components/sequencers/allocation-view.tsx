import { Figure } from '@/components/figure'
import { nodeName } from '@/components/node-name'
import { stale } from '@/components/stale'
import { StaleLine } from '@/components/stale-mark'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { older } from '@/lib/age'
import type { Part } from '@/lib/allocation'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Node } from '@/lib/nodes'
import type { Placement } from '@/lib/placement'
import type { Block } from '@/lib/rpc'
import { AllocationStrip, toneOf } from './allocation-strip'
import { Residue } from './residue'
import { sources } from './source'

type Props = {
  placement: Placement
  nodes: readonly Node[]
  block: Block
  words: Messages['sequencers']
  locale: string
}

const partTones = { full: 'fill-water', tint: 'fill-water-tint' } as const

const onL1 = ['dealer', 'node'] as const
const isOnL1 = ({ place }: Part) => onL1.some((one) => one === place)

function nameOf({ place, node }: Part, nodes: readonly Node[], words: Messages['sequencers']): string {
  if (place !== 'node') return words.allocation[place]
  const found = nodes.find(({ id }) => id === node)
  return fill(words.allocation.node, { name: found ? nodeName(found, words) : String(node) })
}

/** The tone of a row's part of the strip; the words beside it say the rest. */
const PartKey = ({ part }: { part: Part }) => (
  <svg viewBox="0 0 14 14" aria-hidden="true" className="mr-2 inline-block size-3.5 align-[-0.125em]">
    <rect x="1" y="1" width="12" height="12" className={`stroke-water ${partTones[toneOf(part)]}`} />
  </svg>
)

/** Where each METIS behind eMetis is: one strip, and the same as a table that sums to the supply. */
export function AllocationView({ placement, nodes, block, words, locale }: Props) {
  const { allocation, reserves } = placement
  const { parts, supply, sum, residue } = allocation
  const own = words.allocation
  const unread = ({ place }: Part) =>
    place === 'dealer' ? own.dealerUnread : placement.crossings === null ? own.bridgeReading : own.bridgeUnread
  const { l1, l2 } = sources(words)
  return (
    <>
      <AllocationStrip allocation={allocation} words={own} locale={locale} />
      <StaleLine text={stale(older(block, reserves.block), locale)} words={words} />
      <Table
        caption={own.title}
        head={
          <>
            <ColumnHead>{own.part}</ColumnHead>
            <ColumnHead side="end">{own.amount}</ColumnHead>
          </>
        }
      >
        {parts.map((part) => (
          <tr key={`${part.place}${part.node ?? ''}`}>
            <RowHead>
              <PartKey part={part} />
              {nameOf(part, nodes, words)}
              {part.place !== 'node' && (
                <span className="block text-sm text-ink-soft">
                  {part.amount === null ? unread(part) : own[`${part.place}Note`]}
                </span>
              )}
            </RowHead>
            <Cell side="end" className="whitespace-nowrap">
              {part.amount === null ? (
                '—'
              ) : (
                <Figure
                  isOneOfMany
                  value={part.amount}
                  unit=""
                  block={isOnL1(part) ? block : reserves.block}
                  source={isOnL1(part) ? l1 : l2}
                  locale={locale}
                />
              )}
            </Cell>
          </tr>
        ))}
        {[
          { label: residue === null ? own.sumKnown : own.sum, value: sum, unit: '' },
          { label: own.supply, value: supply, unit: 'eMetis' },
        ].map(({ label, value, unit }) => (
          <tr key={unit}>
            <RowHead>
              <strong>{label}</strong>
            </RowHead>
            <Cell side="end" className="font-semibold whitespace-nowrap max-sm:text-sm">
              <Figure isOneOfMany value={value} unit={unit} block={reserves.block} source={l2} locale={locale} />
            </Cell>
          </tr>
        ))}
        <Residue placement={placement} words={words} locale={locale} />
      </Table>
    </>
  )
}
