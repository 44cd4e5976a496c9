import { type Address, getAbiItem, isAddressEqual } from 'viem'
import { vault } from './contracts'
import { readLogs } from './logs'
import type { Protocol } from './protocol'
import { type MeasuredRate, measuredRate } from './rate'
import type { Client } from './rpc'
import type { Vault } from './shares'

const events = [
  getAbiItem({ abi: vault.abi, name: 'Deposit' }),
  getAbiItem({ abi: vault.abi, name: 'Withdraw' }),
  getAbiItem({ abi: vault.abi, name: 'AssetsAdded' }),
] as const

type VaultLog = Awaited<ReturnType<typeof readLogs<typeof events>>>[number]

/** The vault just after a payout, with the block it is in. */
export type Payout = Vault & { block: bigint }

/**
 * The vault after each payout, oldest first: today's totals with every later event undone, so no archive node is needed.
 * AssetsAdded fires on deposits too; a payout is the one whose caller is the dispatcher.
 */
export function payoutsOf(logs: readonly VaultLog[], now: Vault, dispatcher: Address): Payout[] {
  const payouts: Payout[] = []
  let { totalAssets, totalShares } = now
  for (const log of logs.toReversed()) {
    if (log.eventName === 'Deposit') totalShares -= log.args.shares
    if (log.eventName === 'Withdraw') {
      totalShares += log.args.shares
      totalAssets += log.args.assets
    }
    if (log.eventName !== 'AssetsAdded') continue
    if (isAddressEqual(log.args.caller, dispatcher)) payouts.push({ totalAssets, totalShares, block: log.blockNumber })
    totalAssets -= log.args.assets
  }
  return payouts.reverse()
}

/** Number of the last block at or before a time (unix seconds), by interpolation; 0 when the chain is younger. */
export async function readBlockAt(client: Client, seconds: number, latest: { number: bigint; seconds: number }) {
  const timeOf = async (number: bigint) => Number((await client.getBlock({ blockNumber: number })).timestamp)
  let [low, high] = [0n, latest.number]
  let [lowTime, highTime] = [await timeOf(0n), latest.seconds]
  if (seconds <= lowTime) return 0n
  if (seconds >= highTime) return high
  while (high - low > 1n) {
    // A guess in proportion to time, kept inside the bracket and off its ends so that each turn shrinks it.
    const share = (seconds - lowTime) / (highTime - lowTime)
    const guess = low + BigInt(Math.round(Number(high - low) * Math.min(0.95, Math.max(0.05, share))))
    const middle = guess <= low ? low + 1n : guess >= high ? high - 1n : guess
    const time = await timeOf(middle)
    if (time <= seconds) [low, lowTime] = [middle, time]
    else [high, highTime] = [middle, time]
  }
  return low
}

/**
 * The rate measured between the newest payout and the newest one at least `days` old (or the first one known).
 * Null when fewer than two payouts are found in twice that time.
 */
export async function readMeasuredRate(
  client: Client,
  dispatcher: Address,
  protocol: Protocol,
  days: number,
): Promise<MeasuredRate | null> {
  const { block } = protocol
  const start = await readBlockAt(client, block.seconds - days * 86_400, block)
  const earlier = start - (block.number - start)
  const from = earlier > 0n ? earlier : 0n
  const logs = await readLogs(client, { address: vault.address, events, from, to: block.number })
  const payouts = payoutsOf(logs, protocol, dispatcher)
  const first = Math.max(
    0,
    payouts.findLastIndex((payout) => payout.block <= start),
  )
  const [edge, last] = [payouts[first], payouts.at(-1)]
  if (!edge || !last || edge === last) return null
  const [a, b] = await Promise.all([edge, last].map((payout) => client.getBlock({ blockNumber: payout.block })))
  const at = (payout: Payout, timestamp: bigint | undefined) => ({ ...payout, seconds: Number(timestamp) })
  return measuredRate(at(edge, a?.timestamp), at(last, b?.timestamp), payouts.length - 1 - first)
}
