'use client'

import { useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import { slowly } from './query-client'

/** What selling `amount` of eMetis into the Algebra pool gives, as of a block; asked only where there is one. */
export const usePoolSale = (pool: Address | null | undefined, amount: bigint) =>
  useQuery({
    queryKey: ['pool-sale', String(amount)],
    queryFn: async () => {
      const { dated, readPoolSale, l2 } = await import('@/lib/reads')
      return dated(await readPoolSale(l2, amount))
    },
    enabled: Boolean(pool),
    meta: slowly,
  })
