import { type Address, type Log, parseEventLogs, zeroAddress } from 'viem'
import { redemptionQueueAbi } from '@/abi/redemption-queue'
import type { AddressBook } from './address-book'
import { queueAt, tokenAt } from './contracts'
import { queueCalls, toQueue } from './queue'
import type { LpHolding } from './redeem-quote'
import { owedAhead, type Queue, type Ticket } from './redemption'
import { type Block, blockCalls, type Client, maybe, must, toBlock } from './rpc'
import {
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
}

/** What the account has of each token that brings a ticket forward now. One request. */
export async function readLpHoldings(
  view: QueueView,
  account: Address,
  tokens: readonly Address[],
): Promise<LpHolding[]> {
  const { client, queue, blockNumber } = view
  if (tokens.length === 0) return []
  const reads = tokens.flatMap(
    (token) =>
      [
        { ...queueAt(queue), functionName: 'lpFactors', args: [token] },
        { ...tokenAt(token), functionName: 'balanceOf', args: [account] },
        { ...tokenAt(token), functionName: 'allowance', args: [account, queue] },
      ] as const,
  )
  const answers = await client.multicall({ contracts: reads, blockNumber, batchSize: 0 })
  const amounts = answers.map((answer) => maybe<bigint>(answer) ?? 0n)
  return tokens
    .map((token, i) => {
      const [factor = 0n, balance = 0n, allowance = 0n] = amounts.slice(i * 3, i * 3 + 3)
      return { token, factor, balance, allowance }
    })
    .filter(({ factor }) => factor > 0n)
}

/** The ids that the account owns, as logs tell. Null when they are refused or do not add up to its balance. */
async function readLogged(view: QueueView, account: Address, balance: bigint): Promise<bigint[] | null> {
  const received = await readReceived(view, account)
  const owned = received && (await readOwned(view, account, received))
  return owned && BigInt(owned.length) === balance ? owned : null
}

async function readHeld(view: QueueView, account: Address, balance: bigint, queue: Queue, now: bigint) {
  const [top, logged] = await Promise.all([readCeiling(view), readLogged(view, account, balance)])
  const tickets = await readTicketsOf(view, logged ?? (await searchOwned(view, account, balance, top)))
  const from = (ticket: Ticket) => (ticket.maturity > now ? ticket.maturity : now)
  const open = tickets.filter(({ isRedeemed }) => !isRedeemed)
  const cutoff = open.map(from).reduce((least, time) => (time < least ? time : least), 2n ** 64n)
  const later = open.length > 0 ? await readLater(view, top, cutoff, queue.owed) : []
  const ahead = (ticket: Ticket) => (ticket.isRedeemed ? null : owedAhead(ticket, now, queue.owed, later))
  const held = tickets.map((ticket) => ({ ...ticket, ahead: ahead(ticket) }))
  return { held, foundBy: logged ? 'logs' : 'ids' } as const
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
  const none = { block, account, queue, held: [], lps: [], foundBy: 'none' } as const
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
