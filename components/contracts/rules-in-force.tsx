import { Row } from '@/components/row'
import { formatCount, formatDate } from '@/lib/format'
import type { Listed } from '@/lib/inventory'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { network } from '@/lib/network'
import type { Parameters } from '@/lib/parameters'
import { RuleValue } from './rule-value'

type Props = {
  title: string
  chain: Listed['chain']
  parameters: Parameters
  words: Messages['contracts']['parameters']
  locale: string
}

/** The rules of one part of the protocol, with the block that they were read at. */
export const RulesInForce = ({ title, chain, parameters: { block, values }, words, locale }: Props) => (
  <div>
    <h3 className="text-lg">{title}</h3>
    <p className="mb-3 text-sm text-ink-soft">
      {fill(words.readAt, {
        chain: network[chain].name,
        block: formatCount(block.number, locale),
        time: formatDate(block.seconds, locale),
      })}
    </p>
    <dl className="border-b border-line">
      {values.map(({ id, value }) => (
        <Row key={id} label={words.name[id]}>
          {value === null ? (
            <span className="text-ink-soft">— {words.absent}</span>
          ) : (
            <span className="wrap-anywhere">
              <RuleValue id={id} value={value} chain={chain} words={words} locale={locale} />
            </span>
          )}
        </Row>
      ))}
    </dl>
  </div>
)
