import { type Account, createPublicClient, http } from 'viem'
import { expect } from 'vitest'
import { type Failure, failureOf, revertStrings } from '@/lib/errors'
import type { FlowState } from '@/lib/follow'
import type { Client } from '@/lib/rpc'
import type { Step } from '@/lib/step'
import { l2, world } from './devnet'
import { type Manner, startRudeProxy } from './rude-proxy'
import { signerOf, statesOf } from './signer'

/** Keeps the bytes of a refusal to itself, and says in words what older nodes do. */
const terse: Manner = (_, __, refusal) => refusal && { error: { code: -32000, message: refusal.message } }

/** The same, and lets nothing stand in the place of anything. */
const old: Manner = (asked, answer, refusal) =>
  asked.method === 'eth_call' && asked.params[2] !== undefined
    ? { error: { code: -32602, message: 'too many arguments, want at most 2' } }
    : terse(asked, answer, refusal)

const failureIn = (states: readonly FlowState[]): Failure | 'none' => {
  const last = states.at(-1)
  return last?.kind === 'failed' ? failureOf(last.error) : 'none'
}

/**
 * What the last of some steps fails with; `none` when all are mined. What it is refused for is the same, whatever manner of node
 * is asked; only an error without words takes one that gives its bytes or a trial.
 */
export async function failure(account: Account, steps: readonly Step[]): Promise<Failure | 'none'> {
  const signer = signerOf(account)
  const found = failureIn(await statesOf(steps, signer))
  if (found === 'none') return found
  const isWorded = (Object.values(revertStrings) as Failure[]).includes(found)
  for (const manner of isWorded ? [terse, old] : [terse]) {
    const proxy = await startRudeProxy(world.l2.url, manner)
    const behind = createPublicClient({ chain: l2.chain, transport: http(proxy.url) }) as unknown as Client
    expect(failureIn(await statesOf(steps.slice(-1), signer, behind))).toBe(found)
    await proxy.stop()
  }
  return found
}
