import { isAddressEqual, type Transaction } from 'viem'
import { ofReceipt, receiptOf } from './receipt'
import type { Client } from './rpc'
import { findSpenders } from './spender'
import { type Asked, type End, lag } from './transaction'

/** Nonces above the expected one that are looked at, in case the wallet had others waiting. */
const ahead = 16

/** What was searched last for a question: up to which nonce, and whether what is found there can still change. */
const searched = new Map<string, { last: number; isSettled: boolean }>()

const keyOf = ({ account, nonce, block, data, hashes, isSeen }: Asked): string =>
  [account, nonce, block, data, hashes[0], isSeen].join()

/** The highest nonce that the transaction can have; that of one which no node has shown is not certain. */
const highestOf = ({ nonce, isSeen }: Asked): number => (isSeen ? nonce : nonce + ahead)

const lastOf = (asked: Asked, spent: number): number => Math.min(highestOf(asked), spent - 1)

/**
 * False where these nonces have been searched and no more is to be found in them: ever, or until they are deep enough, for
 * which a look in twelve asks: there is one for each block. `turn` counts them.
 */
export function isToSearch(asked: Asked, spent: number, turn: number): boolean {
  const before = searched.get(keyOf(asked))
  if (before?.last !== lastOf(asked, spent)) return true
  return !before.isSettled && (turn + 1) % Number(lag) === 0
}

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

/**
 * What took the nonces from `asked.nonce` on, `spent` being the first that is free: ours wherever it is, else what took its
 * place. Of one that no node has shown, the nonce is not certain: its wallet may have had others waiting before it. Throws
 * when the RPC fails.
 */
export async function endOfSpent(client: Client, asked: Asked, spent: number): Promise<End> {
  const { nonce: first, hashes, isSeen } = asked
  const key = keyOf(asked)
  const [highest, last] = [highestOf(asked), lastOf(asked, spent)]
  const before = searched.get(key)
  if (before?.isSettled && before.last === last) return { kind: 'unseen' }
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
    // What a node has not got yet may be there at the next look.
    if (isSettled || found.size > last - first) searched.set(key, { last, isSettled })
    return { kind: 'unseen' }
  }
  const instead = found.get(first)
  return instead && found.size > last - first ? { kind: 'superseded', hash: instead.hash } : { kind: 'unfound' }
}
