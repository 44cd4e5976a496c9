import { formatDay } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Node } from '@/lib/nodes'

/** What a node is doing, in words; one that leaves or has left says when its METIS is free, or since when. */
export function statusText({ status, exit, isFree }: Node, words: Messages['sequencers'], locale: string): string {
  const date = exit ? formatDay(exit.claimable, locale) : '—'
  if (status === 'leaving') return fill(isFree ? words.nodes.leavingFree : words.nodes.leaving, { date })
  return status === 'left' && exit ? fill(words.nodes.leftSince, { date }) : words.nodes[status]
}
