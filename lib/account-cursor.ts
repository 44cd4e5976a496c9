import { isAddressEqual, zeroAddress } from 'viem'
import type { AccountLog } from './account-logs'
import type { AddressBook } from './address-book'
import { vault } from './contracts'
import { type Place, settled } from './logbook'
import { shift } from './payouts'
import type { Accrual } from './rewards'
import type { Block, Client } from './rpc'
import type { Vault } from './shares'
import { toVaultEvent, type VaultLog } from './vault-events'

/**
 * How far an account's past is kept: a log deep enough to stay, whoever it is about, and the vault just after it.
 * `payout`: the last one up to there; null: none yet.
 */
export type Cursor = Place & Vault & { payout: Place | null }

/** A place in the chain without its block's hash. */
export type Spot = Pick<Place, 'block' | 'index'>
/** Whether `a` comes later in the chain. */
export const isAfter = (a: Spot, b: Spot) => a.block > b.block || (a.block === b.block && a.index > b.index)
/** Whether both are the same log on the same chain, or both null. */
export const isSame = (a: Place | null, b: Place | null) => a?.hash === b?.hash && a?.index === b?.index

const isVaultLog = (log: AccountLog): log is Extract<AccountLog, VaultLog> =>
  isAddressEqual(log.address, vault.address) && log.eventName !== 'Deposit'

/** Where a log stands. */
export const placeOf = ({ blockNumber, logIndex, blockHash }: AccountLog): Place => ({
  block: blockNumber,
  index: logIndex,
  hash: blockHash,
})

type Source = { client: Client; book: AddressBook; head: Block }

/** The vault after the tail of all logs beyond the start, the payouts in it, and the newest place in it to go on from. */
export async function replay({ client, book, head }: Source, start: Cursor | null, tail: readonly AccountLog[]) {
  const payouts: (Accrual & Place)[] = []
  let totals = { totalAssets: start?.totalAssets ?? 0n, totalShares: start?.totalShares ?? 0n, eMetisSupply: 0n }
  let [cursor, payout] = [start, start?.payout ?? null]
  for (const log of tail) {
    const place = placeOf(log)
    const event = isVaultLog(log) ? await toVaultEvent(client, log, book.rewardDispatcher ?? zeroAddress) : undefined
    if (event) totals = shift(totals, event, 1n)
    const { totalAssets, totalShares } = totals
    if (event?.kind === 'paid') {
      payouts.push({ ...place, totalAssets, totalShares, seconds: event.seconds, reward: event.assets })
      payout = place
    }
    if (place.block <= head.number - settled) cursor = { ...place, totalAssets, totalShares, payout }
  }
  return { payouts, vault: totals, cursor }
}
