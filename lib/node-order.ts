import type { Node } from './nodes'

/** Columns that the table of nodes can be sorted by. */
export const orderKeys = ['id', 'name', 'party', 'amount', 'share', 'headroom', 'reward', 'status'] as const
export type OrderKey = (typeof orderKeys)[number]
export type Order = { key: OrderKey; isDown: boolean }

/** Largest lock first, unless the address says otherwise. */
export const defaultOrder: Order = { key: 'amount', isDown: true }

const statusRank = { active: 0, leaving: 1, left: 2, none: 3 } as const

/** Numbers are first tried downwards, words upwards. */
export const startsDown = (key: OrderKey): boolean => ['amount', 'share', 'headroom', 'reward'].includes(key)

/** Reads `?sort=` and `?order=`; anything unknown gives the default. */
export function toOrder(sort: string | undefined, order: string | undefined): Order {
  const key = orderKeys.find((one) => one === sort)
  return key ? { key, isDown: order ? order === 'down' : startsDown(key) } : defaultOrder
}

/** Reads `?page=`, counted from 1; anything that is no such number gives the first. */
export const toPage = (text: string | undefined): number => (/^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : 1)

/** Nodes without a name come after those with one. */
function compareNames(a: Node, b: Node): number {
  if (a.name && b.name) return a.name.localeCompare(b.name, 'en', { numeric: true })
  return Number(a.name === null) - Number(b.name === null)
}

function compare(a: Node, b: Node, key: OrderKey): number {
  switch (key) {
    case 'name':
      return compareNames(a, b)
    case 'party':
      return a.party.localeCompare(b.party, 'en')
    case 'status':
      return statusRank[a.status] - statusRank[b.status]
    default:
      return a[key] === b[key] ? 0 : a[key] < b[key] ? -1 : 1
  }
}

/** Sorted by one column; the id decides between equals. */
export const ordered = (nodes: readonly Node[], { key, isDown }: Order): Node[] =>
  nodes.toSorted((a, b) => compare(a, b, key) * (isDown ? -1 : 1) || a.id - b.id)
