import { zeroAddress } from 'viem'
import type { AddressBook } from './address-book'
import { configAt, metis, queueAt } from './contracts'
import type { Queue } from './redemption'
import { maybe } from './rpc'

/** The calls behind {@link toQueue}, in its order. */
export const queueCalls = (book: AddressBook) => {
  const queue = queueAt(book.redemptionQueue ?? zeroAddress)
  const config = configAt(book.config ?? zeroAddress)
  return [
    { ...metis, functionName: 'balanceOf', args: [queue.address] },
    { ...queue, functionName: 'redemptionQueueAccounting' },
    { ...config, functionName: 'queueLengthSecs' },
    { ...config, functionName: 'minQueueLengthSecs' },
    { ...config, functionName: 'redemptionFee' },
    { ...config, functionName: 'cancelRedemptionFee' },
    { ...config, functionName: 'reduceMaturityStakeSecs' },
  ] as const
}

type Answer<T> = Parameters<typeof maybe<T>>[0]
type Amount = Answer<bigint>
type Answers = readonly [Amount, Answer<readonly [bigint, bigint]>, Amount, Amount, Amount, Amount, Amount]

/** The queue from the answers to {@link queueCalls}; null: this deployment has none, or an old Config that knows none. */
export function toQueue(book: AddressBook, answers: Answers): Queue | null {
  const [balance, accounting, ...terms] = answers
  const owed = maybe(accounting)
  const [metisHeld, seconds, shortest, fee, cancelFee, lpSeconds] = [balance, ...terms].map(maybe)
  if (!book.redemptionQueue || !owed || metisHeld == null || seconds == null || shortest == null) return null
  if (fee == null || cancelFee == null || lpSeconds == null) return null
  const [liabilities, fees] = owed
  const rules = { seconds, shortestSeconds: shortest, fee, cancelFee, lpSeconds }
  return { address: book.redemptionQueue, metis: metisHeld, owed: liabilities, fees, ...rules }
}
