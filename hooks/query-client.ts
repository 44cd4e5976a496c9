'use client'

import { QueryClient } from '@tanstack/react-query'

/** One cache for the page's reads; failed reads are tried again by the transport, not here. */
export const queryClient = new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 30_000 } } })
