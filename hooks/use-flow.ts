'use client'

import { type FetchQueryOptions, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Address, Hash, Log } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import { type Unsafe, writeFault } from '@/lib/fault'
import type { FlowState } from '@/lib/flow'
import type { Position } from '@/lib/position'
import type { Protocol } from '@/lib/protocol'
import type { Block } from '@/lib/rpc'
import type { Step } from '@/lib/step'
import { forgetPending, keepPending, readPending } from './pending'
import { positionQuery } from './use-position'
import { protocolQuery } from './use-protocol'
import { walletSigner } from './use-wallet'

/** What the dialog shows. `refreshing`: all mined, the figures are being read again; `done`: they have been. */
export type FlowView = {
  steps: readonly (Pick<Step, 'id' | 'amount'> & Partial<Step>)[]
  state:
    | FlowState
    | { kind: 'preparing' | 'refreshing' | 'done'; index: number }
    | { kind: 'blocked'; index: number; fault: Unsafe }
  /** Hash of each step that was sent, by index. */
  hashes: readonly (Hash | undefined)[]
}

/** Computes the steps from snapshots that are read after the button was pressed. */
export type Plan = (protocol: Protocol, position: Position) => Promise<readonly Step[]>

type Query<T> = FetchQueryOptions<T, Error, T, string[]>

/** Reads one more snapshot of an account afresh; a flow that changes it is done when it, too, was read again. */
export type Again = (client: QueryClient, account: Address) => Promise<{ block: Block }>

const ends = ['blocked', 'done', 'declined', 'reverted', 'cancelled', 'superseded', 'failed']

/** A flow that nothing more will happen to. */
export const isEnded = ({ state }: FlowView): boolean => ends.includes(state.kind)

const pause = () => new Promise((resolve) => setTimeout(resolve, 500))

/**
 * Runs one flow at a time and renders its states. Closing the dialog hides a running flow, it does not stop it.
 * `more`: snapshots besides protocol and position that have to be read again afterwards.
 */
export function useFlow(book: AddressBook, more: readonly Again[] = []) {
  const client = useQueryClient()
  const [view, setView] = useState<FlowView | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [isDeclined, setDeclined] = useState(false)

  const read = <T>(query: Query<T>): Promise<T> => client.fetchQuery({ ...query, staleTime: 0 })

  /** Reads until the snapshot is at or after `block`: a node may lag behind the one that had the receipt. */
  const readFrom = async (again: () => Promise<{ block: Block }>, block: bigint): Promise<void> => {
    while (((await again().catch(() => undefined))?.block.number ?? -1n) < block) await pause()
  }

  /** Shows every state; after the last one is mined, reads the figures again before it says so. */
  const show = async (account: Address, steps: FlowView['steps'], states: AsyncIterable<FlowState>) => {
    const hashes: (Hash | undefined)[] = []
    let last: FlowState | undefined
    for await (const state of states) {
      const step = steps[state.index]
      if ('hash' in state) hashes[state.index] = state.hash
      if (state.kind === 'sent' && step) keepPending({ account, hash: state.hash, id: step.id, amount: step.amount })
      else if (state.kind !== 'unseen') forgetPending()
      setView({ state, steps, hashes: [...hashes] })
      last = state
    }
    if (last?.kind === 'declined') {
      setDeclined(true)
      setView(null)
    }
    if (last?.kind !== 'mined') return null
    const { block, index } = last
    setView({ state: { kind: 'refreshing', index }, steps, hashes })
    const all = [
      () => read(protocolQuery(book)),
      () => read(positionQuery(book, account)),
      ...more.map((again) => () => again(client, account)),
    ]
    await Promise.all(all.map((again) => readFrom(again, block)))
    setView({ state: { kind: 'done', index }, steps, hashes })
    return last.logs
  }

  const run = async (plan: Plan, onDone: (logs: readonly Log[]) => void) => {
    setView({ state: { kind: 'preparing', index: 0 }, steps: [], hashes: [] })
    const [signer, { runFlow }, { l2, readUnsafe }] = await Promise.all([
      walletSigner(),
      import('@/lib/flow'),
      import('@/lib/reads'),
    ])
    const [protocol, position] = await Promise.all([
      read(protocolQuery(book)),
      read(positionQuery(book, signer.account)),
    ])
    const steps = await plan(protocol, position)
    // Between the press and the fresh snapshots there was nothing left to do.
    if (steps.length === 0) return setView(null)
    const fault = writeFault(protocol) ?? (await readUnsafe(l2, book, steps))
    if (fault) return setView({ state: { kind: 'blocked', index: 0, fault }, steps: [], hashes: [] })
    const logs = await show(signer.account, steps, runFlow(l2, signer, steps))
    if (logs) onDone(logs)
  }

  /** `onDone` is called once everything is mined and read again, with the logs of the last transaction. */
  const start = (plan: Plan, onDone: (logs: readonly Log[]) => void) => {
    setOpen(true)
    setDeclined(false)
    run(plan, onDone).catch((error: unknown) =>
      setView({ steps: [], hashes: [], state: { kind: 'failed', index: 0, error } }),
    )
  }

  const resume = async () => {
    const kept = readPending()
    if (!kept) return
    const [{ follow }, { l2 }] = await Promise.all([import('@/lib/flow'), import('@/lib/reads')])
    const sent: FlowView = { state: { kind: 'sent', index: 0, hash: kept.hash }, steps: [kept], hashes: [kept.hash] }
    setView(sent)
    setOpen(true)
    await show(kept.account, sent.steps, follow({ client: l2, index: 0, hash: kept.hash }))
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

  return { view, isOpen: isOpen && view !== null, isDeclined, start, close, reopen: () => setOpen(true) }
}
