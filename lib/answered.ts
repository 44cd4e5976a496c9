import { type AbiEvent, erc20Abi, type Hex, pad, size, slice, type Transaction } from 'viem'
import { eMetisMinterAbi } from '@/abi/e-metis-minter'
import { redemptionQueueAbi } from '@/abi/redemption-queue'
import { seMetisAbi } from '@/abi/se-metis'
import { vestingAbi } from '@/abi/vesting'
import { readLogs } from './logs'
import type { Client } from './rpc'
import type { Asked } from './transaction'

/** Everything our contracts say of an account. */
const ourEvents: readonly AbiEvent[] = [
  ...erc20Abi,
  ...seMetisAbi,
  ...eMetisMinterAbi,
  ...redemptionQueueAbi,
  ...vestingAbi,
].filter((item) => item.type === 'event')

/** Blocks, both ends among them. */
export type Range = { from: bigint; to: bigint }

/** The first argument of a call: some events name that instead of the account, such as a ticket or who is given something. */
const firstOf = (data: Hex): Hex[] => (size(data) >= 36 ? [slice(data, 4, 36)] : [])

/**
 * The transactions that a contract answered, in a range of blocks, with an event about the account or about what the call names
 * first. Takes no old state. Throws when the RPC fails.
 */
export async function readAnswered(
  client: Client,
  { account, to, data }: Pick<Asked, 'account' | 'to' | 'data'>,
  range: Range,
): Promise<Transaction[]> {
  const places = [[[pad(account), ...firstOf(data)]], [null, pad(account)], [null, null, pad(account)]]
  const found = await Promise.all(
    places.map((topics) => readLogs(client, { address: to, events: ourEvents, topics, ...range })),
  )
  const hashes = new Set(found.flat().map(({ transactionHash }) => transactionHash))
  return Promise.all([...hashes].map((hash) => client.getTransaction({ hash })))
}
