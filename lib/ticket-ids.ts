import { type Address, getAbiItem, isAddressEqual } from 'viem'
import { redemptionQueueAbi } from '@/abi/redemption-queue'
import { queueAt } from './contracts'
import type { Ticket } from './redemption'
import { type Client, maybe, must } from './rpc'

/** The queue as one block knew it, so that several requests make one snapshot. */
export type QueueView = { client: Client; queue: Address; blockNumber: bigint }

/** Ids asked for in one request: some 8,000 gas and 300 bytes each for an owner, twice that for a whole ticket. */
const owners = 1_000
const infos = 400
/** Ids 0, 1, 3, 7… up to half a trillion. */
const doublings = Array.from({ length: 40 }, (_, i) => 2n ** BigInt(i) - 1n)

/** The answer to `nftInformation`. */
export type Info = readonly [
  isRedeemed: boolean,
  maturity: bigint,
  amount: bigint,
  cancelFee: bigint,
  unlock: bigint,
  token: Address,
  lp: bigint,
  isClaimed: boolean,
]

/** A ticket from the answer to `nftInformation`. */
export const toTicket = (id: bigint, info: Info): Ticket => {
  const [isRedeemed, maturity, amount, cancelFee, unlock, token, lp, isClaimed] = info
  return { id, amount, maturity, cancelFee, isRedeemed, lp: lp > 0n ? { token, amount: lp, unlock, isClaimed } : null }
}

/** So many ids from one downwards; none below 0. */
const descending = (from: bigint, count: number): bigint[] =>
  Array.from(
    { length: Math.max(0, Number(from < BigInt(count) ? from + 1n : BigInt(count))) },
    (_, i) => from - BigInt(i),
  )

/** The calls behind {@link toTickets}. */
export const ticketCalls = (queue: Address, ids: readonly bigint[]) =>
  ids.map((id) => ({ ...queueAt(queue), functionName: 'nftInformation', args: [id] }) as const)

/** The tickets of these ids; one that was never issued is left out, one that is gone is not. Throws when a call failed. */
export const toTickets = (ids: readonly bigint[], answers: readonly Parameters<typeof must<Info>>[0][]): Ticket[] =>
  // A ticket has a maturity from the moment it is issued, and for ever.
  answers.map((answer, i) => toTicket(ids[i] ?? 0n, must(answer))).filter(({ maturity }) => maturity > 0n)

/** {@link toTickets}, one request per 400 ids. */
export async function readTicketsOf(
  { client, queue, blockNumber }: QueueView,
  ids: readonly bigint[],
): Promise<Ticket[]> {
  if (ids.length === 0) return []
  return toTickets(ids, await client.multicall({ contracts: ticketCalls(queue, ids), blockNumber, batchSize: 0 }))
}

/** Which of these ids the account owns; an id that is unknown or burnt has no owner and reverts. One request. */
export async function readOwned(view: QueueView, account: Address, ids: readonly bigint[]): Promise<bigint[]> {
  if (ids.length === 0) return []
  const answers = await view.client.multicall({
    contracts: ids.map((id) => ({ ...queueAt(view.queue), functionName: 'ownerOf', args: [id] }) as const),
    blockNumber: view.blockNumber,
    batchSize: 0,
  })
  return ids.filter((_, i) => {
    const answer = answers[i]
    const owner = answer && maybe(answer)
    return owner ? isAddressEqual(owner, account) : false
  })
}

/**
 * An id at or above the newest issued one, at most one request's worth above it; -1 when none was issued.
 * Ids are dense, so doubling brackets the newest one and each further request cuts the bracket to a 400th.
 */
export async function readCeiling(view: QueueView): Promise<bigint> {
  let [low, high] = [-1n, 2n ** 40n]
  let asked = doublings
  for (;;) {
    const used = (await readTicketsOf(view, asked)).map(({ id }) => id)
    low = used.at(-1) ?? low
    high = asked.find((id) => id > low) ?? high
    if (high - low <= BigInt(infos)) return high - 1n
    const [from, width] = [low, high - low]
    const count = BigInt(Math.min(infos, Number(width) - 1))
    asked = Array.from({ length: Number(count) }, (_, i) => from + (width * BigInt(i + 1)) / (count + 1n))
  }
}

const received = getAbiItem({ abi: redemptionQueueAbi, name: 'Transfer' })

/** Every id the account was ever sent, newest first: requested, received or bought. Null when the RPC refuses the logs. */
export async function readReceived(view: QueueView, account: Address): Promise<bigint[] | null> {
  const { client, queue, blockNumber } = view
  // One request for all blocks: where that is refused, asking the contract for ids is cheaper than many ranges.
  const query = { address: queue, event: received, args: { to: account }, strict: true } as const
  const logs = await client.getLogs({ ...query, fromBlock: 0n, toBlock: blockNumber }).catch(() => null)
  return logs && [...new Set(logs.map(({ args }) => args.tokenId))].sort((a, b) => (a < b ? 1 : -1))
}

/** The account's `balance` ids without any logs, newest first: asks for the owners downwards until all are found. */
export async function searchOwned(view: QueueView, account: Address, balance: bigint, top: bigint): Promise<bigint[]> {
  const found: bigint[] = []
  for (let from = top; from >= 0n && BigInt(found.length) < balance; from -= BigInt(owners))
    found.push(...(await readOwned(view, account, descending(from, owners))))
  return found
}

/** The ids of one request for whole tickets, from one downwards. */
export const pageFrom = (from: bigint): bigint[] => descending(from, infos)

/** Open tickets found from the newest downwards, which has the id `newest`. `isAll`: older ones need not be looked at. */
type Later = { open: readonly Ticket[]; isAll: boolean; newest: bigint | null }

/** What {@link withPage} begins with. */
export const noPage: Later = { open: [], isAll: false, newest: null }

/**
 * What the tickets of the next page add. All are there when the open ones add up to all that is `owed`, or at one that was never
 * sped up and matures by `cutoff` (unix seconds): older ones mature earlier still, unless the queue was longer when they were
 * issued, and leaving such a one out makes the wait look worse, never better.
 */
export function withPage({ open, newest }: Later, page: readonly Ticket[], cutoff: bigint, owed: bigint): Later {
  const found = [...open, ...page.filter(({ isRedeemed }) => !isRedeemed)]
  const sum = found.reduce((total, { amount }) => total + amount, 0n)
  const isAll = sum >= owed || page.some(({ lp, maturity }) => lp === null && maturity <= cutoff)
  return { open: found, isAll, newest: newest ?? page[0]?.id ?? null }
}

/** Pages from `top` downwards until no open ticket that matures after `cutoff` is missing. */
export async function readLater(view: QueueView, top: bigint, cutoff: bigint, owed: bigint): Promise<Later> {
  let later = noPage
  for (let from = top; from >= 0n && !later.isAll; from -= BigInt(infos))
    later = withPage(later, await readTicketsOf(view, pageFrom(from)), cutoff, owed)
  return later
}
