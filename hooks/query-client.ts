'use client'

import { type Query, QueryClient } from '@tanstack/react-query'

/** How long a page that is being looked at leaves between two looks at the chain, whose blocks take about 18 s; a hidden one takes none. */
export const lookMs = 30_000

/** How long what takes several requests is believed while the last look shows no change. */
export const slowLookMs = 300_000

/** How old that may grow: it is read again soon where it could not be read. */
export const slowly = { again: ({ state }: Query) => (state.status === 'error' ? lookMs : slowLookMs) }

// Asked also where the browser holds itself for offline: an answer that fails can be told, one that waits for a network can't.
const queries = { retry: 1, staleTime: lookMs, networkMode: 'always', refetchOnReconnect: true } as const

const create = () => new QueryClient({ defaultOptions: { queries } })

let shared: QueryClient | undefined

/** What reads again is loaded when the first answer has grown old, out of the way of what a page needs at first. */
function keepReading(client: QueryClient): void {
  const begin = () => import('./read-again').then(({ readAgain }) => readAgain(client))
  setTimeout(() => begin().catch(() => keepReading(client)), lookMs)
}

/** As {@link slowly}, but with the next turn where the last look shows that an answer is `past`. */
export const slowlyUnless = <T>(past: (data: T) => boolean) => ({
  again: (query: Query) => {
    // What a query holds is known where it is made.
    const { data, status } = query.state as { data?: T; status: string }
    return status === 'success' && data !== undefined && past(data) ? 1 : slowly.again(query)
  },
})

/** What goes on getting older is asked for as soon as the line drops: that fails at once, and the page can say so. */
function sayOffline(client: QueryClient): void {
  addEventListener('offline', () => client.refetchQueries({ type: 'active', predicate: ({ meta }) => !!meta?.again }))
}

/** The browser's one cache of reads. The server makes a new one each time, or a visitor would be drawn another's figures. */
export function queryClient(): QueryClient {
  if (typeof window === 'undefined') return create()
  if (shared) return shared
  shared = create()
  keepReading(shared)
  sayOffline(shared)
  return shared
}
