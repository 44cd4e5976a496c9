import { Vessel } from '@/components/chart/vessel'
import { Figure } from '@/components/figure'
import { nodeName } from '@/components/node-name'
import { PageLink } from '@/components/page-link'
import { Section } from '@/components/section'
import { Stat } from '@/components/stat'
import { formatAmount, formatCount, formatPart } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { network } from '@/lib/network'
import { fraction, type Node } from '@/lib/nodes'
import type { PoolFacts } from '@/lib/pool-facts'
import { rewardsTaken } from '@/lib/rewards-taken'
import { LockChart } from './lock-chart'
import { NodeFacts } from './node-facts'
import { PastUnread } from './past-unread'
import type { PoolPage } from './pool-page'
import { RewardList } from './reward-list'
import { sources } from './source'

type Props = {
  node: Node
  facts: PoolFacts
  past: PoolPage['past']
  messages: Messages
  locale: string
  /** Address of the Sequencers page. */
  path: string
}

function Level({ node, facts: { pool }, messages, locale }: Pick<Props, 'node' | 'facts' | 'messages' | 'locale'>) {
  const { sequencers: words, shell } = messages
  const level = fraction(node.amount, pool.maxLock)
  const figures = [
    { label: words.nodes.amount, value: node.amount },
    { label: words.nodes.headroom, value: node.headroom },
    { label: words.nodes.reward, value: node.reward },
  ]
  return (
    <div className="flex gap-6">
      <Vessel
        label={fill(words.nodes.picture, {
          name: nodeName(node, words),
          amount: formatAmount(node.amount, locale),
          part: formatPart(level, locale),
        })}
        mark={fraction(pool.minLock, pool.maxLock)}
        fills={[{ name: 'locked', fraction: level, tone: node.isEnki ? 'full' : 'tint' }]}
        className="h-60 w-28 shrink-0"
      />
      <div className="flex min-w-0 flex-1 flex-col gap-6">
        {figures.map(({ label, value }) => (
          <Stat
            key={label}
            label={label}
            loading={shell.loading}
            value={<Figure value={value} unit="" block={pool.block} source={sources(words).l1} locale={locale} />}
          />
        ))}
      </div>
    </div>
  )
}

/** One node: its level, what is known of it, its lock over time, and the rewards it has taken. */
export function NodeView({ node, facts, past, messages, locale, path }: Props) {
  const { sequencers: words } = messages
  const own = words.detail
  const { block, maxLock } = facts.pool
  const unread = <PastUnread past={past} words={words} />
  return (
    <>
      <PageLink href={path} className="link inline-flex min-h-11 items-center">
        {own.back}
      </PageLink>
      <h1 className="text-xl md:text-2xl">{nodeName(node, words)}</h1>
      <p className="mt-2 mb-8 text-ink-soft">
        {fill(own.lead, { id: node.id, block: formatCount(block.number, locale), chain: network.l1.name })}
      </p>
      <div className="grid gap-10 lg:grid-cols-2">
        <Level node={node} facts={facts} messages={messages} locale={locale} />
        <div>
          <NodeFacts node={node} words={words} locale={locale} />
        </div>
      </div>
      <Section id="locks" title={own.locks}>
        {past ? <LockChart id={node.id} past={past} max={maxLock} words={words} locale={locale} /> : unread}
      </Section>
      <Section id="rewards" title={own.rewards} lead={own.rewardsLead}>
        {past ? (
          <RewardList taken={rewardsTaken(past.events, node.id)} anchors={past.anchors} words={own} locale={locale} />
        ) : (
          unread
        )}
      </Section>
    </>
  )
}
