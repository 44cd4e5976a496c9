import type { Hex } from 'viem'
import type { Call, Evidence } from './evidence'
import { type Clients, type Rerun, type RerunChain, readEvidence, readNewEvidence } from './evidence-reads'

/** One recorded answer beside what the chain says of the same block (`past`), and of the newest one. */
export type RecheckRow = { call: Call; past: Rerun['verdict']; now: Rerun['verdict']; latest: Hex | null | undefined }
export type Recheck = { chains: readonly RerunChain[]; rows: readonly RecheckRow[] }

const nameOf = ({ kind, chainId, to, data }: Call) => [kind, chainId, to.toLowerCase(), data].join(' ')

const compare = (recorded: Hex | null, found: Hex | null | undefined): Rerun['verdict'] =>
  found === undefined ? 'unread' : found?.toLowerCase() === recorded?.toLowerCase() ? 'match' : 'differs'

/** Asks everything of a record again, at its own blocks and at the newest ones. Never throws. */
export async function readRecheck(clients: Clients, evidence: Evidence): Promise<Recheck> {
  const [again, today] = await Promise.all([
    readEvidence(clients, evidence),
    readNewEvidence(clients, evidence.calls).catch(() => undefined),
  ])
  const latest = new Map(today?.calls.map((call) => [nameOf(call), call.result]))
  const atBlock = new Set(again.chains.filter(({ at }) => at === 'block').map(({ id }) => id))
  return {
    chains: again.chains,
    rows: again.calls.map(({ call, verdict, found }) => {
      const isThen = atBlock.has(call.chainId)
      // An RPC without the old state was asked for the newest one instead.
      const newest = latest.has(nameOf(call)) ? latest.get(nameOf(call)) : isThen ? undefined : found
      return { call, past: isThen ? verdict : 'unread', now: compare(call.result, newest), latest: newest }
    }),
  }
}
