import { type AddressBook, readAddressBook } from '@/lib/address-book'
import { memo } from '@/lib/cache'
import { readMeasuredRate } from '@/lib/history'
import { type Protocol, readProtocol } from '@/lib/protocol'
import type { MeasuredRate } from '@/lib/rate'
import { type Block, l1, l2, readHead } from '@/lib/rpc'

// How long the server's answers live. One set for all visitors: what a page costs the RPCs depends on these windows alone.
const minute = 60_000
const keepMs = 60 * minute

/** Days over which the headline rate is measured. */
export const rateDays = 30

const addressBook = memo(() => readAddressBook(l2), { freshMs: 10 * minute, keepMs: 24 * 60 * minute })
const protocol = memo(async () => readProtocol(l2, await addressBook()), { freshMs: minute / 4, keepMs })
const headL1 = memo(() => readHead(l1), { freshMs: minute / 4, keepMs })
const rate = memo(
  async () => {
    const [{ rewardDispatcher }, now] = await Promise.all([addressBook(), protocol()])
    return rewardDispatcher ? readMeasuredRate(l2, rewardDispatcher, now, rateDays) : null
  },
  { freshMs: 2 * minute, keepMs },
)

const orUndefined = <T>(answer: Promise<T>): Promise<T | undefined> => answer.catch(() => undefined)

/** What the header needs: where both chains stand. Undefined: that chain did not answer. */
export async function readHeads(): Promise<{ l2: Block | undefined; l1: Block | undefined }> {
  const [now, head] = await Promise.all([orUndefined(protocol()), orUndefined(headL1())])
  return { l2: now?.block, l1: head }
}

/** What Overview and Stake need; undefined when the chain did not answer and nothing recent is known. */
export async function readSnapshot(): Promise<Snapshot | undefined> {
  const [book, now, measured] = await Promise.all([
    orUndefined(addressBook()),
    orUndefined(protocol()),
    orUndefined(rate()),
  ])
  return book && now && { book, protocol: now, rate: measured }
}

/** `rate` null: nothing to measure; undefined: it could not be read. */
export type Snapshot = { book: AddressBook; protocol: Protocol; rate: MeasuredRate | null | undefined }
