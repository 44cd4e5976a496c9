import type { Address } from 'viem'
import { firstDifference, HostsDiffer } from './agreement'
import { behindError } from './before'
import { pause } from './follow'
import type { Client } from './rpc'
import { patience } from './second-opinion'
import { lpTokensOf, type Step, toSignedCall } from './step'
import { readTrial, type Trial } from './trial'

/** The newest block that all of them have; one that has not got block `from` yet is given a little time. Throws when it needs more. */
async function readCommon(clients: readonly Client[], from: bigint): Promise<bigint> {
  for (const until = Date.now() + patience; ; await pause(500)) {
    const heads = await Promise.all(clients.map((client) => client.getBlockNumber({ cacheTime: 0 })))
    const common = heads.reduce((a, b) => (b < a ? b : a))
    if (common >= from) return common
    if (Date.now() > until) throw behindError(from)
  }
}

/**
 * What steps would do, as {@link readTrial}, by every host that decides a signature: several are asked of one block, `from` or
 * later. Null where one of them can't say. Throws {@link HostsDiffer} where they say different things, and when one has no such block.
 */
export async function readAgreedTrial(
  clients: readonly Client[],
  account: Address,
  steps: readonly Step[],
  from: bigint,
): Promise<Trial | null> {
  const blockNumber = clients.length > 1 ? await readCommon(clients, from) : undefined
  const subject = { recipient: steps.at(-1)?.recipient?.address, lps: lpTokensOf(steps), blockNumber }
  const calls = steps.map(toSignedCall)
  const [first, ...others] = await Promise.all(clients.map((client) => readTrial(client, account, calls, subject)))
  if (!first || others.includes(null)) return null
  if (others.some((each) => firstDifference(first, each) !== undefined)) throw new HostsDiffer()
  return first
}
