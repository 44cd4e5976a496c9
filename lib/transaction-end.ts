import {
  type Hash,
  isAddressEqual,
  type Transaction,
  TransactionNotFoundError,
  type TransactionReceipt,
  TransactionReceiptNotFoundError,
} from 'viem'
import { type AskBatch, isPending, readBatchEnd, readStatus } from './batch-end'
import type { Client } from './rpc'
import { readSafeEnd } from './safe-end'
import { readPlace, readSafeNonce } from './safe-nonce'
import { findSpenders } from './spender'
import { type Asked, type End, lag, type Open } from './transaction'

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

/** True when the account's nonce was past `nonce` in a certain block. False as well where that can't be said. */
const isPast = (client: Client, { account: address }: Asked, nonce: number, blockNumber: bigint): Promise<boolean> =>
  client.getTransactionCount({ address, blockNumber }).then(
    (count) => count > nonce,
    () => false,
  )

/** Of questions that no node has shown: the last nonce that has been searched, so that each is searched once. */
const searched = new Map<string, number>()

/**
 * What took the nonces from `asked.nonce` on, `spent` being the first that is free: ours wherever it is, else what took its
 * place. Of one that no node has shown, the nonce is not certain: its wallet may have had others waiting before it.
 */
async function endOfSpent(client: Client, asked: Asked, spent: number): Promise<End> {
  const { account, nonce: first, block, data, hashes, isSeen } = asked
  const key = `${account} ${first} ${block} ${data} ${hashes[0]}`
  const highest = isSeen ? first : first + ahead
  const last = Math.min(highest, spent - 1)
  if (!isSeen && searched.get(key) === last) return { kind: 'unseen' }
  const head = await client.getBlockNumber({ cacheTime: 0 })
  const found = await findSpenders(client, { ...asked, first, last }, head)
  const ours = [...found.values()].find((each) => isOurs(asked, each))
  if (ours) {
    const receipt = await receiptOf(client, ours.hash)
    return receipt ? ofReceipt(receipt) : { kind: 'waiting', nonce: ours.nonce, hash: ours.hash }
  }
  const inPlace = found.get(last)
  if (isSeen && inPlace) return { kind: isEmpty(inPlace) ? 'cancelled' : 'superseded', hash: inPlace.hash }
  // The blocks that were searched may be of a node that lags behind the one that gave the nonce, or has just made one.
  const isSettled = await isPast(client, asked, last, head - lag)
  // Without a hash it may never have been sent, and then nothing took its place.
  if (!isSettled || last < highest || hashes.length === 0) {
    if (isSettled) searched.set(key, last)
    return { kind: 'unseen' }
  }
  const instead = found.get(first)
  return instead && found.size > last - first ? { kind: 'superseded', hash: instead.hash } : { kind: 'unfound' }
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
  if (!hash || (turn + 1) % (isWaiting ? 3 : 2) === 0)
    return (await client.getTransactionCount({ address, blockTag: 'latest' })) > nonce ? null : end
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
