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

/** Time (ms) after which an entry is looked at once a block, about every fifth round. */
const [old, slowRounds] = [60_000, 5] as const

/** What the last look at each entry found. */
const before = new Map<string, Before>()

/** Entries that nobody else follows: not of a flow in this tab. */
const waiting = () => readJournal().filter((entry) => isOpen(entry) && !followed.has(entry.id))

/** One look at each. An RPC that does not answer is asked again the next time. */
async function look({ l2, lookAgain }: typeof Reads, round: number): Promise<void> {
  for (const entry of waiting()) {
    if (Date.now() - entry.askedAt > old && round % slowRounds !== 0) continue
    const last = before.get(entry.id)
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
    for (let round = 0; !signal.aborted && readJournal().some(isOpen); round += 1) {
      letGo ??= await take('journal')
      if (letGo) await look(reads, round)
      await whenSeen(reads.l2.pollingInterval)
    }
  } finally {
    letGo?.()
  }
}
