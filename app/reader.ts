import type { Reader } from '@/components/contracts/contracts-page'
import { soon } from '@/lib/cache'
import { toPast } from '@/lib/past'
import { readSnapshot } from './snapshots'

/** Payouts that a reading may begin at: the newest one that no reorganisation reaches is among them. */
const enough = 8

/** What a browser needs to read an account's first stake; null: not known yet. */
export async function readReader(): Promise<Reader | null> {
  const snapshot = await soon(readSnapshot())
  const past = toPast(snapshot?.history)
  return snapshot && past ? { book: snapshot.book, past: { ...past, payouts: past.payouts.slice(-enough) } } : null
}
