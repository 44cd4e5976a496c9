import {
  type Hash,
  type Transaction,
  TransactionNotFoundError,
  type TransactionReceipt,
  TransactionReceiptNotFoundError,
} from 'viem'
import type { Client } from './rpc'
import type { Final } from './transaction'

const orNull =
  (missing: typeof TransactionNotFoundError | typeof TransactionReceiptNotFoundError) =>
  (error: unknown): null => {
    if (error instanceof missing) return null
    throw error
  }

/** The receipt of a hash; null: the node has none. One request. Throws when the RPC fails. */
export const receiptOf = (client: Client, hash: Hash): Promise<TransactionReceipt | null> =>
  client.getTransactionReceipt({ hash }).catch(orNull(TransactionReceiptNotFoundError))

/** The transaction of a hash, mined or not; null: the node has none. One request. Throws when the RPC fails. */
export const transactionOf = (client: Client, hash: Hash): Promise<Transaction | null> =>
  client.getTransaction({ hash }).catch(orNull(TransactionNotFoundError))

/** The end that a receipt tells of. */
export const ofReceipt = ({ status, transactionHash, blockNumber, logs }: TransactionReceipt): Final => ({
  kind: status === 'success' ? 'mined' : 'reverted',
  hash: transactionHash,
  block: blockNumber,
  logs,
})
