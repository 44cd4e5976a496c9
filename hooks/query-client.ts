'use client'

import { QueryClient } from '@tanstack/react-query'

/** How long a page that is being looked at leaves between two looks at the chain, whose blocks take about 18 s; a hidden one takes none. */
export const lookMs = 30_000

/** How long what takes several requests is believed while the last look shows no change. */
export const slowLookMs = 300_000

/** When that is read again: soon after it could not be read. */
export const nextLookMs = ({ state }: { state: { status: string } }): number =>
  state.status === 'error' ? lookMs : slowLookMs

// Asked also where the browser holds itself for offline: an answer that fails can be told, one that waits for a network can't.
const queries = { retry: 1, staleTime: lookMs, networkMode: 'always', refetchOnReconnect: true } as const

const create = () => new QueryClient({ defaultOptions: { queries } })

let shared: QueryClient | undefined

/** The browser's one cache of reads. The server makes a new one each time, or a visitor would be drawn another's figures. */
export function queryClient(): QueryClient {
  if (typeof window === 'undefined') return create()
  shared ??= create()
  return shared
}
