'use client'

import { QueryClient } from '@tanstack/react-query'

const create = () => new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 30_000 } } })

let shared: QueryClient | undefined

/** The browser's one cache of reads. The server makes a new one each time, or a visitor would be drawn another's figures. */
export function queryClient(): QueryClient {
  if (typeof window === 'undefined') return create()
  shared ??= create()
  return shared
}
