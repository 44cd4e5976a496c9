import { isAddressEqual } from 'viem'
import { AddressLink } from '@/components/address-link'
import { Figure } from '@/components/figure'
import { nodeName } from '@/components/node-name'
import { PageLink } from '@/components/page-link'
import { Stat } from '@/components/stat'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatCount } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { network } from '@/lib/network'
import type { PoolFacts } from '@/lib/pool-facts'
import { rewardsTaken } from '@/lib/rewards-taken'
import type { Block } from '@/lib/rpc'
import type { Dealer } from '@/lib/sequencers'
import { sumOf } from '@/lib/transfers'
import { PastUnread } from './past-unread'
import type { PoolPage } from './pool-page'
import { sources } from './source'
import { statusText } from './status-text'

type Props = {
  facts: PoolFacts
  past: PoolPage['past']
  messages: Messages
  locale: string
  /** Address of the Sequencers page. */
  path: string
}

/** Each agent with each node it owns or owned; one that has none yet stands alone. */
const rowsOf = ({ agents }: Dealer, { nodes }: PoolFacts) =>
  agents.flatMap((agent) => {
    const own = nodes.filter(({ owner }) => isAddressEqual(owner, agent.address))
    return (own.length > 0 ? own : [undefined]).map((node) => ({ agent, node }))
  })

function Agents({ dealer, facts, past, messages: { sequencers: words }, locale, path }: Props & { dealer: Dealer }) {
  const own = words.dealer
  const figure = (value: bigint, block: Block) => (
    <Figure isOneOfMany value={value} unit="" block={block} source={sources(words).l1} locale={locale} />
  )
  const end = past?.anchors.at(-1)
  const readTo = end && { ...end, readAt: end.seconds * 1_000 }
  const heads = [own.agent, own.account, words.nodes.name, words.nodes.amount, own.taken, words.nodes.status]
  return (
    <Table
      caption={own.caption}
      head={heads.map((name, i) => (
        <ColumnHead key={name} side={i === 3 || i === 4 ? 'end' : 'start'} className={i === 5 ? 'pl-4' : ''}>
          {name}
        </ColumnHead>
      ))}
    >
      {rowsOf(dealer, facts).map(({ agent, node }) => (
        <tr key={`${agent.number} ${node?.id}`}>
          <RowHead>{agent.number}</RowHead>
          <Cell>
            <AddressLink address={agent.address} explorer={network.l1.blockExplorers?.default.url} />
          </Cell>
          <Cell>
            {node ? (
              <PageLink href={`${path}/${node.id}`} className="link inline-flex min-h-11 items-center">
                {nodeName(node, words)}
              </PageLink>
            ) : (
              own.noNode
            )}
          </Cell>
          <Cell side="end">{node ? figure(node.amount, facts.pool.block) : '—'}</Cell>
          <Cell side="end">
            {node && past && readTo ? figure(sumOf(rewardsTaken(past.events, node.id)), readTo) : '—'}
          </Cell>
          <Cell className="pl-4 whitespace-nowrap">{node ? statusText(node, words, locale) : own.waits}</Cell>
        </tr>
      ))}
    </Table>
  )
}

/** ENKI's side on Ethereum as its Dealer has it: the totals, and every agent with its node. */
export function DealerView(props: Props) {
  const { facts, past, messages, locale } = props
  const { sequencers: words, shell } = messages
  const [own, { dealer, block }] = [words.dealer, facts.pool]
  const figure = (value: bigint) => (
    <Figure value={value} unit="METIS" block={block} source={sources(words).l1} locale={locale} />
  )
  const active = dealer?.agents.filter(({ isActive }) => isActive).length ?? 0
  const rows = dealer && [
    { label: own.agents, value: formatCount(dealer.agents.length, locale), note: fill(own.agentsNote, { active }) },
    { label: own.locked, value: figure(dealer.locked), note: own.lockedNote },
    { label: words.allocation.dealer, value: figure(dealer.idle), note: words.allocation.dealerNote },
    { label: own.rewards, value: figure(dealer.rewards), note: own.rewardsNote },
  ]
  return (
    <>
      <h3 className="mt-10 mb-3 text-lg">{own.title}</h3>
      {rows ? (
        <div className="mb-6 grid gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
          {rows.map((row) => (
            <Stat key={row.label} {...row} loading={shell.loading} />
          ))}
        </div>
      ) : (
        <p className="max-w-measure text-barley">{own.unread}</p>
      )}
      {dealer && <Agents {...props} dealer={dealer} />}
      {dealer && !past && <PastUnread past={past} words={words} />}
    </>
  )
}
