'use client'

import type { Log } from 'viem'
import { writeFault } from '@/lib/fault'
import type { Run } from '@/lib/follow'
import { withWish } from '@/lib/wish'
import { askWallet } from './ask-wallet'
import { createRecord, followed, readInterrupted, stepsOf, toTold } from './flow-record'
import { begin, type Plan } from './flow-view'
import { forgetKept } from './forget-kept'
import { createLock } from './one-tab'
import { perform, type Stage, stop } from './perform-flow'
import { type Also, readTold } from './read-told'
import { turns } from './turns'
import { walletSigner } from './use-wallet'
import { whenSeen } from './when-seen'

/** How a flow waits, unless it has been left; taking its entry off the open ones leaves it as well. */
function waiting({ signal, leave }: Stage, { isLeft }: ReturnType<typeof createRecord>): Pick<Run, 'wait' | 'watch'> {
  const check = () => {
    signal.throwIfAborted()
    if (isLeft()) leave()
    signal.throwIfAborted()
  }
  return { wait: (ms) => whenSeen(ms).then(check), watch: () => turns.watch(check) }
}

/**
 * What belongs to a plan: what it reads besides protocol and position, and what follows when it is done, the field that is
 * emptied and who is told the last receipt's logs.
 */
export type Deed<T> = { also?: Also<T>; field?: string; onDone?: ((logs: readonly Log[]) => void) | undefined }

/**
 * Runs the steps that a plan comes to, and what follows once all is mined and read again.
 * `canJoin`: several steps may be signed as one, if the wallet can.
 */
export async function run<T>(stage: Stage, plan: Plan<T>, deed: Deed<T>, canJoin = true): Promise<void> {
  const { book, show } = stage
  const { l2, readUnsafeOf, runFlow, toNames } = await import('@/lib/reads')
  const signer = await walletSigner()
  // What was typed was meant for the account that was shown then.
  if (signer.account !== stage.account) return stop(stage, 'otherAccount', { account: stage.account ?? '' })
  const lock = createLock(`flow.${signer.account}`)
  if (!(await lock.take())) return stop(stage, 'otherTab')
  lock.keep(true)
  try {
    const told = await readTold(stage.client, book, signer.account, deed.also)
    if ('field' in told) return stop(stage, 'hostsDiffer', { ...told, block: String(told.block) })
    const steps = withWish(await plan(told.protocol, told.position, told.also), stage.wish)
    // What was pressed for has been done meanwhile, or can't be done any more.
    if (steps.length === 0) return stop(stage, 'changed')
    const fault = writeFault(told.protocol) ?? (await readUnsafeOf(told.clients, book, steps))
    if (fault) return show(begin({ kind: 'blocked', index: 0, fault }))
    const oneByOne = () => {
      show(begin({ kind: 'preparing', index: 0 }))
      run(stage, plan, deed, false).catch((error: unknown) => show(begin({ kind: 'failed', index: 0, error })))
    }
    const shown = { steps, names: toNames(book, steps), alone: told.alone, oneByOne }
    const { field, onDone } = deed
    const record = createRecord({ steps, field })
    const states = runFlow(l2, signer, steps, {
      ...waiting(stage, record),
      canJoin,
      hosts: told.clients,
      from: told.protocol.block.number,
    })
    const logs = await perform(stage, signer.account, { states, record, lock }, shown)
    if (!logs) return
    // It was meant for this once.
    stage.setWish(null)
    if (field) forgetKept(field)
    onDone?.(logs)
  } finally {
    lock.letGo()
  }
}

/** Goes on following what this tab was following when it was reloaded; `open` is called if there is such a thing, and nothing in this tab follows it yet. */
export async function resume(stage: Stage, open: () => void): Promise<void> {
  const { entry, field } = readInterrupted() ?? {}
  if (!entry || entry.outcome === 'asked' || followed.has(entry.id)) return
  // While this tab is seen, no other one signs for the account; where one does just now, it is followed all the same.
  const lock = createLock(`flow.${entry.account}`)
  await whenSeen(0)
  await lock.take()
  try {
    const { follow, l2 } = await import('@/lib/reads')
    const steps = stepsOf(entry)
    const at = { index: steps.length - 1, together: steps.length > 1 }
    const ask = askWallet(entry.account)
    const record = createRecord({ steps: [], field, resumed: entry })
    const { watch } = waiting(stage, record)
    const states = follow({ client: l2, ...at, asked: entry, told: toTold(entry), ask, watch })
    open()
    const logs = await perform(stage, entry.account, { states, record, lock }, { steps, names: new Map() })
    if (logs && field) forgetKept(field)
  } finally {
    lock.letGo()
  }
}
