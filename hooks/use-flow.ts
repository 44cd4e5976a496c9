'use client'

import { type FetchQueryOptions, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Hash } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import type { FlowState } from '@/lib/flow'
import type { Position } from '@/lib/position'
import type { Protocol } from '@/lib/protocol'
import type { Step } from '@/lib/step'
import { wiringFault } from '@/lib/wiring'
import { positionQuery } from './use-position'
import { protocolQuery } from './use-protocol'
import { walletSigner } from './use-wallet'

/** What the dialog shows. `refreshing`: all mined, the figures are being read again; `done`: they have been. */
export type FlowView = {
  steps: readonly Step[]
  state: FlowState | { kind: 'preparing' | 'blocked' | 'refreshing' | 'done'; index: number }
  /** Hash of each step that was sent, by index. */
  hashes: readonly (Hash | undefined)[]
}

/** Computes the steps from snapshots that are read after the button was pressed. */
export type Plan = (protocol: Protocol, position: Position) => Promise<readonly Step[]>

type Query<T> = FetchQueryOptions<T, Error, T, string[]>

const ends = ['blocked', 'done', 'declined', 'reverted', 'cancelled', 'superseded', 'failed']

/** A flow that nothing more will happen to. */
export const isEnded = ({ state }: FlowView): boolean => ends.includes(state.kind)

const pause = () => new Promise((resolve) => setTimeout(resolve, 500))

/** Runs one flow at a time and renders its states. Closing the dialog hides a running flow, it does not stop it. */
export function useFlow(book: AddressBook) {
  const client = useQueryClient()
  const [view, setView] = useState<FlowView | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [isDeclined, setDeclined] = useState(false)

  const read = <T>(query: Query<T>): Promise<T> => client.fetchQuery({ ...query, staleTime: 0 })

  /** Reads until the snapshot is at or after `block`: a node may lag behind the one that had the receipt. */
  const readFrom = async <T extends Protocol | Position>(query: Query<T>, block: bigint): Promise<void> => {
    while (((await read(query).catch(() => undefined))?.block.number ?? -1n) < block) await pause()
  }

  const run = async (plan: Plan) => {
    const show = (state: FlowView['state'], steps: readonly Step[] = [], hashes: FlowView['hashes'] = []) =>
      setView({ state, steps, hashes })
    show({ kind: 'preparing', index: 0 })
    const [signer, { runFlow }, { l2 }] = await Promise.all([
      walletSigner(),
      import('@/lib/flow'),
      import('@/lib/reads'),
    ])
    const mine = positionQuery(book, signer.account)
    const [protocol, position] = await Promise.all([read(protocolQuery(book)), read(mine)])
    if (wiringFault(protocol.checks)) return show({ kind: 'blocked', index: 0 })
    const steps = await plan(protocol, position)
    const hashes: (Hash | undefined)[] = []
    let last: FlowState | undefined
    for await (const state of runFlow(l2, signer, steps)) {
      if ('hash' in state) hashes[state.index] = state.hash
      show(state, steps, [...hashes])
      last = state
    }
    if (last?.kind === 'declined') {
      setDeclined(true)
      return setView(null)
    }
    if (last?.kind !== 'mined') return
    show({ kind: 'refreshing', index: last.index }, steps, hashes)
    const { block } = last
    await Promise.all([readFrom(protocolQuery(book), block), readFrom(mine, block)])
    show({ kind: 'done', index: last.index }, steps, hashes)
  }

  const start = (plan: Plan) => {
    setOpen(true)
    setDeclined(false)
    run(plan).catch((error: unknown) => setView({ steps: [], hashes: [], state: { kind: 'failed', index: 0, error } }))
  }

  const close = () => {
    setOpen(false)
    if (view && isEnded(view)) setView(null)
  }

  return { view, isOpen: isOpen && view !== null, isDeclined, start, close, reopen: () => setOpen(true) }
}
