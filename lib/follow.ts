import type { Address, Hash, Hex } from 'viem'
import type { AskBatch } from './batch-end'
import type { BatchWallet } from './batch-wallet'
import type { Client } from './rpc'
import type { Change, SignedCall } from './step'
import { type Asked, type End, type Final, isFinal, type Told } from './transaction'
import { type Before, lookAgain } from './transaction-end'

/** What a flow needs of a wallet; `send` resolves with the hash once the wallet has broadcast. */
export type Signer = {
  account: Address
  chainId: () => Promise<number>
  switchChain: (chainId: number) => Promise<void>
  send: (request: { to: Address; data: Hex; gas: bigint; type: 'legacy' }) => Promise<Hash>
  batch?: BatchWallet
}

/**
 * Where a flow is; `index` is the step, with `together` the last of all the steps, which are one. `mined` ends a step; the other
 * ends, `declined`, `refused`, `failed` and `unclear` end the flow.
 */
export type FlowState = { index: number; together?: boolean } & (
  | { kind: 'switching' | 'simulating' }
  /** `trial`: what the calls would do to the balances now; null where the RPC can't say. `isUpgrade`: of the account, first. */
  | {
      kind: 'signing'
      calls: readonly SignedCall[]
      asked: Asked
      trial: readonly Change[] | null
      isUpgrade?: boolean
    }
  /** On its way. `unseen`: no node has shown it for a while, or none answers; `dropped`: none shows it any more;
   * `signers`: a contract account whose signers have not carried it out. All of them go on waiting. */
  | { kind: Told; asked: Asked }
  /** `logs` of a mined one are the receipt's: an id that the call gave out is read from them, never from the trial. */
  | Final
  | { kind: 'declined' }
  /** The wallet does not carry out these calls as one; nothing was sent. */
  | { kind: 'refused'; error: unknown }
  | { kind: 'failed'; error: unknown }
  /** The wallet failed after it was asked to sign: it may have sent all the same, so `asked` is worth following. */
  | { kind: 'unclear'; asked: Asked; error: unknown }
)

/** A pause of so many ms; a page makes it last until it is seen. It rejects to end the flow. */
export type Pause = (ms: number) => Promise<unknown>

/** Begins to follow a transaction, and gives what waits for the turn of each look after the first. That rejects to end the following. */
export type Watch = () => () => Promise<unknown>

/** What a flow runs with. */
export type Run = {
  client: Client
  signer: Signer
  wait: Pause
  watch?: Watch | undefined
  /** Those that have to agree on what a call would do, before it is signed. */
  hosts: readonly Client[]
  /** The block that the steps were planned at: what is read afterwards has to be of it or later. */
  from: bigint
}

type Wait = {
  client: Client
  index: number
  together?: boolean
  /** What was told of it last, where following goes on after a reload, so it is no news again; null: that it had ended. */
  told?: Told | null
  asked: Asked
  ask?: AskBatch | undefined
  watch?: Watch | undefined
}

/** How long a node may take to show a transaction, or all of them to answer, before that is said, ms. */
export const patience = 60_000

/** A pause of so many ms. */
export const pause: Pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Follows one transaction to its true end, by its nonce as well as by its hash, with one look for each block
 * (docs/decisions/0008). Never throws: an RPC that fails is asked again.
 */
export async function* follow({
  client,
  asked: first,
  ask,
  index,
  together = false,
  told = 'sent',
  watch = () => () => pause(client.pollingInterval),
}: Wait): AsyncGenerator<FlowState> {
  const at = together ? { index, together } : { index }
  let asked = first
  let quietSince = told === 'unseen' || told === 'dropped' ? 0 : Date.now()
  let shown = `${told} ${asked.isSeen}`
  let before: Before | null = null
  if (told) yield { ...at, kind: told, asked }
  const next = watch()
  for (let turn = 0; ; turn += 1) {
    const found: End | null = await lookAgain(client, asked, before, ask).catch(() => null)
    const end: End = found ?? { kind: 'unseen' }
    if (end.kind === 'waiting') {
      quietSince = Date.now()
      const hashes = asked.hashes.includes(end.hash) ? asked.hashes : [...asked.hashes, end.hash]
      asked = { ...asked, nonce: end.nonce, isSeen: true, hashes }
    }
    if (isFinal(end)) {
      yield { ...end, ...at }
      return
    }
    const isQuiet = Date.now() - quietSince > patience
    const kind = end.kind === 'waiting' || (end.kind !== 'signers' && !isQuiet) ? 'sent' : end.kind
    const state = `${kind} ${asked.isSeen}`
    if (state !== shown) yield { ...at, kind, asked }
    shown = state
    before = found && { end, turn }
    await next()
  }
}
