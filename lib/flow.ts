import type { Address, Hash, Hex } from 'viem'
import { isDeclined, isUnsent } from './errors'
import type { Client } from './rpc'
import { type Change, type SignedCall, type Step, toSignedCall } from './step'
import { type Asked, type End, type Final, isFinal } from './transaction'
import { readEnd } from './transaction-end'
import { readTrial } from './trial'

/** What a flow needs of a wallet; `send` resolves with the hash once the wallet has broadcast. */
export type Signer = {
  account: Address
  chainId: () => Promise<number>
  switchChain: (chainId: number) => Promise<void>
  send: (request: { to: Address; data: Hex; gas: bigint; type: 'legacy' }) => Promise<Hash>
}

/** Where a flow is; `index` is the step. `mined` ends a step; the other ends, `declined`, `failed` and `unclear` end the flow. */
export type FlowState = { index: number } & (
  | { kind: 'switching' | 'simulating' }
  /** `trial`: what the call would do to the balances now; null where the RPC can't say. */
  | { kind: 'signing'; call: SignedCall; asked: Asked; trial: readonly Change[] | null }
  /** On its way. `unseen`: no node has shown it for a while, or none answers; `dropped`: none shows it any more;
   * `signers`: a contract account whose signers have not carried it out. All of them go on waiting. */
  | { kind: 'sent' | 'unseen' | 'dropped' | 'signers'; asked: Asked }
  /** `logs` of a mined one are the receipt's: an id that the call gave out is read from them, never from the trial. */
  | Final
  | { kind: 'declined' }
  | { kind: 'failed'; error: unknown }
  /** The wallet failed after it was asked to sign: it may have sent all the same, so `asked` is worth following. */
  | { kind: 'unclear'; asked: Asked; error: unknown }
)

/** How long to wait before the next look at a running transaction; a page makes it wait until it is seen. */
type Pause = (ms: number) => Promise<unknown>

type Wait = { client: Client; index: number; asked: Asked; wait?: Pause }

/** How long a node may take to show a transaction before that is said, ms. */
const patience = 60_000

const pause: Pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Follows one transaction to its true end, by its nonce as well as by its hash. Never throws: an RPC that fails is asked again.
 * Somebody waits for it, so it is looked at more often than there are blocks.
 */
export async function* follow({ client, index, asked: first, wait = pause }: Wait): AsyncGenerator<FlowState> {
  let asked = first
  let quietSince = Date.now()
  let shown = 'sent false'
  yield { kind: 'sent', index, asked }
  for (;;) {
    const end = await readEnd(client, asked).catch((): End => ({ kind: 'unseen' }))
    if (end.kind === 'waiting') {
      quietSince = Date.now()
      const hashes = asked.hashes.includes(end.hash) ? asked.hashes : [...asked.hashes, end.hash]
      asked = { ...asked, nonce: end.nonce, isSeen: true, hashes }
    }
    if (isFinal(end)) {
      yield { ...end, index }
      return
    }
    const isQuiet = Date.now() - quietSince > patience
    const kind = end.kind === 'waiting' || (end.kind !== 'signers' && !isQuiet) ? 'sent' : end.kind
    const state = `${kind} ${asked.isSeen}`
    if (state !== shown) yield { kind, index, asked }
    shown = state
    await wait(client.pollingInterval)
  }
}

/** Waits until this RPC knows `block`: behind a balancer the next node may not have the approval yet. */
async function reach(client: Client, block: bigint): Promise<void> {
  while ((await client.getBlockNumber({ cacheTime: 0 }).catch(() => -1n)) < block) await pause(client.pollingInterval)
}

/** What will be known of a step's transaction before the wallet is asked. Throws when the call would fail or the RPC does. */
async function prepare(client: Client, { account }: Signer, one: Step) {
  const { abi, address, functionName, args } = one
  const wanted = { abi, address, functionName, args, account }
  const call = toSignedCall(one)
  const [estimate, trial, nonce, block, code] = await Promise.all([
    client.simulateContract(wanted).then(() => client.estimateContractGas(wanted)),
    readTrial(client, account, [call], one.recipient?.address),
    client.getTransactionCount({ address: account, blockTag: 'pending' }),
    client.getBlockNumber({ cacheTime: 0 }),
    client.getCode({ address: account }),
  ])
  // An account that only borrows code (EIP-7702) signs for itself.
  const isContract = code !== undefined && code !== '0x' && !code.startsWith('0xef0100')
  const asked: Asked = { account, to: call.to, data: call.data, nonce, block, hashes: [], isSeen: false, isContract }
  // A vest settles by the second: the block that takes the call can need more than the one it was estimated in.
  return { call, asked, trial, gas: (estimate * 5n) / 4n }
}

type Run = { client: Client; signer: Signer; wait: Pause }

async function* runStep({ client, signer, wait }: Run, one: Step, index: number): AsyncGenerator<FlowState> {
  if ((await signer.chainId()) !== one.chainId) {
    yield { kind: 'switching', index }
    await signer.switchChain(one.chainId)
  }
  yield { kind: 'simulating', index }
  const { call, asked, trial, gas } = await prepare(client, signer, one)
  yield { kind: 'signing', index, call, asked, trial }
  let hash: Hash
  try {
    // Andromeda takes legacy transactions only.
    hash = await signer.send({ to: call.to, data: call.data, gas, type: 'legacy' })
  } catch (error) {
    if (isUnsent(error)) throw error
    yield { kind: 'unclear', index, asked, error }
    return
  }
  yield* follow({ client, index, asked: { ...asked, hashes: [hash] }, wait })
}

/**
 * Runs the steps in order and yields every state: switch, simulate, sign, follow. Never throws: an error is a state.
 * Stops after the first step that does not end in `mined`.
 */
export async function* runFlow(
  client: Client,
  signer: Signer,
  steps: readonly Step[],
  wait = pause,
): AsyncGenerator<FlowState> {
  for (const [index, one] of steps.entries()) {
    try {
      let mined: bigint | undefined
      for await (const state of runStep({ client, signer, wait }, one, index)) {
        yield state
        if (state.kind === 'mined') mined = state.block
      }
      if (mined === undefined) return
      if (index < steps.length - 1) await reach(client, mined)
    } catch (error) {
      yield isDeclined(error) ? { kind: 'declined', index } : { kind: 'failed', index, error }
      return
    }
  }
}
