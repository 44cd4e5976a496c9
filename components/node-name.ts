import { formatAddress } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Node } from '@/lib/nodes'

/** The registry's name for a node, or its number. */
export const nodeName = ({ name, id }: Pick<Node, 'name' | 'id'>, words: Messages['sequencers']): string =>
  name ?? fill(words.nodes.unnamed, { id })

/** A party is named, or is an owner's address. */
export const partyName = (party: string): string => (party.startsWith('0x') ? formatAddress(party) : party)
