import { readRecord } from '@/app/contract-snapshots'
import { toJson } from '@/lib/evidence'
import { fromFragment } from '@/lib/evidence-link'

/** How long a download is waited for: a server that has just started reads everything first. */
const patienceMs = 30_000

const late = `Not all that belongs in this file could be read within ${patienceMs / 1_000} seconds. Try again in a minute.\n`

/** What was asked of both chains to draw the Contracts page, at which blocks, and what they said. */
export async function GET(): Promise<Response> {
  const fragment = await readRecord(patienceMs)
  const found = fragment && (await fromFragment(fragment))
  if (!found || 'flaw' in found) return new Response(late, { status: 503, headers: { 'Retry-After': '60' } })
  return new Response(toJson(found.evidence), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="abzu-contracts.json"',
      'Cache-Control': 'public, max-age=30',
    },
  })
}
