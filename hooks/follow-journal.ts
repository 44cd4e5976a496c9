'use client'

import { type Entry, isOpen, ofEntry, withEnd } from '@/lib/journal'
import type * as Reads from '@/lib/reads'
import { isFinal } from '@/lib/transaction'
import type { Before } from '@/lib/transaction-end'
import { urgentMs } from '@/lib/turns'
import { askWallet } from './ask-wallet'
import { followed } from './flow-record'
import { keepEntry, readJournal } from './journal'
import { createLock } from './one-tab'
import { queryClient } from './query-client'
import { turns } from './turns'
import { whenSeen } from './when-seen'

/** How long (ms) after it was asked for an entry is looked at half as often, and how long that is. */
const [oldMs, oldPauseMs] = [600_000, 40_000]
/** How often (ms) it is looked whether any is due. */
const tickMs = 500

/** What the last look at each entry found, and when that was (ms). */
const looked = new Map<string, { at: number; before: Before | null }>()

const lookedAt = ({ id }: Entry): number => looked.get(id)?.at ?? 0

/** The entry that waits longest for a look, of those that nobody else follows: not of a flow in this tab. */
function due(): Entry | undefined {
  const now = Date.now()
  const isDue = (entry: Entry) => now - entry.askedAt < oldMs || now - lookedAt(entry) >= oldPauseMs
  return readJournal()
    .filter((entry) => isOpen(entry) && !followed.has(entry.id) && isDue(entry))
    .sort((a, b) => lookedAt(a) - lookedAt(b))[0]
}

/** One look at it. An RPC that does not answer is asked again the next time. */
async function look({ l2, lookAgain }: typeof Reads, entry: Entry): Promise<void> {
  const before = looked.get(entry.id)?.before ?? null
  const end = await lookAgain(l2, entry, before, askWallet(entry.account)).catch(() => null)
  const known = end && !isFinal(end) ? { end, turn: (before?.turn ?? 0) + 1 } : null
  looked.set(entry.id, { at: Date.now(), before: known })
  // Somebody may have let go of it meanwhile.
  const latest = readJournal().find(({ id }) => id === entry.id)
  if (!end || !latest || !isOpen(latest)) return
  const next = withEnd(latest, end)
  // Nothing new is not written: it could only undo what another tab wrote at the same moment.
  if (ofEntry(next) === ofEntry(latest)) return
  keepEntry(next)
  // Whatever is on the page about this account is out of date.
  if (!isOpen(next))
    queryClient()
      .invalidateQueries()
      .catch(() => {})
}

/**
 * Follows every open entry to its end, in one tab at a time, while the page can be seen: each once when it is first met, and
 * from then on one for each block. Ends when none is open or `signal` aborts.
 */
export async function followJournal(signal: AbortSignal): Promise<void> {
  const reads = await import('@/lib/reads')
  const check = () => signal.throwIfAborted()
  const lock = createLock('journal')
  try {
    while (!signal.aborted && readJournal().some(isOpen)) {
      await whenSeen(0)
      const entry = (await lock.take()) && due()
      if (entry && looked.has(entry.id)) await turns.next(Date.now() - entry.askedAt < urgentMs, check)
      // While it waited for its turn, what is due may have changed, and the lock may have been let go of.
      const now = (await lock.take()) && due()
      if (now) await look(reads, now)
      else await whenSeen(tickMs)
    }
  } finally {
    lock.letGo()
  }
}
