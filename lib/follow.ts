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

/** How long to wait before the next look at a running transaction; a page makes it wait until it is seen. It rejects to end the following. */
export type Pause = (ms: number) => Promise<unknown>

/** What a flow runs with. */
export type Run = { client: Client; signer: Signer; wait: Pause }

type Wait = {
  client: Client
  index: number
  together?: boolean
  /** What was told of it last, where following goes on after a reload, so it is no news again; null: that it had ended. */
  told?: Told | null
  asked: Asked
  ask?: AskBatch | undefined
  wait?: Pause
}

/** How long a node may take to show a transaction before that is said, ms. */
const patience = 60_000
/** Signers need longer than blocks do, and a look at what they have done is dearer. */
const signersPauses = 3
/** Pauses that make a minute, in which somebody waits for a block, and those that are as long as a block takes. */
const [minutePauses, blockPauses] = [15, 5] as const

/** A pause of so many ms. */
export const pause: Pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Follows one transaction to its true end, by its nonce as well as by its hash. Never throws: an RPC that fails is asked again.
 * Somebody waits for it, so in the first minute it is looked at more often than there are blocks, by one request (docs/decisions/0008).
 */
export async function* follow({
  client,
  asked: first,
  ask,
  index,
  together = false,
  told = 'sent',
  wait = pause,
}: Wait): AsyncGenerator<FlowState> {
  const at = together ? { index, together } : { index }
  let asked = first
  let quietSince = told === 'unseen' || told === 'dropped' ? 0 : Date.now()
  let shown = `${told} ${asked.isSeen}`
  let before: Before | null = null
  if (told) yield { ...at, kind: told, asked }
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
    const pauses = kind === 'signers' ? signersPauses : 1
    await wait(client.pollingInterval * (turn * pauses < minutePauses ? pauses : blockPauses))
  }
}
