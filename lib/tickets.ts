import { type Address, type Log, parseEventLogs, zeroAddress } from 'viem'
import { redemptionQueueAbi } from '@/abi/redemption-queue'
import type { AddressBook } from './address-book'
import { queueAt, tokenAt } from './contracts'
import { queueCalls, toQueue } from './queue'
import type { LpHolding } from './redeem-quote'
import { owedAhead, type Queue, type Ticket } from './redemption'
import { type Block, blockCalls, type Client, maybe, must, toBlock } from './rpc'
import {
  noPage,
  type QueueView,
  readCeiling,
  readLater,
  readOwned,
  readReceived,
  readTicketsOf,
  searchOwned,
} from './ticket-ids'

/** A ticket the account holds. `ahead`: METIS owed to those that can be paid before it; null for a redeemed one. */
export type HeldTicket = Ticket & { ahead: bigint | null }

/** The account's tickets and the queue at one block. */
export type Tickets = {
  block: Block
  account: Address
  /** Null: this deployment has no redemption queue. */
  queue: Queue | null
  /** Newest first, however they came to the account. */
  held: readonly HeldTicket[]
  /** Tokens that bring a ticket forward, of those asked about, and what the account has of each. */
  lps: readonly LpHolding[]
  /** How the tickets were found. `none`: the account holds none, so nothing was searched. */
  foundBy: 'none' | 'logs' | 'ids'
  /** The newest id that was issued; null: it was not looked for. */
  newest: bigint | null
}

/** The calls behind {@link toLpHoldings}. */
export const lpCalls = (queue: Address, account: Address, tokens: readonly Address[]) =>
  tokens.flatMap(
    (token) =>
      [
        { ...queueAt(queue), functionName: 'lpFactors', args: [token] },
        { ...tokenAt(token), functionName: 'balanceOf', args: [account] },
        { ...tokenAt(token), functionName: 'allowance', args: [account, queue] },
      ] as const,
  )

/** What the account has of each token that brings a ticket forward now. */
export function toLpHoldings(
  tokens: readonly Address[],
  answers: readonly Parameters<typeof maybe<bigint>>[0][],
): LpHolding[] {
  const amounts = answers.map((answer) => maybe(answer) ?? 0n)
  return tokens
    .map((token, i) => {
      const [factor = 0n, balance = 0n, allowance = 0n] = amounts.slice(i * 3, i * 3 + 3)
      return { token, factor, balance, allowance }
    })
    .filter(({ factor }) => factor > 0n)
}

/** {@link toLpHoldings}, in one request. */
export async function readLpHoldings(
  view: QueueView,
  account: Address,
  tokens: readonly Address[],
): Promise<LpHolding[]> {
  const { client, queue, blockNumber } = view
  if (tokens.length === 0) return []
  const contracts = lpCalls(queue, account, tokens)
  return toLpHoldings(tokens, await client.multicall({ contracts, blockNumber, batchSize: 0 }))
}

/** The ids that the account owns, as logs tell. Null when they are refused or do not add up to its balance. */
async function readLogged(view: QueueView, account: Address, balance: bigint): Promise<bigint[] | null> {
  const received = await readReceived(view, account)
  const owned = received && (await readOwned(view, account, received))
  return owned && BigInt(owned.length) === balance ? owned : null
}

/** From when on (unix seconds) others can be paid later than every open one of these; null: none is open. */
export function cutoffOf(tickets: readonly Ticket[], now: bigint): bigint | null {
  const open = tickets.filter(({ isRedeemed }) => !isRedeemed).map(({ maturity }) => (maturity > now ? maturity : now))
  return open.length > 0 ? open.reduce((least, time) => (time < least ? time : least)) : null
}

/** Tickets with what is owed before them; `later`: open ones, among them all that are paid later. */
export const withAhead = (tickets: readonly Ticket[], later: readonly Ticket[], owed: bigint, now: bigint) =>
  tickets.map((each): HeldTicket => ({ ...each, ahead: each.isRedeemed ? null : owedAhead(each, now, owed, later) }))

async function readHeld(view: QueueView, account: Address, balance: bigint, { owed }: Queue, now: bigint) {
  const [top, logged] = await Promise.all([readCeiling(view), readLogged(view, account, balance)])
  const tickets = await readTicketsOf(view, logged ?? (await searchOwned(view, account, balance, top)))
  const cutoff = cutoffOf(tickets, now)
  const { open, newest } = cutoff === null ? noPage : await readLater(view, top, cutoff, owed)
  return { held: withAhead(tickets, open, owed, now), foundBy: logged ? 'logs' : 'ids', newest } as const
}

/**
 * All tickets of an account, all at one block: one request when it holds none, about six when it does.
 * @param lpTokens candidates for speeding up, as the market snapshot found them; those without a factor are left out
 */
export async function readTickets(
  client: Client,
  book: AddressBook,
  account: Address,
  lpTokens: readonly Address[] = [],
): Promise<Tickets> {
  const { redemptionQueue } = book
  const [number, seconds, balance, ...answers] = await client.multicall({
    batchSize: 0,
    contracts: [
      ...blockCalls,
      { ...queueAt(redemptionQueue ?? zeroAddress), functionName: 'balanceOf', args: [account] },
      ...queueCalls(book),
    ],
  })
  const block = toBlock(must(number), must(seconds))
  const queue = toQueue(book, answers)
  const none = { block, account, queue, held: [], lps: [], foundBy: 'none', newest: null } as const
  const count = queue ? must(balance) : 0n
  if (!queue || count === 0n) return none
  const view = { client, queue: queue.address, blockNumber: block.number }
  const [found, lps] = await Promise.all([
    readHeld(view, account, count, queue, BigInt(block.seconds)),
    readLpHoldings(view, account, lpTokens),
  ])
  return { ...none, ...found, lps }
}

/** The id of the ticket that a mined request made, from its receipt's logs; another request may have taken the simulated one. */
export const ticketIdOf = (logs: readonly Log[]): bigint | null =>
  parseEventLogs({ abi: redemptionQueueAbi, logs: [...logs], eventName: 'EnterRedemptionQueue' })[0]?.args.nftId ?? null
