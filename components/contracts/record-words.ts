import type { Messages } from '@/lib/messages/en'

/** Stands before a record in the fragment of a link, so that no section's name is taken for one. */
export const recordMark = 'record='

/** What the check of a record is told by the page. */
export type RecordSetting = {
  words: Pick<Messages['contracts'], 'record' | 'parameters'>
  /** Contracts by `chain id address`, in lower case. */
  names: Readonly<Record<string, string>>
  locale: string
}
