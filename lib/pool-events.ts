import { type Address, getAbiItem, pad } from 'viem'
import { dealer, lockingInfo, metisL1 } from './contracts'
import type { Place } from './logbook'
import { readLogs } from './logs'
import type { Client } from './rpc'

/** What the pool and ENKI's Dealer have logged on L1; amounts in base units. */
export type PoolEvent = Place &
  (
    | { kind: 'locked'; id: number; amount: bigint; signer: Address }
    /** The lock has this size from now on. */
    | { kind: 'changed'; id: number; amount: bigint }
    | { kind: 'leaving'; id: number }
    | { kind: 'left'; id: number; amount: bigint }
    /** A reward set out for L2. An exit logs one as well, even of nothing. */
    | { kind: 'claimed'; id: number; recipient: Address; amount: bigint }
    /** Reward that became part of the lock; METIS that was added with it is left out. */
    | { kind: 'relocked'; id: number; reward: bigint }
    | { kind: 'signer'; id: number; old: Address }
    /** Rewards that the Dealer has told L2 to mint eMetis for. */
    | { kind: 'reported'; amount: bigint }
    /** METIS that the Dealer has sent to L2 for the queue. */
    | { kind: 'returned'; amount: bigint }
  )

const events = [
  getAbiItem({ abi: lockingInfo.abi, name: 'Locked' }),
  getAbiItem({ abi: lockingInfo.abi, name: 'LockUpdate' }),
  getAbiItem({ abi: lockingInfo.abi, name: 'Relocked' }),
  getAbiItem({ abi: lockingInfo.abi, name: 'UnlockInit' }),
  getAbiItem({ abi: lockingInfo.abi, name: 'Unlocked' }),
  getAbiItem({ abi: lockingInfo.abi, name: 'ClaimRewards' }),
  getAbiItem({ abi: lockingInfo.abi, name: 'SignerChange' }),
  getAbiItem({ abi: dealer.abi, name: 'L2MetisMinted' }),
  getAbiItem({ abi: dealer.abi, name: 'DepositToRedemptionQueue' }),
] as const

const transfer = [getAbiItem({ abi: metisL1.abi, name: 'Transfer' })] as const

type Log = Awaited<ReturnType<typeof readLogs<typeof events>>>[number]
type Transfer = Awaited<ReturnType<typeof readLogs<typeof transfer>>>[number]

/**
 * A relock logs METIS and reward as one sum, right after it has taken the METIS in: what the last transfer into LockingInfo before
 * it, in the same transaction, did not bring was reward.
 */
function rewardOf({ args, logIndex, transactionHash }: Log & { eventName: 'Relocked' }, taken: readonly Transfer[]) {
  const own = taken.findLast((one) => one.transactionHash === transactionHash && one.logIndex < logIndex)
  return args.amount - (own?.args.value ?? 0n)
}

function deedOf(log: Log, taken: readonly Transfer[]) {
  switch (log.eventName) {
    case 'Locked':
      return {
        kind: 'locked',
        id: Number(log.args.sequencerId),
        amount: log.args.amount,
        signer: log.args.signer,
      } as const
    case 'LockUpdate':
      return { kind: 'changed', id: Number(log.args.sequencerId), amount: log.args.newAmount } as const
    case 'Relocked':
      return { kind: 'relocked', id: Number(log.args.sequencerId), reward: rewardOf(log, taken) } as const
    // Its amount is the reward, which ClaimRewards has logged just before.
    case 'UnlockInit':
      return { kind: 'leaving', id: Number(log.args.sequencerId) } as const
    case 'Unlocked':
      return { kind: 'left', id: Number(log.args.sequencerId), amount: log.args.amount } as const
    case 'ClaimRewards': {
      const { sequencerId, recipient, amount } = log.args
      return { kind: 'claimed', id: Number(sequencerId), recipient, amount } as const
    }
    case 'SignerChange':
      return { kind: 'signer', id: Number(log.args.sequencerId), old: log.args.oldSigner } as const
    case 'L2MetisMinted':
      return { kind: 'reported', amount: log.args.amount } as const
    case 'DepositToRedemptionQueue':
      return { kind: 'returned', amount: log.args.amount } as const
  }
}

/** METIS that went into LockingInfo between the first relock and the last; nothing is asked where there is none. */
async function readTaken(client: Client, logs: readonly Log[]): Promise<Transfer[]> {
  const relocks = logs.filter(({ eventName }) => eventName === 'Relocked')
  const [first, last] = [relocks[0], relocks.at(-1)]
  if (!first || !last) return []
  const topics = [null, pad(lockingInfo.address)]
  const range = { from: first.blockNumber, to: last.blockNumber }
  return readLogs(client, { address: metisL1.address, events: transfer, topics, ...range })
}

/** Every such event in a closed range of L1 blocks, in chain order. */
export async function readPoolEvents(client: Client, range: { from: bigint; to: bigint }): Promise<PoolEvent[]> {
  const address = [lockingInfo.address, dealer.address]
  const logs = await readLogs(client, { address, events, ...range })
  const taken = await readTaken(client, logs)
  return logs.map((log) => ({
    ...deedOf(log, taken),
    block: log.blockNumber,
    index: log.logIndex,
    hash: log.blockHash,
  }))
}

/** True once nothing older can be missing: the first sequencer's lock is the pool's first event. */
export const isWholePast = (events: readonly PoolEvent[]): boolean =>
  events.some((event) => event.kind === 'locked' && event.id === 1)
