import { bytesToHex, type Hex } from 'viem'
import { readAgreedTrial } from './agreed-trial'
import type { BatchWallet } from './batch-wallet'
import { readBefore } from './before'
import { type FlowState, follow, type Run } from './follow'
import { type Step, toSignedCall } from './step'
import type { Asked, Batch } from './transaction'
import { isDeclined, isRefusal, isUnsent } from './wallet-errors'

/** Our name for a batch, so that the wallet can be asked about it even if its answer never arrives. */
const createId = (): Hex => bytesToHex(crypto.getRandomValues(new Uint8Array(32)))

/** What the wallet would be asked for; null where the steps have to be signed one by one. Throws when the RPC fails. */
async function prepare(
  { client, hosts, signer: { account }, wait, from }: Run,
  wallet: BatchWallet,
  steps: readonly Step[],
) {
  const last = steps.at(-1)
  if (!last || steps.length < 2 || steps.some(({ chainId }) => chainId !== last.chainId)) return null
  const support = await wallet.support(last.chainId)
  if (!support) return null
  const calls = steps.map(toSignedCall)
  const [trial, before] = await Promise.all([
    readAgreedTrial(hosts, account, steps, from),
    readBefore(client, account, { from, wait }),
  ])
  // Whether a contract takes a ticket only its own code can tell, which no trial runs.
  if (before.isContract && steps.some(({ id }) => id === 'request')) return null
  // What could not be tried out as a whole is not asked for as a whole.
  if (!trial || 'refused' in trial) return null
  const batch: Batch = {
    id: createId(),
    calls: steps.map(({ id: step, amount, address: to }, i) => ({ to, data: calls[i]?.data ?? '0x', step, amount })),
  }
  const asked: Asked = { ...before, to: last.address, data: batch.calls.at(-1)?.data ?? '0x', batch }
  return { chainId: last.chainId, calls, trial: trial.changes, asked, batch, isUpgrade: support === 'ready' }
}

type Prepared = NonNullable<Awaited<ReturnType<typeof prepare>>>

/** Asks once for all of it, and follows that. Throws what comes before anything is signed. */
async function* runPrepared(
  { client, signer, watch }: Run,
  wallet: BatchWallet,
  { chainId, calls, trial, asked, batch, isUpgrade }: Prepared,
): AsyncGenerator<FlowState> {
  const at = { index: calls.length - 1, together: true }
  if ((await signer.chainId()) !== chainId) {
    yield { ...at, kind: 'switching' }
    await signer.switchChain(chainId)
  }
  yield { ...at, kind: 'signing', calls, asked, trial, isUpgrade }
  let id: string
  try {
    id = await wallet.send({ id: batch.id as Hex, calls })
  } catch (error) {
    if (isRefusal(error)) yield { ...at, kind: 'refused', error }
    else if (isUnsent(error)) throw error
    else yield { ...at, kind: 'unclear', asked, error }
    return
  }
  yield* follow({ client, ...at, asked: { ...asked, batch: { ...batch, id } }, ask: wallet.ask, watch })
}

/**
 * Has all steps signed as one where the wallet carries them out as one (EIP-5792) and a trial of them all went well. False:
 * that is not so, nothing was asked of the wallet, and they are to be signed one by one. Never throws: an error is a state.
 */
export async function* runTogether(run: Run, steps: readonly Step[]): AsyncGenerator<FlowState, boolean> {
  const { batch: wallet } = run.signer
  if (!wallet) return false
  const at = { index: steps.length - 1, together: true }
  try {
    const prepared = await prepare(run, wallet, steps)
    if (!prepared) return false
    yield* runPrepared(run, wallet, prepared)
  } catch (error) {
    yield isDeclined(error) ? { ...at, kind: 'declined' } : { ...at, kind: 'failed', error }
  }
  return true
}
