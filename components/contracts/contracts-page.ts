import type { CodeCheck } from '@/lib/code-check'
import type { Listed } from '@/lib/inventory'
import type { Protocol } from '@/lib/protocol'

/** What was read for the page; undefined: it could not be, or is still being read. */
export type ContractsPage = {
  protocol: Protocol | undefined
  contracts: readonly Listed[] | undefined
  checks: readonly CodeCheck[] | undefined
}
