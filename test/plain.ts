import { pinned } from '@/lib/pinned'
import type { Position } from '@/lib/position'
import type { Protocol } from '@/lib/protocol'

const unit = 10n ** 18n
const block = { number: 1n, seconds: 1, readAt: 1 }

/** A protocol that is open, wired as it should be and pays 1.5 eMetis for a share; a test says what is different. */
export const plainProtocol: Protocol = {
  block,
  checks: [{ id: 'asset', expected: pinned.eMetis, found: pinned.eMetis, ok: true }],
  paused: false,
  isPublic: true,
  totalAssets: 1500n * unit,
  totalShares: 1000n * unit,
  eMetisSupply: 2000n * unit,
  metisInMinter: 0n,
  treasuryRatio: 100_000n,
  vestingRatio: 300_000n,
  vestingSeconds: 7_776_000n,
  queueSeconds: 1_728_000n,
  queue: null,
}

/** An account with gas for its transactions and nothing else; a test says what it has. */
export const plainPosition: Position = {
  block,
  account: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
  native: unit,
  metis: 0n,
  eMetis: 0n,
  shares: 0n,
  assets: 0n,
  metisAllowance: 0n,
  eMetisAllowance: 0n,
  queueAllowance: 0n,
  enki: 0n,
  enkiAllowance: 0n,
  vesting: null,
  isBetaUser: false,
  gasPrice: 10n ** 9n,
}
