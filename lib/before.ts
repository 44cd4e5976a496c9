import { type Address, HttpRequestError } from 'viem'
import { patience, pause, type Run } from './follow'
import { readIsContract } from './is-contract'
import { network } from './network'
import type { Client } from './rpc'
import { readSafeNonce } from './safe-nonce'
import type { Asked } from './transaction'

/** What is thrown when no host has got to a block, which is as good as none that answers. */
export const behindError = (block: bigint) =>
  new HttpRequestError({ url: network.l2.name, details: `No host has block ${block}` })

/**
 * What has to be known of an account before its wallet is asked for anything, as of block `from` or later: to a node that has
 * not got there, an earlier transaction of the same kind would look like the one that comes. Throws when the RPC fails.
 */
export async function readBefore(
  client: Client,
  account: Address,
  {
    from = 0n,
    wait = pause,
    until = Date.now() + patience,
  }: Partial<Pick<Run, 'from' | 'wait'>> & { until?: number } = {},
): Promise<Omit<Asked, 'to' | 'data' | 'batch'>> {
  const [nonce, block, isContract] = await Promise.all([
    client.getTransactionCount({ address: account, blockTag: 'pending' }),
    client.getBlockNumber({ cacheTime: 0 }),
    readIsContract(client, account),
  ])
  if (block < from) {
    if (Date.now() > until) throw behindError(from)
    await wait(client.pollingInterval)
    return readBefore(client, account, { from, wait, until })
  }
  const safeNonce = isContract ? await readSafeNonce(client, account, block) : null
  return { account, nonce, block, hashes: [], isSeen: false, isContract, ...(safeNonce !== null && { safeNonce }) }
}
