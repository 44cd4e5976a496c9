'use client'

import { useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import type { Sale } from '@/lib/market-quote'

/** What selling `amount` of eMetis into the Algebra pool gives; asked only where there is one. Null: it does not answer. */
export const usePoolSale = (pool: Address | null | undefined, amount: bigint) =>
  useQuery({
    queryKey: ['pool-sale', String(amount)],
    queryFn: async (): Promise<Sale | null> => {
      const { readPoolSale, l2 } = await import('@/lib/reads')
      return readPoolSale(l2, amount)
    },
    enabled: Boolean(pool),
  })
