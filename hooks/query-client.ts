'use client'

import { QueryClient } from '@tanstack/react-query'

// Asked also where the browser holds itself for offline: an answer that fails can be told, one that waits for a network can't.
const queries = { retry: 1, staleTime: 30_000, networkMode: 'always', refetchOnReconnect: true } as const

const create = () => new QueryClient({ defaultOptions: { queries } })

let shared: QueryClient | undefined

/** The browser's one cache of reads. The server makes a new one each time, or a visitor would be drawn another's figures. */
export function queryClient(): QueryClient {
  if (typeof window === 'undefined') return create()
  shared ??= create()
  return shared
}
