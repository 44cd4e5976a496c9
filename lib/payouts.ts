import type { Address, Hash } from 'viem'
import type { Vault } from './shares'

/** What an event did; amounts in base units. `moved`: shares, minted from or burnt to the zero address. `issued`: eMetis, signed. */
type Deed =
  | { kind: 'moved'; from: Address; to: Address; shares: bigint }
  | { kind: 'deposited' | 'withdrawn'; assets: bigint }
  | { kind: 'paid'; assets: bigint; seconds: number }
  | { kind: 'issued'; amount: bigint }

/** One event behind the vault's counters or the eMetis supply, with its place in the chain. */
export type VaultEvent = Deed & { block: bigint; index: number; hash: Hash }

/** The vault's two counters and the eMetis supply, in base units. */
export type Totals = Vault & { eMetisSupply: bigint }

/** The totals just after a payout, what it brought, and where and when (unix seconds) it was. `holders`: accounts with shares; null: not known. */
export type Payout = Totals & {
  reward: bigint
  holders: number | null
  block: bigint
  index: number
  hash: Hash
  seconds: number
}

const zero = '0x0000000000000000000000000000000000000000'

/** The totals after an event (direction 1) or before it (−1). */
export function shift(totals: Totals, event: VaultEvent, direction: 1n | -1n): Totals {
  const { totalAssets, totalShares, eMetisSupply } = totals
  switch (event.kind) {
    case 'deposited':
    case 'paid':
      return { ...totals, totalAssets: totalAssets + direction * event.assets }
    case 'withdrawn':
      return { ...totals, totalAssets: totalAssets - direction * event.assets }
    case 'issued':
      return { ...totals, eMetisSupply: eMetisSupply + direction * event.amount }
    case 'moved': {
      const made = (event.from === zero ? event.shares : 0n) - (event.to === zero ? event.shares : 0n)
      return made === 0n ? totals : { ...totals, totalShares: totalShares + direction * made }
    }
  }
}

/** `start`: the totals before the first event; both counters of the vault are 0 there when the events are all there are. */
export type Replay = { payouts: Payout[]; start: Totals }

/** The totals after each payout, oldest first: those of now with every later event undone, so no archive node is needed. */
export function undo(events: readonly VaultEvent[], now: Totals): Replay {
  const payouts: Payout[] = []
  let totals = now
  for (const event of events.toReversed()) {
    if (event.kind === 'paid') {
      const { assets: reward, block, index, hash, seconds } = event
      payouts.push({ ...totals, reward, holders: null, block, index, hash, seconds })
    }
    totals = shift(totals, event, -1n)
  }
  return { payouts: payouts.reverse(), start: totals }
}

/** How many accounts held shares at each payout, and at the end; right only when the events begin with the first of all. */
export function countHolders(events: readonly VaultEvent[]): { atPayouts: number[]; now: number } {
  const shares = new Map<Address, bigint>()
  const atPayouts: number[] = []
  const add = (account: Address, change: bigint) => {
    if (account === zero) return
    const held = (shares.get(account) ?? 0n) + change
    if (held === 0n) shares.delete(account)
    else shares.set(account, held)
  }
  for (const event of events) {
    if (event.kind === 'paid') atPayouts.push(shares.size)
    if (event.kind !== 'moved') continue
    add(event.from, -event.shares)
    add(event.to, event.shares)
  }
  return { atPayouts, now: shares.size }
}
