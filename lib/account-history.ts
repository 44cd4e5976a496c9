import { type Address, type Hex, pad } from 'viem'
import { type Cursor, isAfter, isSame, placeOf, replay, type Spot } from './account-cursor'
import { type Deed, toDeeds } from './account-events'
import { type AccountLog, accountEvents } from './account-logs'
import type { AddressBook } from './address-book'
import { minter, vault } from './contracts'
import { type Place, settled } from './logbook'
import { type Reading, readLogs } from './logs'
import { type Payments, paymentsOf, readOtherHalves, readPayments } from './mint-payments'
import { network } from './network'
import type { Accrual } from './rewards'
import type { Block, Client } from './rpc'
import type { Vault } from './shares'
import { readSeconds } from './vault-events'

/** A deed and its time (unix seconds). */
export type Dated = Deed & { seconds: number }

/** A payout with the hash of its block, which stands for all that came before it. */
export type Milestone = Accrual & Place

/** The protocol's past as the server has read it: every payout, and the block of the first event. */
export type Past = { payouts: readonly Milestone[]; since: bigint }

/** What is kept between visits: what the account did up to the cursor, and who paid for the mints after it. */
export type Kept = { cursor: Cursor; deeds: readonly Dated[]; payments: Payments }

/** Where something is kept; the browser decides. A store that fails to read gives undefined. */
export type Store<T> = { read(key: string): Promise<T | undefined>; write(key: string, kept: T): Promise<void> }

/** All that an account did up to a block, every payout up to there, and the vault as it is there. */
export type AccountHistory = {
  block: Block
  account: Address
  deeds: readonly Dated[]
  payouts: readonly Accrual[]
  vault: Vault
}

type Source = { client: Client; book: AddressBook; account: Address; past: Past; head: Block; store: Store<Kept> }

const addressesOf = ({ vesting, redemptionQueue }: AddressBook): Address[] =>
  [vault.address, minter.address, vesting, redemptionQueue].filter((address) => address !== null)

async function date(client: Client, deeds: readonly Deed[], logs: readonly AccountLog[]): Promise<Dated[]> {
  const known = new Map(logs.map((log) => [log.blockNumber, log.blockTimestamp]))
  const times = new Map<bigint, number>()
  for (const { block } of deeds)
    if (!times.has(block))
      times.set(block, await readSeconds(client, { blockNumber: block, blockTimestamp: known.get(block) }))
  return deeds.map((deed) => ({ ...deed, seconds: times.get(deed.block) ?? 0 }))
}

/** What the account did in a range, asked for by its name in the first, the second and the third topic, and as who pays for mints. */
async function readOwn({ client, book, account }: Source, from: bigint, to: bigint, reading: Reading) {
  const own: Hex = pad(account)
  const places = [[own], [null, own], [null, null, own]]
  const named = places.map((topics) => ({ address: addressesOf(book), events: accountEvents, topics }))
  const asked = [...named, paymentsOf(account)]
  const done = asked.map(() => 0)
  const logs = await Promise.all(
    asked.map((wanted, i) =>
      readLogs(
        client,
        { ...wanted, from, to },
        {
          signal: reading.signal,
          onProgress: (fraction) => {
            done[i] = fraction
            reading.onProgress?.(done.reduce((sum, each) => sum + each, 0) / asked.length)
          },
        },
      ),
    ),
  )
  const found = logs.flat()
  const all = [...found, ...(await readOtherHalves(client, account, found, reading))]
  return date(client, toDeeds(all, account), all)
}

type Start = { cursor: Cursor | null; deeds: readonly Dated[]; payments: Payments }

/** Where to begin without anything kept: at the newest settled payout, with what the account did up to there. */
async function readStart(source: Source, reading: Reading): Promise<Start> {
  const { past, head } = source
  const payout = past.payouts.findLast(({ block }) => block <= head.number - settled)
  if (!payout) return { cursor: null, deeds: [], payments: new Map() }
  const { block, index, hash, totalAssets, totalShares } = payout
  const cursor = { block, index, hash, totalAssets, totalShares, payout: { block, index, hash } }
  const deeds = await readOwn(source, past.since, block, reading)
  return { cursor, deeds: deeds.filter((deed) => !isAfter(deed, cursor)), payments: new Map() }
}

/** Under which name an account's history is kept. */
export const historyKey = (account: Address): string => [network.l2.id, vault.address, account.toLowerCase()].join(' ')

/**
 * From the cursor on, whatever happened to the vault, and with it what the account did: one request when that is not long ago,
 * and one more where something was minted since the last time. Null: this chain has no such log.
 */
async function readFrom(source: Source, { cursor, deeds, payments: known }: Start, { signal }: Reading) {
  const { client, book, account, past, head } = source
  const range = { from: cursor?.block ?? past.since, to: head.number }
  const logs = await readLogs(client, { address: addressesOf(book), events: accountEvents, ...range }, { signal })
  if (cursor && !logs.some((log) => isSame(placeOf(log), cursor))) return null
  const isNew = (place: Spot) => !cursor || isAfter(place, cursor)
  const tail = logs.filter((log) => isNew(placeOf(log)))
  const payments = await readPayments({ client, account, head, logs: tail, known }, { signal })
  const all = [...logs, ...[...payments.values()].flat()]
  const fresh = await date(client, toDeeds(all, account).filter(isNew), all)
  const before = past.payouts.filter((payout) => !isNew(payout))
  return { deeds: [...deeds, ...fresh], payments, before, ...(await replay(source, cursor, tail)) }
}

/** The server's payouts up to the cursor are those that were there when it was set. */
const agrees = ({ cursor }: Kept, { payouts }: Past): boolean =>
  isSame(payouts.findLast((payout) => !isAfter(payout, cursor)) ?? null, cursor.payout)

/**
 * Everything an account did, from the logs that name it. What lies before a settled log is kept and never asked for again;
 * what the chain no longer has is forgotten. Throws when the RPC fails or knows another chain than the server.
 */
export async function readAccountHistory(source: Source, reading: Reading = {}): Promise<AccountHistory> {
  const { account, past, head, store } = source
  const key = historyKey(account)
  const kept = await store.read(key)
  const found =
    (kept && agrees(kept, past) && (await readFrom(source, kept, reading))) ||
    (await readFrom(source, await readStart(source, reading), reading))
  if (!found) throw new Error('This RPC knows another chain than the one the payouts were read from')
  const { cursor, deeds, payments, before, payouts, vault: now } = found
  if (cursor) await store.write(key, { cursor, deeds: deeds.filter((deed) => !isAfter(deed, cursor)), payments })
  return { block: head, account, deeds, payouts: [...before, ...payouts], vault: now }
}
