import type { Node } from './nodes'

/** One place where METIS behind eMetis is; `node` names the sequencer of a locked part. Base units; null: not known. */
export type Part = {
  place: 'minter' | 'toL1' | 'dealer' | 'node' | 'toL2' | 'queue'
  node: number | null
  amount: bigint | null
}

/** Where the METIS behind every eMetis is. */
export type Allocation = {
  parts: readonly Part[]
  supply: bigint
  /** What the parts that are known hold together. */
  sum: bigint
  /**
   * `sum` less the supply: above zero there is METIS that no eMetis stands for yet, below zero METIS is missing from the count.
   * Null: not every part is known.
   */
  residue: bigint | null
  /** Rewards that L1 has counted and L2 has not minted eMetis for: METIS in the parts that no eMetis stands for yet. */
  unreported: bigint
}

/** What the allocation is made of, from both chains; base units; null: not known. */
export type Holdings = {
  supply: bigint
  minter: bigint
  queue: bigint
  /** On the bridge. */
  toL1: bigint | null
  toL2: bigint | null
  dealer: bigint | null
  nodes: readonly Pick<Node, 'id' | 'amount' | 'isEnki'>[]
  unreported: bigint
}

/** Orders METIS along its way: minter, bridge, dealer, each node, back over the bridge, queue. */
export function toAllocation({ nodes, supply, unreported, ...held }: Holdings): Allocation {
  const locked = nodes
    .filter(({ isEnki, amount }) => isEnki && amount > 0n)
    .map(({ id, amount }): Part => ({ place: 'node', node: id, amount }))
  const at = (place: 'minter' | 'toL1' | 'dealer' | 'toL2' | 'queue'): Part => ({
    place,
    node: null,
    amount: held[place],
  })
  const parts = [at('minter'), at('toL1'), at('dealer'), ...locked, at('toL2'), at('queue')]
  const sum = parts.reduce((total, { amount }) => total + (amount ?? 0n), 0n)
  const isWhole = parts.every(({ amount }) => amount !== null)
  return { parts, supply, sum, residue: isWhole ? sum - supply : null, unreported }
}

/** What ENKI can still put to work, base units. */
export type Room = {
  /** Room under the caps of its active nodes. */
  headroom: bigint
  /** What the queue lacks for its open tickets: the minter's METIS goes there first. */
  owed: bigint
  /** METIS on its way to the nodes: in the minter beyond what is owed, on the bridge, at the dealer. */
  waiting: bigint
  /** New METIS that finds room after what waits. */
  free: bigint
  /** The largest deposit of which nothing idles: what the queue lacks beyond the minter's METIS takes its part first. */
  most: bigint
  /** METIS that waits and finds no room. */
  idle: bigint
  /** METIS still missing for the least a new node needs. 0: it could open one now. */
  newNode: bigint
}

type RoomInput = Record<'minter' | 'toL1' | 'toL2' | 'dealer' | 'queue', bigint> & {
  nodes: readonly Pick<Node, 'isEnki' | 'headroom'>[]
  /** METIS that open tickets ask for. */
  liabilities: bigint
  minLock: bigint
}

const above = (a: bigint, b: bigint) => (a > b ? a - b : 0n)
const least = (a: bigint, b: bigint) => (a < b ? a : b)

/** Room under the caps, and what is on its way to fill it. */
export function toRoom({ nodes, minter, toL1, toL2, dealer, queue, liabilities, minLock }: RoomInput): Room {
  const headroom = nodes.reduce((sum, node) => (node.isEnki ? sum + node.headroom : sum), 0n)
  const owed = above(liabilities, queue + toL2)
  const waiting = above(minter, owed) + toL1 + dealer
  const idle = above(waiting, headroom)
  const free = above(headroom, waiting)
  return { headroom, owed, waiting, idle, free, most: free + above(owed, minter), newNode: above(minLock, idle) }
}

/** Where a stake of so much METIS would go; the parts sum to it. Base units. */
export type Destination = { queue: bigint; nodes: bigint; newNode: bigint; idle: bigint }

/**
 * First what the queue lacks beyond the minter's own METIS, then the room that is left, and the rest idles, unless it makes up,
 * with what idles already, the least a new node needs. One node takes no more than its cap, and what idles goes in first.
 */
export function destinationOf(
  amount: bigint,
  room: Room,
  minter: bigint,
  { minLock, maxLock }: { minLock: bigint; maxLock: bigint },
): Destination {
  const queue = least(amount, above(room.owed, minter))
  const nodes = least(amount - queue, room.free)
  const rest = amount - queue - nodes
  const newNode = rest + room.idle >= minLock ? least(rest, above(maxLock, room.idle)) : 0n
  return { queue, nodes, newNode, idle: rest - newNode }
}
