import { Suspense } from 'react'
import { Figure } from '@/components/figure'
import { lazily } from '@/components/lazily'
import { Card } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'
import { formatAmount } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Position } from '@/lib/position'

// Only somebody who holds some has a use for it.
const AddToken = lazily(() => import('@/components/add-token').then((module) => module.AddToken))

type Props = {
  /** Undefined while it is being read. */
  position: Position | undefined
  isConnected: boolean
  words: Pick<Messages, 'stake' | 'flow'>
  loading: string
  locale: string
}

/** What the connected account holds. */
export function PositionCard({ position, isConnected, words: all, loading, locale }: Props) {
  const words = all.stake
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
    <Card aria-label={words.position}>
      <h2 className="mb-3 text-lg">{words.position}</h2>
      {!isConnected && <p className="text-ink-soft">{words.positionConnect}</p>}
      {isConnected && (
        <dl>
          {rows.map(({ label, value, unit, note }) => (
            <div
              key={unit}
              className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line py-2 first:border-0"
            >
              <dt className="min-w-0 flex-1">
                {label}
                {note && <span className="block text-sm text-ink-soft">{note}</span>}
              </dt>
              <dd className="figure ml-auto text-lg">
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
              </dd>
            </div>
          ))}
        </dl>
      )}
      {isConnected && held.length > 0 && (
        <Suspense fallback={null}>
          <AddToken tokens={held} words={all.flow.add} />
        </Suspense>
      )}
    </Card>
  )
}
