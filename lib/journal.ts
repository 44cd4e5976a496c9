import type { Address } from 'viem'
import type { StepId } from './step'
import { type Asked, callsOf, type End } from './transaction'
import { fromWire, toWire } from './wire'

/**
 * One signature that was asked for: what was meant, what was to be signed, and what became of it.
 * `declined` and `left` are the person's doing: refused in the wallet; not followed any longer.
 */
export type Entry = Asked & {
  id: string
  chainId: number
  /** What was meant, in base units. */
  step: StepId
  amount: bigint
  /** Who gets what it gives, where that was not the account itself. */
  recipient?: Address
  /** Our clock (ms) when the wallet was asked. */
  askedAt: number
  /** `asked`: the wallet has not given a hash. */
  outcome: 'asked' | 'sent' | End['kind'] | 'left'
  /** The block that ended it. */
  endBlock?: bigint
}

/** Every outcome there is, and whether something may still become of it. */
const outcomes: Record<Entry['outcome'], boolean> = {
  asked: true,
  sent: true,
  waiting: true,
  unseen: true,
  dropped: true,
  signers: true,
  mined: false,
  reverted: false,
  cancelled: false,
  superseded: false,
  unfound: false,
  abandoned: false,
  partial: false,
  left: false,
}

/** True while something may still become of it. */
export const isOpen = ({ outcome }: Pick<Entry, 'outcome'>): boolean => outcomes[outcome]

/** The entry as the chain has been found to know it. */
export function withEnd(entry: Entry, end: End): Entry {
  const told = 'hashes' in end ? end.hashes : 'hash' in end ? [end.hash] : []
  const hashes = [...new Set([...entry.hashes, ...told])]
  const seen = end.kind === 'waiting' ? { nonce: end.nonce, isSeen: true } : {}
  // Who has not answered yet may still be looking at the question, and no signers know of it.
  const isQuiet = end.kind === 'unseen' || end.kind === 'signers'
  const outcome = isQuiet && entry.outcome === 'asked' ? 'asked' : end.kind
  return { ...entry, ...seen, hashes, outcome, ...('block' in end ? { endBlock: end.block } : {}) }
}

/** An open entry that asks for one of the very same calls of the same account: sending it now could do it twice. */
export function findSame(
  entries: readonly Entry[],
  asked: Pick<Entry, 'account' | 'to' | 'data' | 'batch'>,
): Entry | undefined {
  const wanted = callsOf(asked).map(({ to, data }) => to + data)
  const isSame = (entry: Entry) => callsOf(entry).some(({ to, data }) => wanted.includes(to + data))
  return entries.find((entry) => isOpen(entry) && entry.account === asked.account && isSame(entry))
}

/** Newest first. */
export const byTime = (a: Entry, b: Entry): number => b.askedAt - a.askedAt

/** An entry as text; {@link toEntry} reads it back. */
export const ofEntry = (entry: Entry): string => toWire(entry)

const isText = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value)
// Not viem's own tests: every page counts its open entries, and none should load the hashing of checksums for that.
const isAddress = isText(/^0x[0-9a-f]{40}$/i)
const isHash = isText(/^0x[0-9a-f]{64}$/i)
const isHex = isText(/^0x[0-9a-f]*$/i)

type Raw = { [key in keyof Entry]?: unknown }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isCall = (call: unknown): boolean =>
  isRecord(call) &&
  isAddress(call.to) &&
  isHex(call.data) &&
  typeof call.step === 'string' &&
  typeof call.amount === 'bigint'

const isBatch = (batch: unknown): boolean =>
  isRecord(batch) &&
  typeof batch.id === 'string' &&
  Array.isArray(batch.calls) &&
  batch.calls.length > 0 &&
  batch.calls.every(isCall)

const isEntry = (raw: Raw): boolean =>
  typeof raw.id === 'string' &&
  typeof raw.chainId === 'number' &&
  typeof raw.step === 'string' &&
  typeof raw.amount === 'bigint' &&
  typeof raw.askedAt === 'number' &&
  typeof raw.outcome === 'string' &&
  Object.hasOwn(outcomes, raw.outcome) &&
  typeof raw.nonce === 'number' &&
  typeof raw.block === 'bigint' &&
  isAddress(raw.account) &&
  isAddress(raw.to) &&
  isHex(raw.data) &&
  Array.isArray(raw.hashes) &&
  raw.hashes.every(isHash) &&
  (raw.safeNonce === undefined || typeof raw.safeNonce === 'bigint') &&
  (raw.recipient === undefined || isAddress(raw.recipient)) &&
  (raw.batch === undefined || isBatch(raw.batch))

/** Reads a stored text; null when it is not an entry, as after a change of this format or by another hand. */
export function toEntry(text: string): Entry | null {
  try {
    const raw = fromWire<Entry | null>(text)
    return raw && isEntry(raw) ? raw : null
  } catch {
    return null
  }
}

/** The whole journal as a file. */
export const toJournalFile = (entries: readonly Entry[]): string =>
  JSON.stringify(entries, (_, each) => (typeof each === 'bigint' ? String(each) : each), 2)
