import type { Hash } from 'viem'
import { type AskBatch, isPending, readBatchEnd, readStatus } from './batch-end'
import { ofReceipt, receiptOf, transactionOf } from './receipt'
import type { Client } from './rpc'
import { readSafeEnd } from './safe-end'
import { readPlace, readSafeNonce } from './safe-nonce'
import { endOfSpent, isToSearch } from './spent-nonce'
import type { Asked, End, Open } from './transaction'

/** The first of several answers that is there. */
async function firstOf<T>(hashes: readonly Hash[], read: (hash: Hash) => Promise<T | null>): Promise<T | null> {
  for (const hash of hashes.toReversed()) {
    const found = await read(hash)
    if (found) return found
  }
  return null
}

/**
 * Where a transaction stands, by its hashes and by its nonce: a replacement has another hash, and the node that is asked may
 * never have seen the first one. A batch is asked of the wallet as well, if that is there. Throws when the RPC fails.
 */
export async function readEnd(client: Client, asked: Asked, ask?: AskBatch): Promise<End> {
  if (asked.batch) return readBatchEnd(client, asked, ask)
  const receipt = await firstOf(asked.hashes, (hash) => receiptOf(client, hash))
  if (receipt) return ofReceipt(receipt)
  if (asked.isContract) return (await readSafeEnd(client, asked)) ?? { kind: 'signers' }
  const [known, spent] = await Promise.all([
    firstOf(asked.hashes, (hash) => transactionOf(client, hash)),
    client.getTransactionCount({ address: asked.account, blockTag: 'latest' }),
  ])
  const now = known ? { ...asked, nonce: known.nonce, isSeen: true } : asked
  if (spent > now.nonce) return endOfSpent(client, now, spent)
  if (known) return { kind: 'waiting', nonce: known.nonce, hash: known.hash }
  return { kind: asked.isSeen ? 'dropped' : 'unseen' }
}

/** The look before this one: what it found, and how many there had been. */
export type Before = { end: Open; turn: number }

/**
 * One request about an account of the ordinary kind: where it stands now; null: something became of it. One look in three is at
 * the nonce, in case a node goes on showing what has been replaced; every other one while no node has it.
 */
async function lookByNonce(client: Client, asked: Asked, { end, turn }: Before): Promise<Open | null> {
  const { account: address, nonce, hashes } = asked
  const hash = hashes.at(-1)
  const isWaiting = end.kind === 'waiting'
  if (!hash || (turn + 1) % (isWaiting ? 3 : 2) === 0) {
    const spent = await client.getTransactionCount({ address, blockTag: 'latest' })
    return spent > nonce && isToSearch(asked, spent, turn) ? null : end
  }
  const found = await transactionOf(client, hash)
  if (!found) return isWaiting ? null : end
  return found.blockNumber === null ? { kind: 'waiting', nonce: found.nonce, hash } : null
}

/**
 * One request about a contract account or a batch, as {@link lookByNonce}: a Safe's own nonce, what the wallet says, or the
 * receipt of what it gave. Only of a Safe that is enough; one look in three is a full one else.
 */
async function lookByPlace(client: Client, asked: Asked, { end, turn }: Before, ask?: AskBatch): Promise<Open | null> {
  const ours = await readPlace(client, asked)
  if (ours !== null) return ((await readSafeNonce(client, asked.account)) ?? 0n) > ours ? null : end
  if ((turn + 1) % 3 === 0) return null
  if (!asked.batch) return (await firstOf(asked.hashes, (hash) => receiptOf(client, hash))) ? null : end
  const said = await readStatus(asked, ask)
  return !said || isPending(said) ? end : null
}

/** As {@link readEnd}, but a look of one request at most where that shows nothing new. */
export async function lookAgain(client: Client, asked: Asked, before: Before | null, ask?: AskBatch): Promise<End> {
  if (!before) return readEnd(client, asked, ask)
  const look = asked.isContract || asked.batch ? lookByPlace : lookByNonce
  return (await look(client, asked, before, ask)) ?? readEnd(client, asked, ask)
}
