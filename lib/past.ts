import type { Past } from './account-history'
import type { History } from './history'

/** What a browser needs of the protocol's past to count an account's rewards; null while it is not whole. */
export function toPast(history: History | null | undefined): Past | null {
  if (!history?.isWhole) return null
  return {
    since: history.since,
    payouts: history.payouts.map(({ totalAssets, totalShares, reward, block, index, hash, seconds }) => ({
      totalAssets,
      totalShares,
      reward,
      block,
      index,
      hash,
      seconds,
    })),
  }
}
