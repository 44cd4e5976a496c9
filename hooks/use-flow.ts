'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import type { Wish } from '@/lib/wish'
import type { Deed } from './flow-runner'
import { begin, type FlowView, isEnded, type Plan } from './flow-view'
import { wasInterrupted } from './interrupted'
import type { Again, Stage } from './perform-flow'
import { walletAccount } from './use-wallet'

/** What runs a flow; loaded when somebody may want it, and once only. */
export const loadRunner = () => import('./flow-runner')

/**
 * Runs one flow at a time and renders its states. Closing the dialog hides a running flow, it does not stop it; only one that waits for others' signatures is left to the journal.
 * It opens again when the wallet is to be asked, and a page that is left asks for nothing more. What runs it is loaded when it is needed.
 * `more`: snapshots besides what the account holds that have to be read again afterwards.
 */
export function useFlow(book: AddressBook, more: readonly Again[] = []) {
  const client = useQueryClient()
  const [view, setView] = useState<FlowView | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [isDeclined, setDeclined] = useState(false)
  const next = useRef<() => void>(undefined)
  const [wish, setWish] = useState<Wish | null>(null)
  const running = useRef<AbortController>(undefined)

  const isHere = useRef(false)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])

  const show = (next: FlowView | null) => {
    setView(next)
    if (next?.state.kind === 'signing') setOpen(true)
  }

  const leave = (own: AbortController) => {
    own.abort()
    // Another flow may have begun meanwhile, and what is shown is its own.
    if (running.current !== own) return
    setOpen(false)
    setView(null)
  }

  const enter = (account?: Address): Stage => {
    const own = new AbortController()
    running.current = own
    const { signal } = own
    const decline = () => setDeclined(true)
    return {
      book,
      client,
      account,
      more,
      wish,
      setWish,
      show,
      isHere: () => isHere.current,
      decline,
      leave: () => leave(own),
      signal,
    }
  }

  const start = <T>(plan: Plan<T>, deed: Deed<T> = {}) => {
    setOpen(true)
    // One at a time: what runs is shown, and nothing else begins.
    if (view && !isEnded(view)) return
    setDeclined(false)
    setView(begin({ kind: 'preparing', index: 0 }))
    const account = walletAccount()
    next.current = () =>
      loadRunner()
        .then(({ run }) => run(enter(account), plan, deed))
        .catch((error: unknown) => setView(begin({ kind: 'failed', index: 0, error })))
  }

  /** Called by the dialog once it is there: nothing is asked of a wallet whose owner can't see what. */
  const proceed = () => {
    next.current?.()
    next.current = undefined
  }

  // The tab may have been reloaded while a transaction was on its way.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    if (!wasInterrupted()) return
    loadRunner()
      .then(({ resume }) => resume(enter(), () => setOpen(true)))
      .catch(() => {})
  }, [])

  const close = () => {
    // Others have to sign now, and nobody knows when.
    if (view?.state.kind === 'signers' && running.current) return leave(running.current)
    setOpen(false)
    if (view && isEnded(view)) setView(null)
  }

  const reopen = () => setOpen(true)
  return { view, isOpen: isOpen && view !== null, isDeclined, wish, setWish, start, proceed, close, reopen }
}
