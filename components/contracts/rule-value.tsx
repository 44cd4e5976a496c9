import { AddressLink } from '@/components/address-link'
import type { Listed } from '@/lib/inventory'
import type { Messages } from '@/lib/messages/en'
import { network } from '@/lib/network'
import type { ParameterId, Value } from '@/lib/parameter-events'
import { ruleText } from './rule-text'

type Words = Messages['contracts']['parameters']
type Props = { id: ParameterId; value: Value | null; chain: Listed['chain']; words: Words; locale: string }

/** The value of a rule or right; a dash where there is none. */
export function RuleValue({ id, value, chain, words, locale }: Props) {
  if (value === null) return '—'
  if (typeof value === 'string')
    return <AddressLink address={value} explorer={network[chain].blockExplorers?.default.url} />
  return ruleText(id, value, words, locale)
}
