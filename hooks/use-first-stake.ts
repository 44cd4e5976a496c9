'use client'

import { useEffect, useState } from 'react'
import type { Address } from 'viem'
import type { Dated, Past } from '@/lib/account-history'
import type { AddressBook } from '@/lib/address-book'
import { accountStore } from './account-store'

/** `unread`: this browser has read no stake of the account. `deed` null: its whole past has been read, and holds none. */
export type FirstStake =
  | { kind: 'unread' | 'failed' }
  | { kind: 'reading'; fraction: number }
  | { kind: 'known'; deed: Dated | null }

/** What another account paid for is no stake of this one. */
const firstOf = (deeds: readonly Dated[] = []): Dated | null =>
  deeds.find(({ kind, from }) => kind === 'staked' && !from) ?? null

async function recall(account: Address): Promise<FirstStake> {
  const { historyKey } = await import('@/lib/reads')
  const deed = firstOf((await accountStore.read(historyKey(account)))?.deeds)
  return deed ? { kind: 'known', deed } : { kind: 'unread' }
}

type Source = { book: AddressBook; past: Past; account: Address }

/** The same reading as on the Rewards page, kept in the same place: whichever comes first spares the other. */
async function read({ book, past, account }: Source, onProgress: (fraction: number) => void): Promise<FirstStake> {
  const { readAccountHistory, readHead, l2 } = await import('@/lib/reads')
  const source = { client: l2, book, account, past, head: await readHead(l2), store: accountStore }
  return { kind: 'known', deed: firstOf((await readAccountHistory(source, { onProgress })).deeds) }
}

/**
 * When an account first staked, as far as this browser remembers; the chain is asked only by `begin`.
 * Undefined: nobody is connected, or it is being looked up.
 */
export function useFirstStake(account: Address | undefined) {
  const [known, setKnown] = useState<{ account: Address; state: FirstStake }>()
  useEffect(() => {
    if (!account) return
    let isWanted = true
    recall(account)
      .catch((): FirstStake => ({ kind: 'unread' }))
      .then((state) => isWanted && setKnown({ account, state }))
    return () => {
      isWanted = false
    }
  }, [account])

  const begin = async (source: Omit<Source, 'account'>) => {
    if (!account) return
    // Another account may have been chosen meanwhile.
    const tell = (state: FirstStake) => setKnown((now) => (now?.account === account ? { account, state } : now))
    tell({ kind: 'reading', fraction: 0 })
    await read({ ...source, account }, (fraction) => tell({ kind: 'reading', fraction })).then(tell, () =>
      tell({ kind: 'failed' }),
    )
  }

  return { state: account && known?.account === account ? known.state : undefined, begin }
}
