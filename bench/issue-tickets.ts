import { type Address, encodeAbiParameters, type Hex, keccak256, numberToHex, pad } from 'viem'
import { devAccounts } from '../test/devnet/accounts'
import type { World } from '../test/devnet/deploy'
import { execute, read, rpc } from '../test/devnet/transact'

const unit = 10n ** 18n
const day = 86_400n

/** Storage of the devnet's queue: next id; accounting; tickets by id; owners by id. */
const slots = { next: 234n, accounting: 235n, tickets: 236n, owners: 103n } as const

const word = (value: bigint): Hex => numberToHex(value, { size: 32 })
const entryOf = (slot: bigint, id: bigint): Hex =>
  keccak256(encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }], [id, slot]))

/** First word of a ticket: redeemed, maturity, amount and cancel fee, from the lowest byte up. */
const ticketWord = (isRedeemed: boolean, maturity: bigint): Hex =>
  word((isRedeemed ? 1n : 0n) | (maturity << 8n) | (unit << 72n) | (5_000n << 192n))

type Write = readonly [slot: Hex, value: Hex]

/** Many storage words in few HTTP requests: a transaction for every ticket would take minutes. */
async function writeAll(url: string, address: Address, writes: readonly Write[]): Promise<void> {
  for (let i = 0; i < writes.length; i += 5_000) {
    const batch = writes.slice(i, i + 5_000).map(([slot, value], id) => ({
      jsonrpc: '2.0',
      id,
      method: 'anvil_setStorageAt',
      params: [address, slot, value],
    }))
    await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(batch) })
  }
}

/**
 * Fills the queue with `count` tickets, requested evenly over two years; all but the last twenty days' are redeemed.
 * The holder has two: one five days old, one that matured a month ago and was forgotten. Both came by a real transaction.
 */
export async function issueTickets({ l2, onL2 }: World, count: number): Promise<Address> {
  const holder = devAccounts[9] ?? '0x'
  const { queue, eMetis } = onL2
  const now = (await l2.client.getBlock()).timestamp
  const apart = (730n * day) / BigInt(count)
  const last = BigInt(count) - 1n
  const age = (id: bigint) => (last - id) * apart
  const idAged = (days: bigint) => (last > (days * day) / apart ? last - (days * day) / apart : 0n)
  const held = [...new Set([idAged(5n), idAged(50n) - (idAged(5n) === idAged(50n) ? 1n : 0n)])]
  const ids = Array.from({ length: count }, (_, id) => BigInt(id))
  const isOpen = (id: bigint) => age(id) < 20n * day || held.includes(id)
  await writeAll(
    l2.url,
    queue.address,
    ids.flatMap((id): Write[] => [
      [entryOf(slots.tickets, id), ticketWord(!isOpen(id), now - age(id) + 20n * day)],
      [entryOf(slots.owners, id), isOpen(id) ? pad(devAccounts[0] ?? '0x') : word(0n)],
    ]),
  )
  await execute({ from: holder, on: eMetis, fn: 'approve', args: [queue.address, 10n * unit] })
  for (const id of held) {
    await writeAll(l2.url, queue.address, [
      [word(slots.next), word(id)],
      [entryOf(slots.owners, id), word(0n)],
    ])
    await execute({ from: holder, on: queue, fn: 'enterRedemptionQueue', args: [holder, unit] })
    await writeAll(l2.url, queue.address, [[entryOf(slots.tickets, id), ticketWord(false, now - age(id) + 20n * day)]])
  }
  const owed = BigInt(ids.filter(isOpen).length) * unit
  await writeAll(l2.url, queue.address, [
    [word(slots.next), word(last + 1n)],
    [word(slots.accounting), word(owed)],
  ])
  await rpc(l2, 'evm_mine')
  const [, maturity, amount] = await read<readonly [boolean, bigint, bigint]>(queue, 'nftInformation', [last])
  if (maturity === 0n || amount !== unit) throw new Error('the tickets are not where the queue looks for them')
  return holder
}
