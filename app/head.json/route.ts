import { headL2 } from '@/app/snapshots'
import { soon } from '@/lib/cache'

/** The newest block of L2, for pages that wait for the next one: they ask here and leave the chain's hosts alone until it has come. */
export async function GET(): Promise<Response> {
  const head = await soon(headL2(), 2_000)
  if (!head) return new Response('The chain did not answer.\n', { status: 503, headers: { 'Retry-After': '2' } })
  return Response.json({ l2: Number(head.number) }, { headers: { 'Cache-Control': 'public, max-age=1' } })
}
