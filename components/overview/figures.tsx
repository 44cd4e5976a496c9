import { Figure } from '@/components/figure'
import { Stat } from '@/components/stat'
import type { Messages } from '@/lib/messages/en'
import type { Protocol } from '@/lib/protocol'
import { sharePrice } from '@/lib/shares'

type Props = { protocol: Protocol; words: Messages['overview']; loading: string; locale: string }

/** The protocol's own counters, all of one block. */
export function Figures({ protocol, words, loading, locale }: Props) {
  const { block } = protocol
  const rows = [
    { label: words.price, note: words.priceNote, value: sharePrice(protocol), unit: 'eMetis', style: 'price' as const },
    { label: words.eMetis, note: words.eMetisNote, value: protocol.eMetisSupply, unit: 'eMetis' },
    { label: words.seMetis, note: words.seMetisNote, value: protocol.totalShares, unit: 'seMetis' },
    { label: words.waiting, note: words.waitingNote, value: protocol.metisInMinter, unit: 'METIS' },
  ]
  return (
    <section aria-label={words.figures} className="grid gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
      {rows.map(({ label, note, value, unit, style }) => (
        <Stat
          key={label}
          label={label}
          loading={loading}
          note={note}
          value={<Figure value={value} unit={unit} block={block} source={words.source} locale={locale} style={style} />}
        />
      ))}
    </section>
  )
}
