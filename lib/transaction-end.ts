import {
  type Hash,
  isAddressEqual,
  type Transaction,
  TransactionNotFoundError,
  type TransactionReceipt,
  TransactionReceiptNotFoundError,
} from 'viem'
import { type AskBatch, readBatchEnd } from './batch-end'
import type { Client } from './rpc'
import { readSafeEnd } from './safe-end'
import { findSpender } from './spender'
import type { Asked, End } from './transaction'

/** Nonces above the expected one that are looked at, in case the wallet had others waiting. */
const ahead = 16

const orNull =
  (missing: typeof TransactionNotFoundError | typeof TransactionReceiptNotFoundError) =>
  (error: unknown): null => {
    if (error instanceof missing) return null
    throw error
  }

const receiptOf = (client: Client, hash: Hash): Promise<TransactionReceipt | null> =>
  client.getTransactionReceipt({ hash }).catch(orNull(TransactionReceiptNotFoundError))

const transactionOf = (client: Client, hash: Hash): Promise<Transaction | null> =>
  client.getTransaction({ hash }).catch(orNull(TransactionNotFoundError))

/** The first of several answers that is there. */
async function firstOf<T>(hashes: readonly Hash[], read: (hash: Hash) => Promise<T | null>): Promise<T | null> {
  for (const hash of hashes.toReversed()) {
    const found = await read(hash)
    if (found) return found
  }
  return null
}

const ofReceipt = ({ status, transactionHash, blockNumber, logs }: TransactionReceipt): End => ({
  kind: status === 'success' ? 'mined' : 'reverted',
  hash: transactionHash,
  block: blockNumber,
  logs,
})

const isOurs = ({ to, data }: Asked, found: Transaction): boolean =>
  found.to !== null && isAddressEqual(found.to, to) && found.input === data

const isEmpty = ({ from, to, input, value }: Transaction): boolean =>
  to !== null && isAddressEqual(from, to) && input === '0x' && value === 0n

/** What took the nonces from `asked.nonce` on, up to `spent` of them: ours wherever it is, else what took its place. */
async function endOfSpent(client: Client, asked: Asked, spent: number): Promise<End> {
  const last = asked.isSeen ? asked.nonce + 1 : Math.min(spent, asked.nonce + ahead)
  let inPlace: Transaction | null = null
  for (let nonce = asked.nonce; nonce < last; nonce += 1) {
    const found = await findSpender(client, { account: asked.account, nonce, after: asked.block })
    if (found && isOurs(asked, found)) {
      const receipt = await receiptOf(client, found.hash)
      return receipt ? ofReceipt(receipt) : { kind: 'waiting', nonce, hash: found.hash }
    }
    inPlace ??= found
  }
  // Without a hash it may never have been sent, and then nothing took its place.
  if (!inPlace || asked.hashes.length === 0) return { kind: 'unseen' }
  return { kind: isEmpty(inPlace) ? 'cancelled' : 'superseded', hash: inPlace.hash }
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
