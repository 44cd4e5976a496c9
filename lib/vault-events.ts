import { type Address, getAbiItem, isAddressEqual } from 'viem'
import { eMetis, vault } from './contracts'
import { type Reading, readLogs } from './logs'
import type { VaultEvent } from './payouts'
import type { Client } from './rpc'

/** What changes the vault's counters, who holds shares, and the eMetis supply. */
export const vaultEvents = [
  getAbiItem({ abi: vault.abi, name: 'Transfer' }),
  getAbiItem({ abi: vault.abi, name: 'Withdraw' }),
  getAbiItem({ abi: vault.abi, name: 'AssetsAdded' }),
] as const

export type VaultLog = Awaited<ReturnType<typeof readLogs<typeof vaultEvents>>>[number]

const zero = '0x0000000000000000000000000000000000000000'

/** A transfer of eMetis matters only when it makes or burns some. */
function toIssue({ from, to, value }: { from: Address; to: Address; value: bigint }) {
  if (from !== zero && to !== zero) return undefined
  return { kind: 'issued' as const, amount: from === zero ? value : -value }
}

/** AssetsAdded fires on deposits too; a payout is the one whose caller is the dispatcher. */
async function toDeed(client: Client, log: VaultLog, dispatcher: Address) {
  if (log.eventName === 'Withdraw') return { kind: 'withdrawn' as const, assets: log.args.assets }
  if (log.eventName === 'AssetsAdded') {
    const { caller, assets } = log.args
    if (!isAddressEqual(caller, dispatcher)) return { kind: 'deposited' as const, assets }
    return { kind: 'paid' as const, assets, seconds: await readSeconds(client, log) }
  }
  const { from, to, value } = log.args
  return isAddressEqual(log.address, eMetis.address)
    ? toIssue(log.args)
    : { kind: 'moved' as const, from, to, shares: value }
}

/** Unix seconds of a log's block. Newer nodes send them along. */
export async function readSeconds(
  client: Client,
  { blockTimestamp, blockNumber }: { blockTimestamp?: bigint | null; blockNumber: bigint },
): Promise<number> {
  return Number(blockTimestamp ?? (await client.getBlock({ blockNumber })).timestamp)
}

/** What a log did; undefined: nothing that counts. `dispatcher`: who brings the payouts. */
export async function toVaultEvent(
  client: Client,
  log: VaultLog,
  dispatcher: Address,
): Promise<VaultEvent | undefined> {
  const deed = await toDeed(client, log, dispatcher)
  return deed && { ...deed, block: log.blockNumber, index: log.logIndex, hash: log.blockHash }
}

/** Every such event in a closed range of blocks, in chain order. */
export async function readVaultEvents(
  client: Client,
  dispatcher: Address,
  range: { from: bigint; to: bigint },
  reading?: Reading,
): Promise<VaultEvent[]> {
  const address = [vault.address, eMetis.address]
  const events: VaultEvent[] = []
  for (const log of await readLogs(client, { address, events: vaultEvents, ...range }, reading)) {
    const event = await toVaultEvent(client, log, dispatcher)
    if (event) events.push(event)
  }
  return events
}
