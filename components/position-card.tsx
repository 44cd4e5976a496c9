import { type ComponentProps, Suspense } from 'react'
import { lazily } from './lazily'
import { Card } from './ui/card'

const PositionRows = lazily(() => import('./position-rows').then((module) => module.PositionRows))

type Props = ComponentProps<typeof PositionRows> & { isConnected: boolean }

/** What the connected account holds. */
export function PositionCard({ isConnected, ...shared }: Props) {
  const { words, loading } = shared
  return (
    <Card aria-label={words.stake.position}>
      <h2 className="mb-3 text-lg">{words.stake.position}</h2>
      {isConnected ? (
        <Suspense fallback={<p className="h-44 text-ink-soft">{loading}</p>}>
          <PositionRows {...shared} />
        </Suspense>
      ) : (
        <p className="text-ink-soft">{words.stake.positionConnect}</p>
      )}
    </Card>
  )
}
