'use client'

import type { Address } from 'viem'
import type { Recipient, Surroundings } from '@/lib/recipient'
import { judgeRecipient, toPast } from '@/lib/recipient-past'
import { accountStore } from './account-store'
import { readJournal } from './journal'

/** How long the newest transfers may take to be read (ms); without them the verdict says so. */
const patience = 8_000

/** What is known of an address, as far as it can be read: never rejects. */
export async function checkRecipient(address: Address, around: Surroundings): Promise<Recipient> {
  const { account } = around
  const reads = import('@/lib/reads')
  const [recent, kept, isContract] = await Promise.all([
    reads.then(({ l2, readRecent }) => readRecent(l2, account, AbortSignal.timeout(patience))).catch(() => null),
    reads.then(({ historyKey }) => accountStore.read(historyKey(account))).catch(() => undefined),
    reads.then(({ l2, readIsContract }) => readIsContract(l2, address)).catch(() => null),
  ])
  const past = toPast({ account, entries: readJournal(), kept, recent })
  return { address, isContract, verdict: judgeRecipient(address, around, past) }
}
