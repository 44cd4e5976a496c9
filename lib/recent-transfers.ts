import { type Address, pad } from 'viem'
import { eMetis, metis, vault } from './contracts'
import { readLogs } from './logs'
import { recentBlocks } from './recent-blocks'
import type { Recent } from './recipient-past'
import type { Client } from './rpc'

/** Transfers that name the account, of the newest blocks: three requests. Throws when the RPC fails. */
export async function readRecent(client: Client, account: Address, signal?: AbortSignal): Promise<Recent> {
  const to = await client.getBlockNumber({ cacheTime: 0 })
  const since = to < recentBlocks ? 0n : to - recentBlocks + 1n
  const wanted = {
    address: [metis.address, eMetis.address, vault.address],
    events: [transfer],
    from: since,
    to,
  } as const
  const own = pad(account)
  const logs = await Promise.all(
    [[own], [null, own]].map((topics) => readLogs(client, { ...wanted, topics }, signal ? { signal } : {})),
  )
  return { since, transfers: logs.flat().map(({ args }) => args) }
}

const transfer = {
  type: 'event',
  name: 'Transfer',
  inputs: [
    { name: 'from', type: 'address', indexed: true },
    { name: 'to', type: 'address', indexed: true },
    { name: 'value', type: 'uint256' },
  ],
} as const
