import type { Messages } from '@/lib/messages/en'
import { network } from '@/lib/network'

/** Stands before a record in the fragment of a link, so that no section's name is taken for one. */
export const recordMark = 'record='

const chains = [network.l2, network.l1]
/** Whether this app can ask the chain of this id. */
export const isOurs = (id: number): boolean => chains.some((chain) => chain.id === id)
export const chainName = (id: number): string => chains.find((chain) => chain.id === id)?.name ?? String(id)

/** What the check of a record is told by the page. */
export type RecordSetting = {
  words: Pick<Messages['contracts'], 'record' | 'parameters'>
  /** Contracts by `chain id address`, in lower case. */
  names: Readonly<Record<string, string>>
  locale: string
}
