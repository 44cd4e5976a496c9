import { type Address, getAbiItem, isAddressEqual, zeroAddress } from 'viem'
import { redemptionQueueAbi } from '@/abi/redemption-queue'
import type { AddressBook } from './address-book'
import type { Client } from './rpc'

/** What a ticket's events tell that its present state does not; times in unix seconds, amounts in base units. */
export type TicketPast = {
  id: bigint
  entered: number
  /** METIS it pays or paid. */
  amount: bigint
  /** eMetis that the queue kept when it was requested. */
  fee: bigint
  /** How it left the account; null while it is held. */
  end: { kind: 'redeemed' | 'cancelled' | 'sent'; at: number } | null
}

/** Newest tickets whose past is told; each costs a request or two for the times of its blocks. */
const most = 24

const transfer = getAbiItem({ abi: redemptionQueueAbi, name: 'Transfer' })
const entered = getAbiItem({ abi: redemptionQueueAbi, name: 'EnterRedemptionQueue' })
const cancelled = getAbiItem({ abi: redemptionQueueAbi, name: 'CancelRedemptionTicketNft' })

/** Every ticket that was ever sent to the account, and the block and receiver of those it no longer holds. */
async function readMoves(client: Client, address: Address, account: Address) {
  const query = { address, event: transfer, strict: true, fromBlock: 0n, toBlock: 'latest' } as const
  const [to, from] = await Promise.all([
    client.getLogs({ ...query, args: { to: account } }),
    client.getLogs({ ...query, args: { from: account } }),
  ])
  const received = to.map(({ args, blockNumber, logIndex }) => ({ id: args.tokenId, blockNumber, logIndex }))
  const ids = [...new Set(received.map(({ id }) => id))].sort((a, b) => (a < b ? 1 : -1)).slice(0, most)
  const gone = new Map<bigint, { block: bigint; isBurnt: boolean }>()
  for (const { args, blockNumber, logIndex } of from) {
    const again = received.some(
      (each) =>
        each.id === args.tokenId &&
        (each.blockNumber > blockNumber || (each.blockNumber === blockNumber && each.logIndex > logIndex)),
    )
    if (!again) gone.set(args.tokenId, { block: blockNumber, isBurnt: isAddressEqual(args.to, zeroAddress) })
  }
  return { ids, gone }
}

async function readTimes(client: Client, blocks: Iterable<bigint>): Promise<Map<bigint, number>> {
  const numbers = [...new Set(blocks)]
  const found = await Promise.all(numbers.map((blockNumber) => client.getBlock({ blockNumber })))
  return new Map(found.map(({ number, timestamp }) => [number, Number(timestamp)]))
}

/**
 * The newest tickets that ever came to an account, with the day they were made and how they went.
 * Null where the RPC refuses logs of the whole chain: what the tickets are worth now is known without them.
 */
export async function readTicketPast(
  client: Client,
  book: AddressBook,
  account: Address,
): Promise<TicketPast[] | null> {
  const address = book.redemptionQueue
  if (!address) return []
  const moves = await readMoves(client, address, account).catch(() => null)
  if (!moves) return null
  const { ids, gone } = moves
  if (ids.length === 0) return []
  const query = { address, args: { nftId: ids }, strict: true, fromBlock: 0n, toBlock: 'latest' } as const
  const [entries, cancels] = await Promise.all([
    client.getLogs({ ...query, event: entered }),
    client.getLogs({ ...query, event: cancelled }),
  ])
  const ends = ids.flatMap((id) => gone.get(id)?.block ?? [])
  const times = await readTimes(client, [...entries.map(({ blockNumber }) => blockNumber), ...ends])
  return entries
    .map(({ args, blockNumber }) => {
      const { nftId: id, amountEMetisRedeemed, redemptionFeeAmount: fee } = args
      const left = gone.get(id)
      const kind = !left?.isBurnt
        ? 'sent'
        : cancels.some(({ args: { nftId } }) => nftId === id)
          ? 'cancelled'
          : 'redeemed'
      const end = left ? ({ kind, at: times.get(left.block) ?? 0 } as const) : null
      return { id, entered: times.get(blockNumber) ?? 0, amount: amountEMetisRedeemed - fee, fee, end }
    })
    .sort((a, b) => (a.id < b.id ? 1 : -1))
}
