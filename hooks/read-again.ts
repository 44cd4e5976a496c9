'use client'

import type { Query, QueryClient } from '@tanstack/react-query'
import { turns } from './turns'
import { whenSeen } from './when-seen'

declare module '@tanstack/react-query' {
  interface Register {
    /**
     * `again`: how old (ms) a query's answer may grow before it is read again while it is on the page; false: never.
     * `takesTurn`: it waits for its turn by itself.
     */
    queryMeta: { again?: (query: Query) => number | false; takesTurn?: boolean } & Record<string, unknown>
  }
}

/** How often (ms) it is looked whether anything has grown old. */
const tickMs = 500

/** How long (ms) a query is overdue; negative: it is not. Nothing that is being read, or that nobody looks at, is due. */
function overdue(query: Query): number {
  const every = query.meta?.again?.(query) || Number.POSITIVE_INFINITY
  const { dataUpdatedAt, errorUpdatedAt, fetchStatus } = query.state
  if (fetchStatus !== 'idle' || !query.isActive()) return Number.NEGATIVE_INFINITY
  // A clock can be set back.
  return Math.abs(Date.now() - Math.max(dataUpdatedAt, errorUpdatedAt)) - every
}

const mostDue = (client: QueryClient): Query | undefined =>
  client
    .getQueryCache()
    .getAll()
    .filter((query) => overdue(query) >= 0)
    .sort((a, b) => overdue(b) - overdue(a))[0]

/** Reads again what has grown old on the page, one query for each block, from now on. */
export async function readAgain(client: QueryClient): Promise<void> {
  for (;;) {
    await whenSeen(tickMs)
    const old = mostDue(client)
    if (old && !old.meta?.takesTurn) await turns.next()
    const due = old && mostDue(client)
    if (due) client.refetchQueries({ queryKey: due.queryKey, exact: true }).catch(() => {})
  }
}
