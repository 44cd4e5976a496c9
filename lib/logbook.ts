import type { Hash } from 'viem'
import { network } from './network'
import type { Client } from './rpc'
import { fromWire, toWire } from './wire'

/** Where in the chain an event stands. */
export type Place = { block: bigint; index: number; hash: Hash }

/** Keeps the text that `read` gives under a key, for ever; the caller decides where. */
export type Archive = (key: string, read: () => Promise<string>) => Promise<string>

/** A kind of events: how to read them in a closed range of blocks, and a name that tells them from every other kind. */
type Source<E extends Place> = {
  client: Client
  archive: Archive
  name: string
  read: (range: { from: bigint; to: bigint }) => Promise<readonly E[]>
}

/** Every event from block `from` on. What comes after `anchor`, an event deep enough to stay, is read again each time. */
type Known<E extends Place> = { from: bigint; events: readonly E[]; anchor: E | undefined }

/** Blocks in a closed range, which is archived whole. */
const rangeBlocks = network.name === 'devnet' ? 1_000n : 500_000n
/** Blocks below the newest one that a reorganisation can't reach. */
export const settled = 64n
/** Closed ranges read at once, counted back from what is known. */
const lanes = [1n, 2n]

const toKnown = <E extends Place>(from: bigint, events: readonly E[], head: bigint): Known<E> => ({
  from,
  events,
  anchor: events.findLast(({ block }) => block <= head - settled),
})

/** What lies after the last closed range. */
async function begin<E extends Place>({ read }: Source<E>, head: bigint): Promise<Known<E>> {
  const from = head < settled ? 0n : ((head - settled + 1n) / rangeBlocks) * rangeBlocks
  return toKnown(from, await read({ from, to: head }), head)
}

/** Null when the anchor is not in the chain any more: what was known has been reorganised away. */
async function goOn<E extends Place>({ read }: Source<E>, known: Known<E>, head: bigint): Promise<Known<E> | null> {
  const { from, anchor } = known
  if (!anchor) return null
  const fresh = await read({ from: anchor.block, to: head })
  if (!fresh.some(({ hash, index }) => hash === anchor.hash && index === anchor.index)) return null
  return toKnown(from, [...known.events.filter(({ block }) => block < anchor.block), ...fresh], head)
}

/**
 * A closed range never changes, and the hash of its last block stands for all that came before it:
 * kept under that name, an answer is right on every chain that has this block.
 */
async function readClosed<E extends Place>({ client, archive, name, read }: Source<E>, from: bigint) {
  const range = { from, to: from + rangeBlocks - 1n }
  const { hash } = await client.getBlock({ blockNumber: range.to })
  return fromWire<readonly E[]>(await archive([name, from, hash].join(' '), async () => toWire(await read(range))))
}

/** The next older closed ranges. */
async function goBack<E extends Place>(source: Source<E>, { from, events }: Known<E>, head: bigint): Promise<Known<E>> {
  const starts = lanes.map((lane) => from - lane * rangeBlocks).filter((start) => start >= 0n)
  const older = await Promise.all(starts.map((start) => readClosed(source, start)))
  return toKnown(starts.at(-1) ?? 0n, [...older.toReversed().flat(), ...events], head)
}

/**
 * A reader of events that remembers them: newest first, and back until `isEnough` of them or until the first block.
 * It gives all it knows, even if that is more. One call at a time: the others wait.
 */
export function createLogbook<E extends Place>(source: Source<E>) {
  let known: Known<E> | null = null
  let turn: Promise<unknown> = Promise.resolve()
  const read = async (head: bigint, isEnough: (events: readonly E[]) => boolean): Promise<readonly E[]> => {
    known = (known && (await goOn(source, known, head))) ?? (await begin(source, head))
    while (known.from > 0n && !isEnough(known.events)) known = await goBack(source, known, head)
    return known.events
  }
  return (head: bigint, isEnough: (events: readonly E[]) => boolean): Promise<readonly E[]> => {
    const next = turn.then(() => read(head, isEnough))
    turn = next.catch(() => {})
    return next
  }
}
