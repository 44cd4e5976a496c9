import { formatAmount } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Position } from '@/lib/position'
import { AddToken } from './add-token'
import { Figure } from './figure'
import { Row } from './row'
import { Skeleton } from './ui/skeleton'

type Props = {
  /** Undefined while it is being read. */
  position: Position | undefined
  words: Pick<Messages, 'stake' | 'flow'>
  loading: string
  locale: string
}

/** Every balance of the account, and the way to list its tokens in the wallet. */
export function PositionRows({ position, words: { stake: words, flow }, loading, locale }: Props) {
  const held = [...(position?.shares ? (['seMetis'] as const) : []), ...(position?.eMetis ? (['eMetis'] as const) : [])]
  const rows = [
    {
      label: words.positionShares,
      value: position?.shares,
      unit: 'seMetis',
      note: position && fill(words.positionWorth, { amount: formatAmount(position.assets, locale, 'form') }),
    },
    { label: words.positionEMetis, value: position?.eMetis, unit: 'eMetis', note: words.positionEMetisNote },
    { label: words.positionMetis, value: position?.metis, unit: 'METIS' },
  ]
  return (
    <>
      <dl>
        {rows.map(({ label, value, unit, note }) => (
          <Row key={unit} label={label} note={note}>
            <span className="figure text-lg">
              {value === undefined || !position ? (
                <Skeleton label={loading} />
              ) : (
                <Figure
                  value={value}
                  unit={unit}
                  block={position.block}
                  source={words.source}
                  locale={locale}
                  style="form"
                />
              )}
            </span>
          </Row>
        ))}
      </dl>
      {held.length > 0 && <AddToken tokens={held} words={flow.add} />}
    </>
  )
}
