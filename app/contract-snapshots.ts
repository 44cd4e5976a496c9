import type { ContractsPage } from '@/components/contracts/contracts-page'
import { soon } from '@/lib/cache'
import { toCodeChecks } from '@/lib/code-check'
import { codes, inventory, orUndefined, protocol } from './snapshots'

/** Every part of the page at once; nothing waits for a part that is slow or fails. */
export async function readContractsPage(): Promise<ContractsPage> {
  const [now, contracts, onL2, onL1] = await Promise.all([
    orUndefined(protocol()),
    soon(inventory()),
    soon(codes.l2()),
    soon(codes.l1()),
  ])
  return {
    protocol: now,
    contracts,
    checks: contracts && toCodeChecks(contracts, { ...onL2?.codes, ...onL1?.codes }),
  }
}
