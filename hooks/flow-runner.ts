'use client'

import type { QueryClient } from '@tanstack/react-query'
import type { Address, Hash, Log } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import { writeFault } from '@/lib/fault'
import { runFlow } from '@/lib/flow'
import { type FlowState, follow } from '@/lib/follow'
import { findSame } from '@/lib/journal'
import { l2, readUnsafeOf, toNames } from '@/lib/reads'
import type { Block } from '@/lib/rpc'
import { type Wish, withWish } from '@/lib/wish'
import { askWallet } from './ask-wallet'
import { createRecord, hashOf, readInterrupted, stepsOf } from './flow-record'
import { begin, type FlowView, type Plan, type Stop } from './flow-view'
import { holdingsQuery } from './holdings-query'
import { readJournal } from './journal'
import { take } from './one-tab'
import { allowancesAgain } from './other-allowances'
import { readFrom } from './read-from'
import { readTold } from './read-told'
import { whyNot } from './status'
import { walletSigner } from './use-wallet'
import { whenSeen } from './when-seen'

/** Reads one more snapshot of an account afresh; a flow that changes it is done when it, too, was read again. */
export type Again = (client: QueryClient, account: Address) => Promise<{ block: Block }>

/** Where a flow runs: what it reads by, and who is told. `decline`: the person said no in the wallet. */
export type Stage = {
  book: AddressBook
  client: QueryClient
  /** Snapshots besides what an account holds that have to be read again afterwards. */
  more: readonly Again[]
  /** A larger approval that was typed on purpose. */
  wish: Wish | null
  setWish: (wish: null) => void
  show: (view: FlowView | null) => void
  decline: () => void
}

type Shown = Pick<FlowView, 'steps' | 'names' | 'alone' | 'oneByOne'>
type Recorder = ReturnType<typeof createRecord>

const stop = ({ show }: Stage, why: Stop, facts: Readonly<Record<string, string>> = {}) =>
  show(begin({ kind: 'stopped', index: 0, why, facts }))

/** After the last step is mined, reads the figures again before it says so. */
async function finish(stage: Stage, account: Address, block: bigint, shown: FlowView): Promise<void> {
  const { book, client, more, show } = stage
  const { index } = shown.state
  show({ ...shown, state: { kind: 'refreshing', index } })
  await readFrom(
    async () => (await client.fetchQuery({ ...holdingsQuery(book, account), staleTime: 0 })).position,
    block,
  )
  const others = [...more.map((again) => () => again(client, account)), ...allowancesAgain(book, client, account)]
  await Promise.all(others.map((again) => readFrom(again, block)))
  show({ ...shown, state: { kind: 'done', index } })
}

/** Why the wallet is not to be asked just now, if so. */
const whyWait = async (state: FlowState & { kind: 'signing' }): Promise<Stop | null | undefined> =>
  findSame(readJournal(), state.asked) ? 'sameCall' : whyNot()

/** Shows every state and writes the journal; gives the last receipt's logs once all is mined and read again. */
async function perform(
  stage: Stage,
  account: Address,
  states: AsyncIterable<FlowState>,
  record: Recorder,
  shown: Shown,
): Promise<readonly Log[] | undefined> {
  const hashes: (Hash | undefined)[] = []
  let last: FlowState | undefined
  for await (const state of states) {
    // Leaving the loop here is before the wallet is asked.
    const why = state.kind === 'signing' ? await whyWait(state) : null
    if (why) {
      stop(stage, why)
      return
    }
    record(state)
    hashes[state.index] = hashOf(state) ?? hashes[state.index]
    stage.show({ ...shown, state, hashes: [...hashes] })
    last = state
  }
  if (last?.kind === 'declined') {
    stage.decline()
    stage.show(null)
  }
  // Whatever is on the page about this account is out of date.
  if (last?.kind === 'partial') await stage.client.invalidateQueries()
  if (last?.kind !== 'mined') return
  await finish(stage, account, last.block, { ...shown, state: last, hashes })
  return last.logs
}

/**
 * Runs the steps that a plan comes to; `onDone` is told the logs of the last transaction once all is mined and read again.
 * `canJoin`: several steps may be signed as one, if the wallet can.
 */
export async function run(
  stage: Stage,
  plan: Plan,
  onDone: (logs: readonly Log[]) => void,
  canJoin = true,
): Promise<void> {
  const { book, show } = stage
  const signer = await walletSigner()
  const letGo = await take(`flow.${signer.account}`)
  if (!letGo) return stop(stage, 'otherTab')
  try {
    const told = await readTold(stage.client, book, signer.account)
    if ('field' in told) return stop(stage, 'hostsDiffer', { ...told, block: String(told.block) })
    const steps = withWish(await plan(told.protocol, told.position), stage.wish)
    // Between the press and the fresh snapshots there was nothing left to do.
    if (steps.length === 0) return show(null)
    const fault = writeFault(told.protocol) ?? (await readUnsafeOf(told.clients, book, steps))
    if (fault) return show(begin({ kind: 'blocked', index: 0, fault }))
    const oneByOne = () => {
      show(begin({ kind: 'preparing', index: 0 }))
      run(stage, plan, onDone, false).catch((error: unknown) => show(begin({ kind: 'failed', index: 0, error })))
    }
    const shown = { steps, names: toNames(book, steps), alone: told.alone, oneByOne }
    const states = runFlow(l2, signer, steps, { wait: whenSeen, canJoin })
    const logs = await perform(stage, signer.account, states, createRecord(steps), shown)
    if (!logs) return
    // It was meant for this once.
    stage.setWish(null)
    onDone(logs)
  } finally {
    letGo()
  }
}

/** Goes on following what this tab was following when it was reloaded; `open` is called if there is such a thing. */
export async function resume(stage: Stage, open: () => void): Promise<void> {
  const entry = readInterrupted()
  if (!entry || entry.outcome === 'asked') return
  const steps = stepsOf(entry)
  const at = { index: steps.length - 1, together: steps.length > 1 }
  open()
  const ask = askWallet(entry.account)
  const states = follow({ client: l2, ...at, asked: entry, ask, wait: whenSeen })
  await perform(stage, entry.account, states, createRecord([], entry), { steps, names: new Map() })
}
