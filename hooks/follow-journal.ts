'use client'

import { isOpen, ofEntry, withEnd } from '@/lib/journal'
import type * as Reads from '@/lib/reads'
import { isFinal } from '@/lib/transaction'
import type { Before } from '@/lib/transaction-end'
import { askWallet } from './ask-wallet'
import { followed } from './flow-record'
import { keepEntry, readJournal } from './journal'
import { take } from './one-tab'
import { queryClient } from './query-client'
import { whenSeen } from './when-seen'

/** Rounds from one look at an entry to the next, by its age (ms): the first minute, once a block, and half as often after ten minutes. */
const roundsAt = (age: number): number => (age < 60_000 ? 1 : age < 600_000 ? 5 : 10)

/** What the last look at each entry found. */
const before = new Map<string, Before>()
/** When each was looked at last (ms). */
const lookedAt = new Map<string, number>()

/** Entries that nobody else follows: not of a flow in this tab. */
const waiting = () => readJournal().filter((entry) => isOpen(entry) && !followed.has(entry.id))

/** One look at each. An RPC that does not answer is asked again the next time. */
async function look({ l2, lookAgain }: typeof Reads): Promise<void> {
  for (const entry of waiting()) {
    const [now, last] = [Date.now(), before.get(entry.id)]
    const pause = roundsAt(now - entry.askedAt) * l2.pollingInterval
    // Rounds come a little late, never early.
    if (now - (lookedAt.get(entry.id) ?? 0) < pause) continue
    lookedAt.set(entry.id, now)
    const end = await lookAgain(l2, entry, last ?? null, askWallet(entry.account)).catch(() => null)
    if (end && !isFinal(end)) before.set(entry.id, { end, turn: (last?.turn ?? 0) + 1 })
    else before.delete(entry.id)
    // Somebody may have let go of it meanwhile.
    const latest = readJournal().find(({ id }) => id === entry.id)
    if (!end || !latest || !isOpen(latest)) continue
    const next = withEnd(latest, end)
    // Nothing new is not written: it could only undo what another tab wrote at the same moment.
    if (ofEntry(next) === ofEntry(latest)) continue
    keepEntry(next)
    // Whatever is on the page about this account is out of date.
    if (!isOpen(next)) await queryClient().invalidateQueries()
  }
}

/** Follows every open entry to its end, in one tab at a time, while the page can be seen. Ends when none is open or `signal` aborts. */
export async function followJournal(signal: AbortSignal): Promise<void> {
  const reads = await import('@/lib/reads')
  let letGo: (() => void) | null = null
  try {
    while (!signal.aborted && readJournal().some(isOpen)) {
      letGo ??= await take('journal')
      if (letGo) await look(reads)
      await whenSeen(reads.l2.pollingInterval)
    }
  } finally {
    letGo?.()
  }
}
