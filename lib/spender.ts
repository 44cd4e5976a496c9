import { isAddressEqual, type Transaction } from 'viem'
import { readAnswered } from './answered'
import type { Client } from './rpc'
import type { Asked } from './transaction'

/** What was asked for, and the nonces to look for: `first` to `last`. */
type Wanted = Pick<Asked, 'account' | 'to' | 'data' | 'block'> & { first: number; last: number }

/** Blocks read one by one, from the newest, where an RPC keeps no older state to search by. */
const readable = 256n

const blockOf = async (client: Client, number: bigint): Promise<readonly Transaction[]> =>
  (await client.getBlock({ blockNumber: number, includeTransactions: true })).transactions

/** The block after which the account's nonce had grown past `nonce`: a search by halves. Throws without old state. */
async function searchState(client: Client, { account, block }: Wanted, nonce: number, head: bigint): Promise<bigint> {
  let [low, high] = [block, head]
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    const count = await client.getTransactionCount({ address: account, blockNumber: middle })
    if (count > nonce) high = middle
    else low = middle
  }
  return high
}

/**
 * The mined transactions of an account by their nonces, as far as they can be found after the block of the question and up to
 * `head`: by old state, else by what the called contract told, else in the newest blocks. Throws when the RPC fails.
 */
export async function findSpenders(
  client: Client,
  wanted: Wanted,
  head: bigint,
): Promise<ReadonlyMap<number, Transaction>> {
  const { account, block, first, last } = wanted
  const found = new Map<number, Transaction>()
  const keep = (all: readonly Transaction[]) => {
    for (const one of all)
      if (isAddressEqual(one.from, account) && one.nonce >= first && one.nonce <= last) found.set(one.nonce, one)
  }
  const isMissing = () => found.size <= last - first
  for (let nonce = first; nonce <= last; nonce += 1) {
    const number = await searchState(client, wanted, nonce, head).catch(() => null)
    if (number === null) break
    if (!found.has(nonce)) keep(await blockOf(client, number))
  }
  if (isMissing() && head > block) keep(await readAnswered(client, wanted, { from: block + 1n, to: head }))
  const oldest = head - readable > block ? head - readable : block
  for (let number = head; number > oldest && isMissing(); number -= 1n) keep(await blockOf(client, number))
  return found
}
