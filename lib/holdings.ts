import { type Address, type ContractFunctionParameters, isAddressEqual, zeroAddress } from 'viem'
import type { AddressBook } from './address-book'
import { queueAt } from './contracts'
import { network } from './network'
import { type PositionAnswers, type Purse, positionCalls, toPosition } from './position'
import { type Protocol, type ProtocolAnswers, protocolCalls, toProtocol } from './protocol'
import { mostKnown, type Ticket } from './redemption'
import { type Client, maybe, must } from './rpc'
import { type Info, toTicket } from './ticket-ids'

/** All that is kept fresh while somebody is connected, at one block. */
export type Holdings = {
  protocol: Protocol
  position: Purse
  /** Tickets the account holds. */
  count: bigint
  /** Null: it holds others than the known ones. */
  tickets: readonly Ticket[] | null
}

type Answer<T> = Parameters<typeof must<T>>[0]

/** Under what name the ids of an account's tickets are kept. */
export const ticketsKey = ({ redemptionQueue }: AddressBook, account: Address): string =>
  [network.l2.id, redemptionQueue, account.toLowerCase()].join(' ')

/**
 * The protocol and all an account has, in one request, at the newest block unless `blockNumber` is given: the count says whether
 * the tickets known by id are all of them. Throws when the RPC fails.
 */
export async function readHoldings(
  client: Client,
  book: AddressBook,
  account: Address,
  known: readonly bigint[],
  blockNumber?: bigint,
): Promise<Holdings> {
  const queue = queueAt(book.redemptionQueue ?? zeroAddress)
  const ids = book.redemptionQueue ? known.slice(0, mostKnown) : []
  const [all, own] = [protocolCalls(book), positionCalls(book, account)]
  const contracts: ContractFunctionParameters[] = [
    ...all,
    ...own,
    { ...queue, functionName: 'balanceOf', args: [account] },
    ...ids.map((id) => ({ ...queue, functionName: 'ownerOf', args: [id] })),
    ...ids.map((id) => ({ ...queue, functionName: 'nftInformation', args: [id] })),
  ]
  // A list that is fixed in part only is more than viem's types can follow.
  const answers: unknown[] = await client.multicall({ batchSize: 0, blockNumber, contracts })
  const next = <T>(count: number) => answers.splice(0, count) as T
  const protocol = toProtocol(book, next<ProtocolAnswers>(all.length))
  const position = toPosition(book, account, next<PositionAnswers>(own.length))
  const [held] = next<[Answer<bigint>]>(1)
  const owners = next<Answer<Address>[]>(ids.length)
  const tickets = next<Answer<Info>[]>(ids.length)
    .map((info, i) => ({ owner: owners[i] && maybe(owners[i]), ticket: toTicket(ids[i] ?? 0n, must(info)) }))
    .flatMap(({ owner, ticket }) => (owner && isAddressEqual(owner, account) ? [ticket] : []))
  const count = book.redemptionQueue ? must(held) : 0n
  return { protocol, position, count, tickets: BigInt(tickets.length) === count ? tickets : null }
}
