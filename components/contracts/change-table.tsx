import { AddressLink } from '@/components/address-link'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatDay } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { network } from '@/lib/network'
import type { ParameterEvent } from '@/lib/parameter-events'
import { contractName } from './contract-name'
import { SinceMark } from './first-stake'
import { RuleValue } from './rule-value'

type Props = { events: readonly ParameterEvent[]; words: Messages['contracts']; locale: string }

const Transaction = ({ chain, transaction }: ParameterEvent) => {
  const explorer = network[chain].blockExplorers?.default.url
  const text = `${transaction.slice(0, 6)}…${transaction.slice(-4)}`
  if (!explorer) return <AddressLink address={transaction} />
  return (
    <a className="link font-mono" href={`${explorer}/tx/${transaction}`} target="_blank" rel="noreferrer">
      {text}
    </a>
  )
}

function Change({ event, words, locale }: { event: ParameterEvent } & Omit<Props, 'events'>) {
  const { parameters: own, list } = words
  const shared = { id: event.parameter, chain: event.chain, words: own, locale }
  return (
    <tr className="align-baseline max-md:block max-md:border-b max-md:border-line max-md:py-3">
      <RowHead className="whitespace-nowrap max-md:static max-md:block max-md:border-0 max-md:py-1">
        {formatDay(event.seconds, locale)}
        {event.before !== event.after && <SinceMark seconds={event.seconds}>{own.sinceStaked}</SinceMark>}
      </RowHead>
      <Cell name={own.parameter}>
        {own.name[event.parameter]}
        <span className="block text-sm text-ink-soft">{contractName(event.contract, list)}</span>
      </Cell>
      <Cell name={own.from}>
        <RuleValue {...shared} value={event.before} />
      </Cell>
      <Cell name={own.to}>
        <RuleValue {...shared} value={event.after} />
      </Cell>
      <Cell name={own.transaction}>
        <Transaction {...event} />
      </Cell>
    </tr>
  )
}

/** Changes of rules, rights and code, the newest first. */
export function ChangeTable({ events, words, locale }: Props) {
  const own = words.parameters
  return (
    <Table
      isStacked
      caption={own.historyCaption}
      head={[own.date, own.parameter, own.from, own.to, own.transaction].map((name) => (
        <ColumnHead key={name}>{name}</ColumnHead>
      ))}
    >
      {events.map((event) => (
        <Change key={`${event.chain}${event.block}-${event.index}`} event={event} words={words} locale={locale} />
      ))}
    </Table>
  )
}
