import {
  type Address,
  type Hash,
  type Hex,
  type Log,
  type ReplacementReturnType,
  WaitForTransactionReceiptTimeoutError,
} from 'viem'
import { isDeclined } from './errors'
import type { Client } from './rpc'
import { type SignedCall, type Step, toSignedCall } from './step'

/** What a flow needs of a wallet; `send` resolves with the hash once the wallet has broadcast. */
export type Signer = {
  account: Address
  chainId: () => Promise<number>
  switchChain: (chainId: number) => Promise<void>
  send: (request: { to: Address; data: Hex; gas: bigint; type: 'legacy' }) => Promise<Hash>
}

/** Where a flow is; `index` is the step. The last nine kinds but `mined` and `unseen` end it. */
export type FlowState = { index: number } & (
  | { kind: 'switching' | 'simulating' }
  | { kind: 'signing'; call: SignedCall }
  /** Sent; `unseen`: no node has shown it for a while, or none answers. Both go on waiting. */
  | { kind: 'sent' | 'unseen'; hash: Hash }
  /** `logs` are the receipt's: an id that the call gave out is read from them, never from the trial. */
  | { kind: 'mined'; hash: Hash; block: bigint; logs: readonly Log[] }
  | { kind: 'declined' }
  /** `cancelled`: replaced by an empty transaction; `superseded`: by another call. Nothing of ours happened. */
  | { kind: 'reverted' | 'cancelled' | 'superseded'; hash: Hash }
  | { kind: 'failed'; error: unknown }
)

type Wait = { client: Client; index: number; hash: Hash }

/** Follows one transaction to its true end. viem resolves with a replacement's receipt, so `onReplaced` decides. */
export async function* follow({ client, index, hash }: Wait): AsyncGenerator<FlowState> {
  for (;;) {
    let replaced: ReplacementReturnType | undefined
    try {
      const receipt = await client.waitForTransactionReceipt({
        hash,
        timeout: 60_000,
        onReplaced: (replacement) => {
          replaced = replacement
        },
      })
      const final = receipt.transactionHash
      if (replaced && replaced.reason !== 'repriced')
        yield { kind: replaced.reason === 'cancelled' ? 'cancelled' : 'superseded', index, hash: final }
      else if (receipt.status === 'reverted') yield { kind: 'reverted', index, hash: final }
      else yield { kind: 'mined', index, hash: final, block: receipt.blockNumber, logs: receipt.logs }
      return
    } catch (error) {
      yield { kind: 'unseen', index, hash }
      // A timeout has already waited; an RPC that fails at once is given a pause.
      if (!(error instanceof WaitForTransactionReceiptTimeoutError)) await pause(client.pollingInterval)
    }
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Waits until this RPC knows `block`: behind a balancer the next node may not have the approval yet. */
async function reach(client: Client, block: bigint): Promise<void> {
  while ((await client.getBlockNumber({ cacheTime: 0 }).catch(() => -1n)) < block) await pause(client.pollingInterval)
}

async function* runStep(client: Client, signer: Signer, one: Step, index: number): AsyncGenerator<FlowState> {
  if ((await signer.chainId()) !== one.chainId) {
    yield { kind: 'switching', index }
    await signer.switchChain(one.chainId)
  }
  yield { kind: 'simulating', index }
  const { abi, address, functionName, args } = one
  const trial = { abi, address, functionName, args, account: signer.account }
  await client.simulateContract(trial)
  // A vest settles by the second: the block that takes the call can need more than the one it was estimated in.
  const gas = ((await client.estimateContractGas(trial)) * 5n) / 4n
  const call = toSignedCall(one)
  yield { kind: 'signing', index, call }
  // Andromeda takes legacy transactions only.
  const hash = await signer.send({ to: call.to, data: call.data, gas, type: 'legacy' })
  // The watch begins before anybody is told: it has to see this transaction before another can take its place.
  const following = follow({ client, index, hash })
  const first = following.next()
  await client.getTransaction({ hash }).catch(() => undefined)
  yield { kind: 'sent', index, hash }
  const { value } = await first
  if (value) yield value
  yield* following
}

/**
 * Runs the steps in order and yields every state: switch, simulate, sign, follow. Never throws: an error is a state.
 * Stops after the first step that does not end in `mined`.
 */
export async function* runFlow(client: Client, signer: Signer, steps: readonly Step[]): AsyncGenerator<FlowState> {
  for (const [index, one] of steps.entries()) {
    try {
      let mined: bigint | undefined
      for await (const state of runStep(client, signer, one, index)) {
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
