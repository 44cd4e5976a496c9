'use client'

import type { QueryClient } from '@tanstack/react-query'
import type { Address, Hash, Log } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import type { FlowState } from '@/lib/follow'
import { findSame } from '@/lib/journal'
import type { Block } from '@/lib/rpc'
import type { Wish } from '@/lib/wish'
import { type createRecord, hashOf } from './flow-record'
import { begin, type FlowView, type Stop } from './flow-view'
import { holdingsQuery } from './holdings-query'
import { readJournal } from './journal'
import type { createLock } from './one-tab'
import { allowancesAgain } from './other-allowances'
import { readFrom } from './read-from'
import { whyNot } from './status'
import { walletAccount } from './use-wallet'

/** Reads one more snapshot of an account afresh; a flow that changes it is done when it, too, was read again. */
export type Again = (client: QueryClient, account: Address) => Promise<{ block: Block }>

/** Where a flow runs: what it reads by, and who is told. `decline`: the person said no in the wallet. */
export type Stage = {
  book: AddressBook
  client: QueryClient
  /** Whom the page showed when it was begun. */
  account: Address | undefined
  /** Snapshots besides what an account holds that have to be read again afterwards. */
  more: readonly Again[]
  /** A larger approval that was typed on purpose. */
  wish: Wish | null
  setWish: (wish: null) => void
  show: (view: FlowView | null) => void
  /** False once the page has been left: a running transaction is followed to its end, and nobody is asked for another. */
  isHere: () => boolean
  decline: () => void
  /** Ends the flow on the page, which its transaction outlives: the journal follows it. `signal`: that was done. */
  leave: () => void
  signal: AbortSignal
}

type Shown = Pick<FlowView, 'steps' | 'names' | 'alone' | 'oneByOne'>
/** `lock`: nobody else is asked to sign for the account meanwhile. */
type Course = {
  states: AsyncIterable<FlowState>
  record: ReturnType<typeof createRecord>
  lock: ReturnType<typeof createLock>
}

export const stop = ({ show }: Stage, why: Stop, facts: Readonly<Record<string, string>> = {}, shown?: FlowView) =>
  show({
    ...(shown ?? begin({ kind: 'preparing', index: 0 })),
    state: { kind: 'stopped', index: shown?.state.index ?? 0, why, facts },
  })

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
async function whyWait({ asked }: FlowState & { kind: 'signing' }, { lock }: Course): Promise<Stop | null | undefined> {
  if (!(await lock.take())) return 'otherTab'
  const why = findSame(readJournal(), asked) ? 'sameCall' : await whyNot()
  return why ?? (walletAccount() === asked.account ? null : 'otherAccount')
}

/** How long (ms) a plan is good for while others sign, about as long as a block of one's own may take: a lone signer is done by then. */
const patience = 60_000

/** What leads to a question of the wallet. */
const comesBefore: readonly FlowState['kind'][] = ['switching', 'simulating', 'signing']

/** Shows every state and writes the journal; gives the last receipt's logs once all is mined and read again. */
export async function perform(
  stage: Stage,
  account: Address,
  course: Course,
  shown: Shown,
): Promise<readonly Log[] | undefined> {
  const { states, record, lock } = course
  const hashes: (Hash | undefined)[] = []
  const logs: Log[] = []
  let last: FlowState | undefined
  /** Since when others' signatures are waited for (ms): what comes next may have to be planned anew. */
  let waits: number | undefined
  stage.signal.addEventListener('abort', record.close, { once: true })
  for await (const state of states) {
    // Leaving the loop here is before the wallet is asked.
    const why = state.kind === 'signing' ? await whyWait(state, course) : null
    if (stage.signal.aborted || (!stage.isHere() && comesBefore.includes(state.kind))) return
    const isLate = waits !== undefined && Date.now() - waits > patience && comesBefore.includes(state.kind)
    if (why || isLate) {
      stop(stage, why ?? 'late', { account }, { ...shown, state, hashes: [...hashes] })
      return
    }
    record.write(state)
    // While the wallet is asked its window may be all that is seen of this tab.
    lock.keep(comesBefore.includes(state.kind))
    // That can take days, and the account can sign other things meanwhile.
    if (state.kind === 'signers') {
      lock.letGo()
      waits ??= Date.now()
    }
    hashes[state.index] = hashOf(state) ?? hashes[state.index]
    stage.show({ ...shown, state, hashes: [...hashes] })
    if (state.kind === 'mined') logs.push(...state.logs)
    last = state
  }
  if (last?.kind !== 'mined') return endShort(stage, last)
  const { gainsOf } = await import('@/lib/reads')
  await finish(stage, account, last.block, { ...shown, state: last, hashes, gains: gainsOf(logs, account) })
  record.close()
  return last.logs
}

/** After a last state in which not everything is mined. */
function endShort({ client, decline, show }: Stage, last: FlowState | undefined): undefined {
  if (last?.kind === 'declined') {
    decline()
    show(null)
  }
  // Whatever is on the page about this account is out of date.
  if (last?.kind === 'partial' || last?.kind === 'unfound') client.invalidateQueries().catch(() => {})
}
