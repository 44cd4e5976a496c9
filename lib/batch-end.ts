import type { Hash } from 'viem'
import { soon } from './cache'
import type { Client } from './rpc'
import { readOutcome, readSafeEnd } from './safe-end'
import type { Asked, End } from './transaction'

/** What a wallet says of a batch (EIP-5792): its status code, and the transactions that it names. */
export type Said = { code: number; hashes: readonly Hash[] }

/** Asks the wallet about a batch. Rejects when it is not there, does not answer or does not know the batch. */
export type AskBatch = (id: string) => Promise<Said>

/** The wallet has not carried it out, and has not given it up. */
export const isPending = ({ code }: Said): boolean => code < 200

/** How long (ms) a wallet is waited for: one that is locked or out of reach may never answer, and the chain knows more. */
const patience = 2_000

/** What a wallet says of a batch; undefined: it does not say, or not in time. */
export const readStatus = async ({ batch }: Asked, ask?: AskBatch): Promise<Said | undefined> =>
  batch && ask ? soon(ask(batch.id), patience) : undefined

const outcomesOf = (client: Client, hashes: readonly Hash[], isFailure: boolean) =>
  Promise.all(hashes.map((hash) => readOutcome(client, hash, isFailure)))

/** What the wallet calls done, once this RPC has all of it; null until then. */
async function readDone(client: Client, { code, hashes }: Said): Promise<End | null> {
  if (code < 200 || code >= 300) return null
  const ends = await outcomesOf(client, hashes, false)
  const last = ends.at(-1)
  if (!last || ends.includes(null)) return null
  const isMixed = ends.some((end) => end?.kind !== last.kind)
  return isMixed ? { kind: 'partial', hashes } : last
}

/** What the wallet calls failed: given up (4xx), reverted (5xx), carried out in part (6xx). Null: it says none of these. */
async function readFailed(client: Client, { code, hashes }: Said): Promise<End | null> {
  if (code < 400 || code >= 700) return null
  const ends = await outcomesOf(client, hashes, true)
  // The figures that are read next must be from after it.
  if (ends.includes(null)) return null
  if (code >= 600) return { kind: 'partial', hashes }
  return (code >= 500 && ends.at(-1)) || { kind: 'abandoned' }
}

/**
 * Where a batch stands. What the chain shows to be done is done, whatever the wallet says; what can't be seen there is as the
 * wallet says. Throws when the RPC fails.
 */
export async function readBatchEnd(client: Client, asked: Asked, ask?: AskBatch): Promise<End> {
  const said = await readStatus(asked, ask)
  return (
    (said && (await readDone(client, said))) ||
    (await readSafeEnd(client, asked)) ||
    (said && (await readFailed(client, said))) || { kind: asked.isContract ? 'signers' : 'unseen' }
  )
}
