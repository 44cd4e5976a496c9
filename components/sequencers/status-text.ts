import { formatDay } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Node } from '@/lib/nodes'

/** What a node is doing, in words; one that leaves says when its METIS is free. */
export const statusText = ({ status, exit }: Node, words: Messages['sequencers'], locale: string): string =>
  status === 'leaving'
    ? fill(words.nodes.leaving, { date: exit ? formatDay(exit.claimable, locale) : '—' })
    : words.nodes[status]
