import type { Address } from 'viem'
import type { Client } from './rpc'
import type { Asked } from './transaction'

/** What has to be known of an account before its wallet is asked for anything. Throws when the RPC fails. */
export async function readBefore(client: Client, account: Address): Promise<Omit<Asked, 'to' | 'data' | 'batch'>> {
  const [nonce, block, code] = await Promise.all([
    client.getTransactionCount({ address: account, blockTag: 'pending' }),
    client.getBlockNumber({ cacheTime: 0 }),
    client.getCode({ address: account }),
  ])
  // An account that only borrows code (EIP-7702) signs for itself.
  const isContract = code !== undefined && code !== '0x' && !code.startsWith('0xef0100')
  return { account, nonce, block, hashes: [], isSeen: false, isContract }
}
