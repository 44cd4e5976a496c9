import { type Address, getAbiItem, isAddressEqual, pad } from 'viem'
import { standardBridgeAbi } from '@/abi/standard-bridge'
import type { AddressBook } from './address-book'
import { eMetis, metisL1, minter } from './contracts'
import type { Place } from './logbook'
import { readLogs } from './logs'
import { pinnedL1 } from './pinned'
import type { Client } from './rpc'
import type { Seen } from './transfers'
import { readSeconds } from './vault-events'

/** What one chain has seen of ENKI's crossings; amounts in base units of METIS, times in unix seconds. */
export type BridgeEvent = Place &
  Seen &
  (
    | { kind: 'sent' | 'arrived' }
    /** eMetis minted for rewards that L1 has reported. */
    | { kind: 'minted' }
    /** From the Dealer or from the pool's escrow to the minter. */
    | { kind: 'received'; from: Address }
  )

type Range = { from: bigint; to: bigint }
type Log = { blockNumber: bigint; blockTimestamp?: bigint | null; logIndex: number; blockHash: `0x${string}` }

const place = async (client: Client, log: Log, amount: bigint) => ({
  amount,
  seconds: await readSeconds(client, log),
  block: log.blockNumber,
  index: log.logIndex,
  hash: log.blockHash,
})

const inOrder = (events: readonly BridgeEvent[]): BridgeEvent[] =>
  events.toSorted((a, b) => Number(a.block - b.block) || a.index - b.index)

const deposits = [getAbiItem({ abi: minter.abi, name: 'DepositToL1Dealer' })] as const
const mints = [getAbiItem({ abi: eMetis.abi, name: 'TokenMinterMinted' })] as const
const finals = [getAbiItem({ abi: standardBridgeAbi, name: 'DepositFinalized' })] as const
const transfers = [getAbiItem({ abi: metisL1.abi, name: 'Transfer' })] as const

/** Departures from the minter, arrivals at it, and eMetis minted for rewards, in a closed range of L2 blocks. */
export async function readL2Bridge(client: Client, { bridge, rewardDispatcher }: AddressBook, range: Range) {
  const [sent, minted, received] = await Promise.all([
    readLogs(client, { address: minter.address, events: deposits, ...range }),
    rewardDispatcher
      ? readLogs(client, {
          address: eMetis.address,
          events: mints,
          topics: [pad(minter.address), pad(rewardDispatcher)],
          ...range,
        })
      : [],
    bridge ? readLogs(client, { address: bridge, events: finals, topics: [pad(metisL1.address)], ...range }) : [],
  ])
  const own = received.filter(({ args }) => isAddressEqual(args.to, minter.address))
  const events = [
    ...sent.map(
      async (log): Promise<BridgeEvent> => ({ ...(await place(client, log, log.args.amount)), kind: 'sent' }),
    ),
    ...minted.map(
      async (log): Promise<BridgeEvent> => ({ ...(await place(client, log, log.args.amount)), kind: 'minted' }),
    ),
    ...own.map(async (log): Promise<BridgeEvent> => {
      const { from, amount } = log.args
      return { ...(await place(client, log, amount)), kind: 'received', from }
    }),
  ]
  return inOrder(await Promise.all(events))
}

/** METIS that the bridge has paid out to the Dealer, in a closed range of L1 blocks. */
export async function readL1Bridge(client: Client, range: Range): Promise<BridgeEvent[]> {
  const logs = await readLogs(client, {
    address: metisL1.address,
    events: transfers,
    topics: [pad(pinnedL1.bridge), pad(pinnedL1.dealer)],
    ...range,
  })
  return inOrder(
    await Promise.all(
      logs.map(
        async (log): Promise<BridgeEvent> => ({ ...(await place(client, log, log.args.value)), kind: 'arrived' }),
      ),
    ),
  )
}
