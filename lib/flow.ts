import {
  type Address,
  ContractFunctionExecutionError,
  ContractFunctionRevertedError,
  type Hash,
  type Hex,
  isHash,
} from 'viem'
import { readAgreedTrial } from './agreed-trial'
import { runTogether } from './batch'
import { behindError, readBefore } from './before'
import { type FlowState, follow, patience, pause, type Run, type Signer } from './follow'
import type { Client } from './rpc'
import { type Step, toSignedCall } from './step'
import type { Asked } from './transaction'
import { isDeclined, isUnsent } from './wallet-errors'

/**
 * Waits until this RPC knows `block`: behind a balancer the next node may not have the approval yet. Throws when it does not for
 * a while: a page that only waited would say nothing of it.
 */
async function reach({ client, wait }: Pick<Run, 'client' | 'wait'>, block: bigint): Promise<void> {
  for (const until = Date.now() + patience; ; await wait(client.pollingInterval)) {
    const head = await client.getBlockNumber({ cacheTime: 0 }).catch(() => -1n)
    if (head >= block) return
    if (Date.now() > until) throw behindError(block)
  }
}

/** The error of a step that its contract refused with `data`. */
function toRefusal({ abi, address: contractAddress, functionName, args }: Step, sender: Address, data: Hex) {
  const cause = new ContractFunctionRevertedError({ abi, data, functionName })
  return new ContractFunctionExecutionError(cause, { abi, args, contractAddress, functionName, sender })
}

/** What will be known of a step's transaction before the wallet is asked. Throws when the call would fail or the RPC does. */
async function prepare({ client, hosts, signer: { account }, wait, from }: Run, one: Step) {
  const { abi, address, functionName, args } = one
  const wanted = { abi, address, functionName, args, account }
  const call = toSignedCall(one)
  const trying = readAgreedTrial(hosts, account, [one], from)
  // Not every node gives a refusal's own words; the trial has them from the contract.
  const refuse = async (error: unknown): Promise<never> => {
    const trial = await trying.catch(() => null)
    throw trial && 'refused' in trial ? toRefusal(one, account, trial.data) : error
  }
  const [estimate, trial, before] = await Promise.all([
    client
      .simulateContract(wanted)
      .then(() => client.estimateContractGas(wanted))
      .catch(refuse),
    trying,
    readBefore(client, account, { from, wait }),
  ])
  const asked: Asked = { ...before, to: call.to, data: call.data }
  // A vest settles by the second: the block that takes the call can need more than the one it was estimated in.
  return { call, asked, trial: trial && 'changes' in trial ? trial.changes : null, gas: (estimate * 5n) / 4n }
}

async function* runStep(run: Run, one: Step, index: number): AsyncGenerator<FlowState> {
  const { client, signer, watch } = run
  const isElsewhere = async () => (await signer.chainId()) !== one.chainId
  let ready: Awaited<ReturnType<typeof prepare>>
  do {
    if (await isElsewhere()) {
      yield { kind: 'switching', index }
      await signer.switchChain(one.chainId)
    }
    yield { kind: 'simulating', index }
    ready = await prepare(run, one)
    // The wallet may have been moved meanwhile.
  } while (await isElsewhere())
  const { call, asked, trial, gas } = ready
  yield { kind: 'signing', index, calls: [call], asked, trial }
  let hash: Hash
  try {
    // Andromeda takes legacy transactions only.
    hash = await signer.send({ to: call.to, data: call.data, gas, type: 'legacy' })
    // It was asked and did not refuse: whatever it says, something may be on its way.
    if (!isHash(hash)) throw new Error('The wallet answered with no hash')
  } catch (error) {
    if (isUnsent(error)) throw error
    yield { kind: 'unclear', index, asked, error }
    return
  }
  yield* follow({ client, index, asked: { ...asked, hashes: [hash] }, watch })
}

/**
 * Runs the steps in order and yields every state: switch, simulate, sign, follow. Never throws: an error is a state.
 * Stops after the first step that does not end in `mined`. `canJoin`: several steps may be signed as one, if the wallet can.
 */
export async function* runFlow(
  client: Client,
  signer: Signer,
  steps: readonly Step[],
  {
    canJoin = true,
    wait = pause,
    watch,
    hosts = [client],
    from = 0n,
  }: Partial<Omit<Run, 'client' | 'signer'>> & { canJoin?: boolean } = {},
): AsyncGenerator<FlowState> {
  let run: Run = { client, signer, wait, watch, hosts, from }
  if (canJoin && (yield* runTogether(run, steps))) return
  let mined: bigint | undefined
  for (const [index, one] of steps.entries()) {
    try {
      if (mined !== undefined) {
        run = { ...run, from: mined }
        await reach(run, mined)
      }
      mined = undefined
      for await (const state of runStep(run, one, index)) {
        yield state
        if (state.kind === 'mined') mined = state.block
      }
      if (mined === undefined) return
    } catch (error) {
      yield isDeclined(error) ? { kind: 'declined', index } : { kind: 'failed', index, error }
      return
    }
  }
}
