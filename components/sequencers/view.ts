import type { Order, OrderKey } from '@/lib/node-order'
import { startsDown } from '@/lib/node-order'

/** What the address of the page says: how the table is sorted, which part of it is shown, how many epochs are counted. */
export type View = { path: string; order: Order; page: number; epochs: number }

/** Rows of a table shown at once; the pool may grow to any number of nodes. */
export const pageRows = 50

/** The address of the page with some of it changed. */
export function addressOf({ path, order, page, epochs }: View, change: Partial<View>, anchor: string): string {
  const next = { order, page, epochs, ...change }
  const asked = new URLSearchParams({
    sort: next.order.key,
    order: next.order.isDown ? 'down' : 'up',
    ...(next.page > 1 ? { page: String(next.page) } : {}),
    epochs: String(next.epochs),
  })
  return `${path}?${asked}#${anchor}`
}

/** The order a column's head leads to: turned around where it is in force already. */
export const nextOrder = (now: Order, key: OrderKey): Order => ({
  key,
  isDown: now.key === key ? !now.isDown : startsDown(key),
})
