import { type Address, type ContractFunctionParameters, isAddressEqual, zeroAddress } from 'viem'
import type { AddressBook } from './address-book'
import { queueAt } from './contracts'
import { network } from './network'
import { type PositionAnswers, type Purse, positionCalls, toPosition } from './position'
import type { Ticket } from './redemption'
import { type Client, maybe, must } from './rpc'
import { type Info, toTicket } from './ticket-ids'

/** A position and the tickets beside it, at one block. `tickets` null: the account holds others than the known ones. */
export type Holdings = { position: Purse; tickets: readonly Ticket[] | null }

type Answer<T> = Parameters<typeof must<T>>[0]

/** Ids asked about in the one request; whoever holds more is asked for all of them each time. */
const most = 400

/** Under what name the ids of an account's tickets are kept. */
export const ticketsKey = ({ redemptionQueue }: AddressBook, account: Address): string =>
  [network.l2.id, redemptionQueue, account.toLowerCase()].join(' ')

/** All an account has, in one request: the contract's own count says whether the tickets known by id are all of them. */
export async function readHoldings(
  client: Client,
  book: AddressBook,
  account: Address,
  known: readonly bigint[],
): Promise<Holdings> {
  const queue = queueAt(book.redemptionQueue ?? zeroAddress)
  const ids = book.redemptionQueue ? known.slice(0, most) : []
  const own = positionCalls(book, account)
  const contracts: ContractFunctionParameters[] = [
    ...own,
    { ...queue, functionName: 'balanceOf', args: [account] },
    ...ids.map((id) => ({ ...queue, functionName: 'ownerOf', args: [id] })),
    ...ids.map((id) => ({ ...queue, functionName: 'nftInformation', args: [id] })),
  ]
  // A list that is fixed in part only is more than viem's types can follow.
  const [answers, at] = [await client.multicall({ batchSize: 0, contracts }), own.length + 1]
  const position = toPosition(book, account, answers.slice(0, own.length) as unknown as PositionAnswers)
  const owners = answers.slice(at, at + ids.length) as Answer<Address>[]
  const tickets = (answers.slice(at + ids.length) as Answer<Info>[])
    .map((info, i) => ({ owner: owners[i] && maybe(owners[i]), ticket: toTicket(ids[i] ?? 0n, must(info)) }))
    .flatMap(({ owner, ticket }) => (owner && isAddressEqual(owner, account) ? [ticket] : []))
  const count = book.redemptionQueue ? must(answers[own.length] as Answer<bigint>) : 0n
  return { position, tickets: BigInt(tickets.length) === count ? tickets : null }
}
