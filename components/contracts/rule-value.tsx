import { AddressLink } from '@/components/address-link'
import { Tooltip } from '@/components/ui/tooltip'
import type { Listed } from '@/lib/inventory'
import type { Messages } from '@/lib/messages/en'
import { network } from '@/lib/network'
import type { ParameterId, Value } from '@/lib/parameter-events'
import { ruleText, shortText } from './rule-text'

type Words = Messages['contracts']['parameters']
type Props = { id: ParameterId; value: Value | null; chain: Listed['chain']; words: Words; locale: string }

/** The value of a rule or right, amounts with six digits and exact on hover and focus; a dash where there is none. */
export function RuleValue({ id, value, chain, words, locale }: Props) {
  if (value === null) return '—'
  if (typeof value === 'string')
    return <AddressLink address={value} explorer={network[chain].blockExplorers?.default.url} />
  const text = ruleText(id, value, words, locale)
  const short = typeof value === 'bigint' && shortText(id, value, locale)
  return short && short !== text ? <Tooltip tip={<span className="font-mono">{text}</span>}>{short}</Tooltip> : text
}
