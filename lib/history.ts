import type { Address } from 'viem'
import { network, pinned } from './network'
import { countHolders, type Payout, type Totals, undo, type VaultEvent } from './payouts'
import type { Protocol } from './protocol'
import type { Block, Client } from './rpc'
import { readVaultEvents } from './vault-events'
import { fromWire, toWire } from './wire'

/** The protocol's past as far as it has been read. */
export type History = {
  /** The block it reaches up to. */
  block: Block
  /** Oldest first. */
  payouts: readonly Payout[]
  /** Accounts that hold shares now; null while the history is not whole. */
  holders: number | null
  /** Its first event is the first deposit of all: undoing every event leads to an empty vault, so nothing is missing. */
  isWhole: boolean
  /** Number of events it rests on. */
  events: number
}

/** Keeps the text that `read` gives under a key, for ever; the caller decides where. */
export type Archive = (key: string, read: () => Promise<string>) => Promise<string>

/** Blocks in a closed range, which is archived whole. */
const rangeBlocks = network.name === 'devnet' ? 1_000n : 500_000n
/** Blocks below the newest one that a reorganisation can't reach. */
const settled = 64n
/** Closed ranges read at once, counted back from what is known. */
const lanes = [1n, 2n]

type Source = { client: Client; dispatcher: Address; archive: Archive }
/** Every event from block `from` on. What comes after `anchor`, an event deep enough to stay, is read again each time. */
type Known = { from: bigint; events: readonly VaultEvent[]; anchor: VaultEvent | undefined }

const toKnown = (from: bigint, events: readonly VaultEvent[], head: bigint): Known => ({
  from,
  events,
  anchor: events.findLast(({ block }) => block <= head - settled),
})

/** What lies after the last closed range. */
async function begin({ client, dispatcher }: Source, head: bigint): Promise<Known> {
  const from = head < settled ? 0n : ((head - settled + 1n) / rangeBlocks) * rangeBlocks
  return toKnown(from, await readVaultEvents(client, dispatcher, { from, to: head }), head)
}

/** Null when the anchor is not in the chain any more: what was known has been reorganised away. */
async function goOn({ client, dispatcher }: Source, known: Known, head: bigint): Promise<Known | null> {
  const { from, anchor } = known
  if (!anchor) return null
  const fresh = await readVaultEvents(client, dispatcher, { from: anchor.block, to: head })
  if (!fresh.some(({ hash, index }) => hash === anchor.hash && index === anchor.index)) return null
  return toKnown(from, [...known.events.filter(({ block }) => block < anchor.block), ...fresh], head)
}

/**
 * A closed range never changes, and the hash of its last block stands for all that came before it:
 * kept under that name, an answer is right on every chain that has this block.
 */
async function readClosed({ client, dispatcher, archive }: Source, from: bigint): Promise<readonly VaultEvent[]> {
  const range = { from, to: from + rangeBlocks - 1n }
  const { hash } = await client.getBlock({ blockNumber: range.to })
  const key = ['vault', network.l2.id, pinned.seMetis, dispatcher, from, hash].join(' ')
  return fromWire(await archive(key, async () => toWire(await readVaultEvents(client, dispatcher, range))))
}

/** The next older closed ranges. */
async function goBack(source: Source, { from, events }: Known, head: bigint): Promise<Known> {
  const starts = lanes.map((lane) => from - lane * rangeBlocks).filter((start) => start >= 0n)
  const older = await Promise.all(starts.map((start) => readClosed(source, start)))
  return toKnown(starts.at(-1) ?? 0n, [...older.toReversed().flat(), ...events], head)
}

const isEmpty = ({ totalAssets, totalShares }: Totals) => totalAssets === 0n && totalShares === 0n

/**
 * A reader of the protocol's past that remembers what it has read. It goes back to a payout at least `days` old, or to the
 * first of all, and gives what it knows even if that is more. One call at a time: the others wait.
 */
export function createHistory(source: Source): (protocol: Protocol, days: number) => Promise<History> {
  let known: Known | null = null
  let turn: Promise<unknown> = Promise.resolve()
  const read = async (protocol: Protocol, days: number): Promise<History> => {
    const { number: head, seconds } = protocol.block
    known = (known && (await goOn(source, known, head))) ?? (await begin(source, head))
    for (;;) {
      const past = undo(known.events, protocol)
      const isFarEnough = (past.payouts[0]?.seconds ?? seconds) <= seconds - days * 86_400
      if (known.from === 0n || isFarEnough || isEmpty(past.start)) return toHistory(protocol.block, known.events, past)
      known = await goBack(source, known, head)
    }
  }
  return (protocol, days) => {
    const next = turn.then(() => read(protocol, days))
    turn = next.catch(() => {})
    return next
  }
}

function toHistory(block: Block, events: readonly VaultEvent[], { payouts, start }: ReturnType<typeof undo>): History {
  const isWhole = isEmpty(start)
  const holders = isWhole ? countHolders(events) : null
  return {
    block,
    isWhole,
    events: events.length,
    holders: holders?.now ?? null,
    payouts: payouts.map((payout, i) => ({ ...payout, holders: holders?.atPayouts[i] ?? null })),
  }
}
