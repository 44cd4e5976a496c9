'use client'

import { type FetchQueryOptions, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Address, Hash, Log } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import { writeFault } from '@/lib/fault'
import type { FlowState } from '@/lib/flow'
import { findSame } from '@/lib/journal'
import type { Names } from '@/lib/names'
import type { Position } from '@/lib/position'
import type { Protocol } from '@/lib/protocol'
import type { Block } from '@/lib/rpc'
import type { Step } from '@/lib/step'
import { createRecord, hashOf, readInterrupted } from './flow-record'
import { begin, type FlowView, isEnded, type Stop } from './flow-view'
import { readJournal } from './journal'
import { take } from './one-tab'
import { readFrom } from './read-from'
import { positionQuery } from './use-position'
import { protocolQuery } from './use-protocol'
import { walletSigner } from './use-wallet'

/** Computes the steps from snapshots that are read after the button was pressed. */
export type Plan = (protocol: Protocol, position: Position) => Promise<readonly Step[]>

type Query<T> = FetchQueryOptions<T, Error, T, string[]>

/** Reads one more snapshot of an account afresh; a flow that changes it is done when it, too, was read again. */
export type Again = (client: QueryClient, account: Address) => Promise<{ block: Block }>

/** Runs once the last step is mined and read again, with the logs of its transaction. */
type OnDone = (logs: readonly Log[]) => void

/**
 * Runs one flow at a time and renders its states. Closing the dialog hides a running flow, it does not stop it.
 * `more`: snapshots besides protocol and position that have to be read again afterwards.
 */
export function useFlow(book: AddressBook, more: readonly Again[] = []) {
  const client = useQueryClient()
  const [view, setView] = useState<FlowView | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [isDeclined, setDeclined] = useState(false)
  const [alone, setAlone] = useState<string>()

  const read = <T>(query: Query<T>): Promise<T> => client.fetchQuery({ ...query, staleTime: 0 })
  const stop = (why: Stop, facts = {}) => setView(begin({ kind: 'stopped', index: 0, why, facts }))

  /** After the last step is mined, reads the figures again before it says so. */
  const finish = async (account: Address, block: bigint, shown: FlowView) => {
    setView({ ...shown, state: { kind: 'refreshing', index: shown.state.index } })
    const all = [
      () => read(protocolQuery(book)),
      () => read(positionQuery(book, account)),
      ...more.map((again) => () => again(client, account)),
    ]
    await Promise.all(all.map((again) => readFrom(again, block)))
    setView({ ...shown, state: { kind: 'done', index: shown.state.index } })
  }

  /** Shows every state and writes the journal. */
  const show = async (
    account: Address,
    steps: FlowView['steps'],
    states: AsyncIterable<FlowState>,
    record: ReturnType<typeof createRecord>,
    names: Names,
  ) => {
    const hashes: (Hash | undefined)[] = []
    let last: FlowState | undefined
    for await (const state of states) {
      // Leaving the loop here is before the wallet is asked.
      if (state.kind === 'signing') {
        const why = findSame(readJournal(), state.asked) ? 'sameCall' : await (await import('./status')).whyNot()
        if (why) return stop(why)
      }
      record(state)
      hashes[state.index] = hashOf(state) ?? hashes[state.index]
      setView({ state, steps, names, hashes: [...hashes] })
      last = state
    }
    if (last?.kind === 'declined') {
      setDeclined(true)
      setView(null)
    }
    if (last?.kind !== 'mined') return
    await finish(account, last.block, { state: last, steps, names, hashes })
    return last.logs
  }

  const run = async (plan: Plan, onDone: OnDone) => {
    setView(begin({ kind: 'preparing', index: 0 }))
    const signer = await walletSigner()
    const letGo = await take(`flow.${signer.account}`)
    if (!letGo) return stop('otherTab')
    try {
      const { runFlow } = await import('@/lib/flow')
      const { l2, readUnsafeOf, toNames } = await import('@/lib/reads')
      const { readTold } = await import('./read-told')
      const told = await readTold(client, book, signer.account)
      if ('field' in told) return stop('hostsDiffer', { ...told, block: String(told.block) })
      setAlone(told.alone)
      const steps = await plan(told.protocol, told.position)
      // Between the press and the fresh snapshots there was nothing left to do.
      if (steps.length === 0) return setView(null)
      const fault = writeFault(told.protocol) ?? (await readUnsafeOf(told.clients, book, steps))
      if (fault) return setView(begin({ kind: 'blocked', index: 0, fault }))
      const logs = await show(
        signer.account,
        steps,
        runFlow(l2, signer, steps),
        createRecord(steps),
        toNames(book, steps),
      )
      if (logs) onDone(logs)
    } finally {
      letGo()
    }
  }

  /** `onDone` is called once everything is mined and read again, with the logs of the last transaction. */
  const start = (plan: Plan, onDone: OnDone) => {
    setOpen(true)
    setDeclined(false)
    run(plan, onDone).catch((error: unknown) => setView(begin({ kind: 'failed', index: 0, error })))
  }

  const resume = async () => {
    const entry = readInterrupted()
    if (!entry || entry.hashes.length === 0) return
    const [{ follow }, { l2 }] = await Promise.all([import('@/lib/flow'), import('@/lib/reads')])
    const steps = [{ id: entry.step, amount: entry.amount }]
    setOpen(true)
    await show(entry.account, steps, follow({ client: l2, index: 0, asked: entry }), createRecord([], entry), new Map())
  }

  // The tab may have been reloaded while a transaction was on its way.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    resume().catch(() => {})
  }, [])

  const close = () => {
    setOpen(false)
    if (view && isEnded(view)) setView(null)
  }

  const shown = view && { ...view, alone }
  return { view: shown, isOpen: isOpen && view !== null, isDeclined, start, close, reopen: () => setOpen(true) }
}
