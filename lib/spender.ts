import { type Address, isAddressEqual, type Transaction } from 'viem'
import type { Client } from './rpc'

type Wanted = { account: Address; nonce: number; after: bigint }

/** Blocks read one by one, from the newest, where an RPC keeps no older state to search by. */
const readable = 256n

const inBlock = async (client: Client, number: bigint, { account, nonce }: Wanted): Promise<Transaction | null> => {
  const { transactions } = await client.getBlock({ blockNumber: number, includeTransactions: true })
  return transactions.find((each) => isAddressEqual(each.from, account) && each.nonce === nonce) ?? null
}

/** The block after which the account's nonce had grown past the wanted one: a search by halves. Throws without old state. */
async function searchState(client: Client, { account, nonce, after }: Wanted, head: bigint): Promise<bigint> {
  let [low, high] = [after, head]
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    const count = await client.getTransactionCount({ address: account, blockNumber: middle })
    if (count > nonce) high = middle
    else low = middle
  }
  return high
}

async function searchBlocks(client: Client, wanted: Wanted, head: bigint): Promise<Transaction | null> {
  const last = head - readable > wanted.after ? head - readable : wanted.after
  for (let number = head; number > last; number -= 1n) {
    const found = await inBlock(client, number, wanted)
    if (found) return found
  }
  return null
}

/** The mined transaction of an account with a nonce, in a block after `after`; null when it could not be found. Throws when the RPC fails. */
export async function findSpender(client: Client, wanted: Wanted): Promise<Transaction | null> {
  const head = await client.getBlockNumber({ cacheTime: 0 })
  const number = await searchState(client, wanted, head).catch(() => null)
  const found = number === null ? null : await inBlock(client, number, wanted)
  return found ?? searchBlocks(client, wanted, head)
}
