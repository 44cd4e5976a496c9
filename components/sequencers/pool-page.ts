import type { Alert } from '@/lib/alerts'
import type { Artemis } from '@/lib/artemis'
import type { Epochs } from '@/lib/epochs'
import type { Placement } from '@/lib/placement'
import type { PoolEvent } from '@/lib/pool-events'
import type { PoolFacts } from '@/lib/pool-facts'
import type { Protocol } from '@/lib/protocol'
import type { Reserves } from '@/lib/reserves'

/** What was read for the page; undefined: it could not be, or is still being read. */
export type PoolPage = {
  facts: PoolFacts | undefined
  placement: Placement | undefined
  reserves: Reserves | undefined
  epochs: Epochs | undefined
  artemis: Artemis | undefined
  protocol: Protocol | undefined
  /** Null: still being read. */
  past: { events: readonly PoolEvent[]; anchors: readonly { number: bigint; seconds: number }[] } | null | undefined
  alerts: readonly Alert[]
}
