import type { Address, Hash, Hex, Log } from 'viem'
import type { StepId } from './step'

/** Several calls that a wallet was asked to carry out as one (EIP-5792), each with the step it is. */
export type Batch = {
  /** What the wallet knows it by: our own name for it until the wallet has given one. */
  id: string
  calls: readonly { to: Address; data: Hex; step: StepId; amount: bigint }[]
}

/** A transaction that a wallet was asked for, and what is known of it. Of a batch, `to` and `data` are the last call's. */
export type Asked = {
  account: Address
  to: Address
  data: Hex
  /** The account's next nonce when the wallet was asked; once a node has shown the transaction, the nonce it has. */
  nonce: number
  /** The newest block when the wallet was asked: it can only be in a later one. */
  block: bigint
  /** Every hash that was seen, oldest first; none while the wallet has not said. */
  hashes: readonly Hash[]
  /** A node has shown it, so `nonce` is certain. */
  isSeen: boolean
  /** The account is a contract such as a Safe: what the wallet gave may be no transaction's hash at all. */
  isContract: boolean
  /** The next nonce of its own that a Safe had when it was asked: signers agree on one, and carry out each nonce once. */
  safeNonce?: bigint
  batch?: Batch
}

/** Every call that was asked for. */
export const callsOf = ({
  to,
  data,
  batch,
}: Pick<Asked, 'to' | 'data' | 'batch'>): readonly { to: Address; data: Hex }[] => batch?.calls ?? [{ to, data }]

/**
 * What the chain says of a transaction that has not ended. `waiting`: a node has it. `unseen`: none has shown it, and it
 * may still come. `dropped`: one had shown it, none does now, and the nonce is unspent. `signers`: a contract account has not
 * carried it out.
 */
export type Open = { kind: 'waiting'; nonce: number; hash: Hash } | { kind: 'unseen' | 'dropped' | 'signers' }

/** What is told of a transaction that has not ended. */
export type Told = 'sent' | Exclude<Open['kind'], 'waiting'>

/**
 * The ends there are. `cancelled`: its nonce went to an empty transaction to oneself; `superseded`: to another call;
 * `unfound`: its nonce is spent, but by what can't be found, and no contract has told of the call.
 * Of batches, as the wallet says: `abandoned`, none of it was carried out; `partial`, only some of it was.
 */
export type Final =
  | { kind: 'mined' | 'reverted'; hash: Hash; block: bigint; logs: readonly Log[] }
  | { kind: 'cancelled' | 'superseded'; hash: Hash }
  | { kind: 'abandoned' | 'unfound' }
  | { kind: 'partial'; hashes: readonly Hash[] }

/** Where a transaction stands. */
export type End = Open | Final

/** Blocks that one node of a provider may be behind another. */
export const lag = 12n

const open = ['waiting', 'unseen', 'dropped', 'signers']

/** Nothing more will become of it. */
export const isFinal = (end: End): end is Final => !open.includes(end.kind)
