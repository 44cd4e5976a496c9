import type { Address } from 'viem'
import { countHolders, undo, type VaultEvent } from '../lib/payouts'
import { type Accrual, type Movement, toRewards } from '../lib/rewards'
import { toAssets, toShares, type Vault } from '../lib/shares'

const one = 10n ** 18n
const hash = '0x00'
const zero = '0x0000000000000000000000000000000000000000'
const accountAt = (i: number): Address => `0x${(i + 1).toString(16).padStart(40, '0')}`

/** A vault's life of so many events: every sixth a payout, every fifth an exit, the others deposits of a thousand accounts. */
function live(count: number) {
  const events: VaultEvent[] = []
  const movements: Movement[] = []
  const payouts: Accrual[] = []
  let vault: Vault = { totalAssets: one, totalShares: one }
  for (let i = 1; events.length < count; i++) {
    const place = { block: BigInt(i), index: 0, hash } as const
    const seconds = i * 3_600
    const amount = one + BigInt(i % 977) * 10n ** 15n
    if (i % 6 === 0) {
      vault = { ...vault, totalAssets: vault.totalAssets + amount }
      events.push({ ...place, kind: 'paid', assets: amount, seconds })
      payouts.push({ ...vault, ...place, seconds, reward: amount })
    } else if (i % 5 === 0) {
      const shares = one / 2n
      const assets = toAssets(shares, vault)
      vault = { totalAssets: vault.totalAssets - assets, totalShares: vault.totalShares - shares }
      events.push({ ...place, kind: 'withdrawn', assets })
      events.push({ ...place, kind: 'moved', from: accountAt(i % 1_000), to: zero, shares })
      movements.push({ ...place, seconds, kind: 'unstaked', shares, assets })
    } else {
      const shares = toShares(amount, vault)
      vault = { totalAssets: vault.totalAssets + amount, totalShares: vault.totalShares + shares }
      events.push({ ...place, kind: 'deposited', assets: amount })
      events.push({ ...place, kind: 'moved', from: zero, to: accountAt(i % 1_000), shares })
      movements.push({ ...place, seconds, kind: 'staked', shares, assets: amount })
    }
  }
  return { events, movements, payouts, vault }
}

/** Milliseconds of the quickest of five runs: the others were interrupted more. */
function quickest(work: () => unknown): number {
  const runs = [0, 1, 2, 3, 4].map(() => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  return Math.min(...runs)
}

/** Milliseconds to compute payouts and holders, and one account's rewards, from so many events, by the slower of both methods. */
export const pastTimes = (counts: readonly number[]) =>
  counts.map((count) => {
    const { events, movements, payouts, vault } = live(count)
    const now = { ...vault, seconds: count * 3_600 }
    return {
      count,
      history: quickest(() => [undo(events, { ...vault, eMetisSupply: 0n }), countHolders(events)]),
      rewards: Math.max(
        ...(['fifo', 'average'] as const).map((method) => quickest(() => toRewards(movements, payouts, now, method))),
      ),
    }
  })
