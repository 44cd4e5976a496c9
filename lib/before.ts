import type { Address } from 'viem'
import { readIsContract } from './is-contract'
import type { Client } from './rpc'
import { readSafeNonce } from './safe-nonce'
import type { Asked } from './transaction'

/** What has to be known of an account before its wallet is asked for anything. Throws when the RPC fails. */
export async function readBefore(client: Client, account: Address): Promise<Omit<Asked, 'to' | 'data' | 'batch'>> {
  const [nonce, block, isContract] = await Promise.all([
    client.getTransactionCount({ address: account, blockTag: 'pending' }),
    client.getBlockNumber({ cacheTime: 0 }),
    readIsContract(client, account),
  ])
  const safeNonce = isContract ? await readSafeNonce(client, account, block) : null
  return { account, nonce, block, hashes: [], isSeen: false, isContract, ...(safeNonce !== null && { safeNonce }) }
}
