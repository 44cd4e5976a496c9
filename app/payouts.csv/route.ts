import { formatUnits } from 'viem'
import { readSnapshot } from '@/app/snapshots'
import { toCsv } from '@/lib/csv'
import type { Payout } from '@/lib/payouts'
import { sharePrice } from '@/lib/shares'

const header = [
  'time_utc',
  'block',
  'log_index',
  'reward_emetis',
  'share_price_emetis',
  'holders',
  'reward_wei',
  'vault_assets_wei',
  'vault_shares_wei',
  'emetis_supply_wei',
]

const toRow = (payout: Payout): string[] => [
  new Date(payout.seconds * 1000).toISOString(),
  String(payout.block),
  String(payout.index),
  formatUnits(payout.reward, 18),
  formatUnits(sharePrice(payout), 18),
  String(payout.holders ?? ''),
  String(payout.reward),
  String(payout.totalAssets),
  String(payout.totalShares),
  String(payout.eMetisSupply),
]

/** Nothing to give just now, and when to ask again (s). */
const later = (why: string) => new Response(`${why}\n`, { status: 503, headers: { 'Retry-After': '30' } })

/** Every payout there has been, oldest first, the vault as it was just after it. */
export async function GET(): Promise<Response> {
  const snapshot = await readSnapshot()
  if (snapshot?.history === null)
    return new Response('There is no reward dispatcher here, so nothing is paid out.\n', { status: 404 })
  if (!snapshot?.history) return later('The chain did not answer.')
  // A file that is short of its beginning looks like a whole one.
  if (!snapshot.history.isWhole) return later('The history is still being read. Ask again in half a minute.')
  const rows = snapshot.history.payouts.map(toRow)
  return new Response(toCsv([header, ...rows]), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="enki-payouts.csv"',
      'Cache-Control': 'public, max-age=30',
    },
  })
}
