import { readContractsPage } from '@/app/contract-snapshots'
import { toJson } from '@/lib/evidence'
import { fromFragment } from '@/lib/evidence-link'

/** What was asked of both chains to draw the Contracts page, at which blocks, and what they said. */
export async function GET(): Promise<Response> {
  const { fragment } = await readContractsPage()
  const found = fragment && (await fromFragment(fragment))
  if (!found || 'flaw' in found) return new Response('The chain did not answer.\n', { status: 503 })
  return new Response(toJson(found.evidence), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="abzu-contracts.json"',
      'Cache-Control': 'public, max-age=30',
    },
  })
}
