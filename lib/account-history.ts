import { type Address, type Hex, isAddressEqual, pad, zeroAddress } from 'viem'
import { type AccountLog, accountEvents, type Deed, toDeeds } from './account-events'
import type { AddressBook } from './address-book'
import { minter, vault } from './contracts'
import type { Place } from './logbook'
import { type Reading, readLogs } from './logs'
import { network } from './network'
import { shift } from './payouts'
import type { Accrual } from './rewards'
import type { Block, Client } from './rpc'
import type { Vault } from './shares'
import { readSeconds, toVaultEvent, type VaultLog } from './vault-events'

/** A deed and its time (unix seconds). */
export type Dated = Deed & { seconds: number }

/** A payout with the hash of its block, which stands for all that came before it. */
export type Milestone = Accrual & Place

/** The protocol's past as the server has read it: every payout, and the block of the first event. */
export type Past = { payouts: readonly Milestone[]; since: bigint }

/** What is kept between visits: what the account did before the block of a milestone. */
export type Kept = { milestone: Place; deeds: readonly Dated[] }

/** Where it is kept; the browser decides. A store that fails to read gives undefined. */
export type Store = { read(key: string): Promise<Kept | undefined>; write(key: string, kept: Kept): Promise<void> }

/** All that an account did up to a block, every payout up to there, and the vault as it is there. */
export type AccountHistory = {
  block: Block
  account: Address
  deeds: readonly Dated[]
  payouts: readonly Accrual[]
  vault: Vault
}

type Source = { client: Client; book: AddressBook; account: Address; past: Past; head: Block; store: Store }

/** Blocks below the newest one that a reorganisation can't reach. */
const settled = 64n

type Spot = Pick<Place, 'block' | 'index'>
const isAfter = (a: Spot, b: Spot) => a.block > b.block || (a.block === b.block && a.index > b.index)
const isSame = (a: Place, b: Place) => a.hash === b.hash && a.index === b.index

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

/** What the account did in a range, asked for by its name in the first, the second and the third topic. */
async function readOwn({ client, book, account }: Source, from: bigint, to: bigint, reading: Reading) {
  const own: Hex = pad(account)
  const places = [[own], [null, own], [null, null, own]]
  const done = places.map(() => 0)
  const logs = await Promise.all(
    places.map((topics, i) =>
      readLogs(
        client,
        { address: addressesOf(book), events: accountEvents, topics, from, to },
        {
          signal: reading.signal,
          onProgress: (fraction) => {
            done[i] = fraction
            reading.onProgress?.(done.reduce((sum, each) => sum + each, 0) / places.length)
          },
        },
      ),
    ),
  )
  const all = logs.flat()
  return date(client, toDeeds(all, account), all)
}

/** From a milestone on, whatever happened to the vault, and with it what the account did; one request when that is not long ago. */
async function readTail({ client, book, account, past, head }: Source, from: Milestone | null, { signal }: Reading) {
  const range = { from: from?.block ?? past.since, to: head.number }
  const logs = await readLogs(client, { address: addressesOf(book), events: accountEvents, ...range }, { signal })
  const isThere = !from || logs.some((log) => log.blockHash === from.hash && log.logIndex === from.index)
  return isThere ? { logs, deeds: await date(client, toDeeds(logs, account), logs) } : null
}

/** Null: this chain has no such milestone. `older`: what is known from before it; null: to be read. */
async function readFrom(source: Source, from: Milestone | null, older: readonly Dated[] | null, reading: Reading) {
  const before = older ?? (from ? await readOwn(source, source.past.since, from.block - 1n, reading) : [])
  const tail = await readTail(source, from, reading)
  return tail && { from, logs: tail.logs, deeds: [...before, ...tail.deeds] }
}

const isVaultLog = (log: AccountLog): log is Extract<AccountLog, VaultLog> =>
  isAddressEqual(log.address, vault.address) && log.eventName !== 'Deposit'

/** The vault after the tail, and the payouts in it, starting from the milestone's own totals. */
async function replay({ client, book }: Source, from: Milestone | null, logs: readonly AccountLog[]) {
  const payouts: Accrual[] = []
  let totals = { totalAssets: from?.totalAssets ?? 0n, totalShares: from?.totalShares ?? 0n, eMetisSupply: 0n }
  for (const log of logs.filter(isVaultLog)) {
    if (from && !isAfter({ block: log.blockNumber, index: log.logIndex }, from)) continue
    const event = await toVaultEvent(client, log, book.rewardDispatcher ?? zeroAddress)
    if (event) totals = shift(totals, event, 1n)
    if (event?.kind === 'paid') payouts.push({ ...event, ...totals, reward: event.assets })
  }
  return { payouts, vault: totals }
}

/**
 * Everything an account did, from the logs that name it. What lies before a settled payout is kept and never asked for again;
 * what the chain no longer has is forgotten. Throws when the RPC fails or knows another chain than the server.
 */
export async function readAccountHistory(source: Source, reading: Reading = {}): Promise<AccountHistory> {
  const { account, past, head, store } = source
  const key = [network.l2.id, vault.address, account.toLowerCase()].join(' ')
  const kept = await store.read(key)
  const known = kept && past.payouts.find((payout) => isSame(payout, kept.milestone))
  const newest = past.payouts.findLast(({ block }) => block <= head.number - settled) ?? null
  const found =
    (known && kept && (await readFrom(source, known, kept.deeds, reading))) ??
    (await readFrom(source, newest, null, reading))
  if (!found) throw new Error('This RPC knows another chain than the one the payouts were read from')
  const { from, logs, deeds } = found
  const { payouts, vault: now } = await replay(source, from, logs)
  if (newest) await store.write(key, { milestone: newest, deeds: deeds.filter(({ block }) => block < newest.block) })
  const before = from ? past.payouts.filter((payout) => !isAfter(payout, from)) : []
  return { block: head, account, deeds, payouts: [...before, ...payouts], vault: now }
}
