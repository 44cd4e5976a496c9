import type { Holder } from '@/lib/holders'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { exactSpan } from './rule-text'

type Words = Messages['contracts']['owners']

/** Who or what an address is, in words. */
export function holderText(holder: Holder, words: Words, locale: string): string {
  switch (holder.kind) {
    case 'safe':
      return fill(words.holder.safe, { threshold: holder.threshold, owners: holder.owners.length })
    case 'timelock':
      return fill(words.holder.timelock, { span: exactSpan(BigInt(holder.seconds), locale) })
    default:
      return words.holder[holder.kind]
  }
}
