import { formatCount, formatDate } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { network } from '@/lib/network'
import type { Block } from '@/lib/rpc'

/** Where figures of this page come from: `Figure` fills in block and time, this the chain. */
export const sources = (words: Messages['sequencers']) => ({
  l1: fill(words.source, { chain: network.l1.name }),
  l2: fill(words.source, { chain: network.l2.name }),
})

/** The whole sentence, for figures that are no amounts. */
export const sourceOf = (source: string, block: Block, locale: string): string =>
  fill(source, { block: formatCount(block.number, locale), time: formatDate(block.seconds, locale) })
