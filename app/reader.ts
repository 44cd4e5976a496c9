import type { Reader } from '@/components/contracts/contracts-page'
import { soon } from '@/lib/cache'
import { toPast } from '@/lib/past'
import { history, readBook } from './snapshots'

/** Payouts that a reading may begin at: the newest one that no reorganisation reaches is among them. */
const enough = 8

/** What a browser needs to read an account's first stake; null: not known yet. */
export async function readReader(): Promise<Reader | null> {
  const [book, found] = await Promise.all([readBook(), soon(history())])
  const past = toPast(found)
  return book && past ? { book, past: { ...past, payouts: past.payouts.slice(-enough) } } : null
}
