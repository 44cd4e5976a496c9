'use client'

import { useEffect, useState } from 'react'
import type { Address } from 'viem'
import type { Dated } from '@/lib/account-history'
import { accountStore } from './account-store'

/** `deed` null: this browser has not read the account's history, or it holds no stake. */
type Known = { account: Address; deed: Dated | null }

async function recall(account: Address): Promise<Dated | null> {
  const { historyKey } = await import('@/lib/reads')
  const kept = await accountStore.read(historyKey(account))
  return kept?.deeds.find(({ kind }) => kind === 'staked') ?? null
}

/** When an account first staked, as far as this browser remembers; asks no chain. Undefined: nobody is connected, or it is being looked up. */
export function useFirstStake(account: Address | undefined): Dated | null | undefined {
  const [known, setKnown] = useState<Known>()
  useEffect(() => {
    if (!account) return
    let isWanted = true
    recall(account).then((deed) => isWanted && setKnown({ account, deed }))
    return () => {
      isWanted = false
    }
  }, [account])
  return account && known?.account === account ? known.deed : undefined
}
