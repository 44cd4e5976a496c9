import type { Block, Client } from './rpc'

/** How fast a chain makes blocks, measured between two headers: `seconds` for each of `blocks`, up to block `until`. */
export type Pace = { seconds: number; blocks: bigint; since: number; until: bigint }

/** Blocks looked back: about ten days on Andromeda; a young chain has fewer. */
const back = 50_000n

/** Seconds per block over the last 50,000 blocks, or a twelfth of a young chain; one request. Null: it has no past. */
export async function readPace(client: Client, head: Block): Promise<Pace | null> {
  const blocks = head.number / 12n < back ? head.number / 12n : back
  if (blocks === 0n) return null
  const { timestamp } = await client.getBlock({ blockNumber: head.number - blocks })
  const since = Number(timestamp)
  return { seconds: (head.seconds - since) / Number(blocks), blocks, since, until: head.number }
}

/** Number of the block that long ago, by pace; 0 when the chain is younger. */
export function blockAgo(head: Block, pace: Pace, seconds: number): bigint {
  const blocks = BigInt(Math.ceil(seconds / Math.max(pace.seconds, 0.001)))
  return head.number > blocks ? head.number - blocks : 0n
}

/** Unix seconds of a block by its number: straight lines between blocks whose time is known, ordered by number. */
export function timeBetween(anchors: readonly Pick<Block, 'number' | 'seconds'>[], number: bigint): number {
  const after = anchors.findIndex((anchor) => anchor.number >= number)
  const [a, b] = [anchors[after - 1] ?? anchors[0], anchors[after] ?? anchors.at(-1)]
  if (!a || !b) return 0
  if (a.number === b.number) return a.seconds
  const share = Number(number - a.number) / Number(b.number - a.number)
  return Math.round(a.seconds + share * (b.seconds - a.seconds))
}

/** Times of `count` blocks spread evenly over a range, its end included; one request each. */
export async function readAnchors(client: Client, from: bigint, head: Block, count: number) {
  const step = (head.number - from) / BigInt(count) || 1n
  // Rounded to whole steps, so that most of them are the same blocks the next time.
  const first = (from / step) * step
  const numbers = Array.from({ length: count }, (_, i) => first + BigInt(i) * step).filter((at) => at < head.number)
  const blocks = await Promise.all(numbers.map((blockNumber) => client.getBlock({ blockNumber })))
  return [
    ...blocks.map(({ number, timestamp }) => ({ number, seconds: Number(timestamp) })),
    { number: head.number, seconds: head.seconds },
  ]
}
