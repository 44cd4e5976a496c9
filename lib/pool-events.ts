import { type Address, getAbiItem } from 'viem'
import { dealer, lockingInfo } from './contracts'
import type { Place } from './logbook'
import { readLogs } from './logs'
import type { Client } from './rpc'

/** What the pool and ENKI's Dealer have logged on L1; amounts in base units. */
export type PoolEvent = Place &
  (
    | { kind: 'locked'; id: number; amount: bigint; signer: Address }
    /** The lock has this size from now on. */
    | { kind: 'changed'; id: number; amount: bigint }
    | { kind: 'leaving'; id: number; reward: bigint }
    | { kind: 'left'; id: number; amount: bigint }
    | { kind: 'claimed'; id: number; recipient: Address; amount: bigint }
    | { kind: 'signer'; id: number; old: Address }
    /** A round of the Dealer for one agent: METIS and reward that went into the lock. */
    | { kind: 'round'; agent: number; amount: bigint; reward: bigint }
    /** Rewards that the Dealer has told L2 to mint eMetis for. */
    | { kind: 'reported'; amount: bigint }
    /** METIS that the Dealer has sent to L2 for the queue. */
    | { kind: 'returned'; amount: bigint }
  )

const events = [
  getAbiItem({ abi: lockingInfo.abi, name: 'Locked' }),
  getAbiItem({ abi: lockingInfo.abi, name: 'LockUpdate' }),
  getAbiItem({ abi: lockingInfo.abi, name: 'UnlockInit' }),
  getAbiItem({ abi: lockingInfo.abi, name: 'Unlocked' }),
  getAbiItem({ abi: lockingInfo.abi, name: 'ClaimRewards' }),
  getAbiItem({ abi: lockingInfo.abi, name: 'SignerChange' }),
  getAbiItem({ abi: dealer.abi, name: 'SequencerRelocked' }),
  getAbiItem({ abi: dealer.abi, name: 'L2MetisMinted' }),
  getAbiItem({ abi: dealer.abi, name: 'DepositToRedemptionQueue' }),
] as const

type Log = Awaited<ReturnType<typeof readLogs<typeof events>>>[number]

function deedOf(log: Log) {
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
    // Its amount is the reward paid out, not the principal.
    case 'UnlockInit':
      return { kind: 'leaving', id: Number(log.args.sequencerId), reward: log.args.amount } as const
    case 'Unlocked':
      return { kind: 'left', id: Number(log.args.sequencerId), amount: log.args.amount } as const
    case 'ClaimRewards': {
      const { sequencerId, recipient, amount } = log.args
      return { kind: 'claimed', id: Number(sequencerId), recipient, amount } as const
    }
    case 'SignerChange':
      return { kind: 'signer', id: Number(log.args.sequencerId), old: log.args.oldSigner } as const
    case 'SequencerRelocked':
      return { kind: 'round', agent: log.args.index, amount: log.args.amount, reward: log.args.reward } as const
    case 'L2MetisMinted':
      return { kind: 'reported', amount: log.args.amount } as const
    case 'DepositToRedemptionQueue':
      return { kind: 'returned', amount: log.args.amount } as const
  }
}

/** Every such event in a closed range of L1 blocks, in chain order. */
export async function readPoolEvents(client: Client, range: { from: bigint; to: bigint }): Promise<PoolEvent[]> {
  const address = [lockingInfo.address, dealer.address]
  const logs = await readLogs(client, { address, events, ...range })
  return logs.map((log) => ({ ...deedOf(log), block: log.blockNumber, index: log.logIndex, hash: log.blockHash }))
}

/** True once nothing older can be missing: the first sequencer's lock is the pool's first event. */
export const isWholePast = (events: readonly PoolEvent[]): boolean =>
  events.some((event) => event.kind === 'locked' && event.id === 1)
