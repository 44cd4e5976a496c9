'use client'

import type { Hash } from 'viem'
import type { FlowState } from '@/lib/follow'
import { type Entry, isOpen, withEnd } from '@/lib/journal'
import type { Step } from '@/lib/step'
import { keepFollowed, readFollowed } from './interrupted'
import { forgetEntry, keepEntry, readJournal } from './journal'

/** Entries that a flow in this tab follows; nobody else has to. */
export const followed = new Set<string>()

/** The entry that this tab was following when it was reloaded, if its end is still open. */
export function readInterrupted(): Entry | undefined {
  const id = readFollowed()
  return readJournal().find((entry) => entry.id === id && isOpen(entry))
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
  if (state.kind === 'sent') return { ...entry, ...state.asked, outcome: state.asked.isSeen ? 'waiting' : 'sent' }
  if (state.kind === 'unseen' || state.kind === 'dropped' || state.kind === 'signers')
    return { ...entry, ...state.asked, outcome: state.kind }
  return state.kind === 'abandoned' || state.kind === 'partial' || 'hash' in state ? withEnd(entry, state) : entry
}

/** Writes the journal from the states of one flow: an entry for every signature asked for, kept when one was given. */
export function createRecord(steps: readonly Step[], resumed?: Entry) {
  let entry = resumed
  if (entry) followed.add(entry.id)
  const letGo = () => {
    if (entry) followed.delete(entry.id)
    keepFollowed(undefined)
  }
  return (state: FlowState) => {
    const step = steps[state.index]
    if (state.kind === 'signing' && step) entry = toEntry(state, step)
    if (!entry) return
    followed.add(entry.id)
    keepFollowed(entry.id)
    entry = next(entry, state)
    const isUnsigned = entry.outcome === 'asked' && ['declined', 'refused', 'failed'].includes(state.kind)
    if (isUnsigned) forgetEntry(entry.id)
    else keepEntry(entry)
    if (!isOpen(entry) || isUnsigned || state.kind === 'unclear') letGo()
  }
}
