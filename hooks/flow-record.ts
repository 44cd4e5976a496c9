'use client'

import type { Hash } from 'viem'
import type { FlowState } from '@/lib/follow'
import { type Entry, isOpen, withEnd } from '@/lib/journal'
import type { Step } from '@/lib/step'
import type { Told } from '@/lib/transaction'
import { forgetFollowed, keepFollowed, readFollowed } from './followed'
import { forgetEntry, keepEntry, readJournal } from './journal'

/** Entries that a flow in this tab follows; nobody else has to. */
export const followed = new Set<string>()

/** The entry that this tab was following when it was reloaded, and what of its form goes when it is done. */
export function readInterrupted(): { entry: Entry; field: string | undefined } | undefined {
  const known = readFollowed()
  const entry = readJournal().find(({ id, outcome }) => id === known?.id && outcome !== 'left')
  return entry && { entry, field: known?.field }
}

/** What a flow last told of an entry; null: its end. */
export const toTold = (entry: Entry): Told | null => {
  const { outcome } = entry
  if (outcome === 'unseen' || outcome === 'dropped' || outcome === 'signers') return outcome
  return isOpen(entry) ? 'sent' : null
}

/** The steps of an entry, several if they were signed as one; what it gives is given by the last. */
export const stepsOf = ({ batch, recipient: to, ...entry }: Entry) =>
  (batch?.calls ?? [entry]).map(({ step: id, amount }, i, { length }) => ({
    id,
    amount,
    ...(to && i === length - 1 && { recipient: { address: to } }),
  }))

const toEntry = (state: FlowState & { kind: 'signing' }, { id: step, amount, chainId, recipient: to }: Step): Entry => {
  const askedAt = Date.now()
  const id = `${askedAt}-${state.asked.nonce}-${Math.random().toString(36).slice(2)}`
  const recipient = to && { recipient: to.address }
  return { ...state.asked, ...recipient, id, chainId, step, amount, askedAt, outcome: 'asked' }
}

/** The newest hash a state tells of. */
export const hashOf = (state: FlowState): Hash | undefined =>
  'hash' in state
    ? state.hash
    : 'hashes' in state
      ? state.hashes.at(-1)
      : 'asked' in state
        ? state.asked.hashes.at(-1)
        : undefined

function next(entry: Entry, state: FlowState): Entry {
  switch (state.kind) {
    case 'sent':
      return { ...entry, ...state.asked, outcome: state.asked.isSeen ? 'waiting' : 'sent' }
    case 'unseen':
    case 'dropped':
    case 'signers':
      return { ...entry, ...state.asked, outcome: state.kind }
    case 'switching':
    case 'simulating':
    case 'signing':
    case 'declined':
    case 'refused':
    case 'failed':
    case 'unclear':
      return entry
    default:
      return withEnd(entry, state)
  }
}

/** `field`: what of a form goes when the last step is done. */
type Course = { steps: readonly Step[]; field?: string | undefined; resumed?: Entry }

/**
 * Writes the journal from the states of one flow: an entry for every signature asked for, kept when one was given.
 * The last one is let go of by `close`, when the page shows what it did.
 */
export function createRecord({ steps, field, resumed }: Course) {
  let entry = resumed
  if (entry) followed.add(entry.id)
  const close = () => {
    if (entry) followed.delete(entry.id)
    // Another flow of this tab may have taken its place.
    if (readFollowed()?.id === entry?.id) forgetFollowed()
  }
  /** The person has taken it off the open ones in the list. */
  const isLeft = () => readJournal().some(({ id, outcome }) => id === entry?.id && outcome === 'left')
  const write = (state: FlowState) => {
    const step = steps[state.index]
    if (state.kind === 'signing' && step) entry = toEntry(state, step)
    if (!entry) return
    const isLast = state.index >= steps.length - 1
    followed.add(entry.id)
    keepFollowed({ id: entry.id, field: isLast ? field : undefined })
    entry = next(entry, state)
    // Taken off the list while it was looked at: only an end is news.
    if (isLeft() && isOpen(entry)) return
    const isUnsigned = entry.outcome === 'asked' && ['declined', 'refused', 'failed'].includes(state.kind)
    if (isUnsigned) forgetEntry(entry.id)
    else keepEntry(entry)
    const isStill = isOpen(entry) || (isLast && state.kind === 'mined')
    if (!isStill || isUnsigned || state.kind === 'unclear') close()
  }
  return { write, close, isLeft }
}
