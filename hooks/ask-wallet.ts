'use client'

import type { Address } from 'viem'
import type { AskBatch } from '@/lib/batch-end'
import { signerOf } from './use-wallet'

/** Asks the wallet about a batch of this account, if it is there and shows that account. */
export const askWallet =
  (account: Address): AskBatch =>
  async (id) => {
    const batch = (await signerOf(account))?.batch
    if (!batch) throw new Error('The wallet is not there.')
    return batch.ask(id)
  }
