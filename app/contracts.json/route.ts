import { readRecord } from '@/app/contract-snapshots'
import type { Kept } from '@/components/contracts/contracts-page'
import { toJson } from '@/lib/evidence'
import { fromFragment } from '@/lib/evidence-link'
import { network } from '@/lib/network'

/** How long a download is waited for: a server that has just started reads everything first. */
const patienceMs = 30_000

const late = `Not all that belongs in this file could be read within ${patienceMs / 1_000} seconds. Try again in a minute.\n`

/** What the file lacks, said in it. */
const absentIn = ({ absent, areRolesUnread }: Kept): string[] => [
  ...absent.map((chain) => `everything on chain ${network[chain].id}`),
  ...(areRolesUnread ? ['who holds the roles of Config'] : []),
]

/** What was asked of both chains to draw the Contracts page, at which blocks, and what they said. */
export async function GET(): Promise<Response> {
  const kept = await readRecord(patienceMs)
  const found = kept && (await fromFragment(kept.link))
  if (!found || 'flaw' in found) return new Response(late, { status: 503, headers: { 'Retry-After': '60' } })
  return new Response(toJson(found.evidence, absentIn(kept)), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="abzu-contracts.json"',
      'Cache-Control': 'public, max-age=30',
    },
  })
}
