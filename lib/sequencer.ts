import { type Address, zeroAddress } from 'viem'

/** `leaving`: unlock has begun and the METIS waits out the exit delay; `left`: it has been paid back. */
export type Status = 'active' | 'leaving' | 'left' | 'none'

/** One sequencer of LockingPool; amounts in base units, times in unix seconds. */
export type Sequencer = {
  id: number
  /** METIS locked. */
  amount: bigint
  /** Credited by reward batches, not claimed and not locked again. */
  reward: bigint
  owner: Address
  signer: Address
  /** Where rewards go on L2; null: none named, so they cannot be claimed. */
  recipient: Address | null
  status: Status
  /** When the exit began and when the METIS can be taken; null while there is none. */
  exit: { began: number; claimable: number } | null
}

/** LockingPool's answer to `sequencers(id)`. Batch fields are ids of reward batches. */
export type SequencerRow = readonly [
  amount: bigint,
  reward: bigint,
  activationBatch: bigint,
  updatedBatch: bigint,
  deactivationBatch: bigint,
  deactivationTime: bigint,
  unlockClaimTime: bigint,
  nonce: bigint,
  owner: Address,
  signer: Address,
  pubkey: `0x${string}`,
  rewardRecipient: Address,
  status: number,
]

const statuses: readonly Status[] = ['none', 'leaving', 'active', 'left']

/** A row of the pool as a sequencer. */
export function toSequencer(row: SequencerRow, id: number): Sequencer {
  const [amount, reward, , , , began, claimable, , owner, signer, , recipient, status] = row
  return {
    id,
    amount,
    reward,
    owner,
    signer,
    recipient: recipient === zeroAddress ? null : recipient,
    status: statuses[status] ?? 'none',
    exit: began === 0n ? null : { began: Number(began), claimable: Number(claimable) },
  }
}
