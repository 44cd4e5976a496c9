import { Section } from '@/components/section'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { PoolFacts } from '@/lib/pool-facts'
import { NodeTable } from './node-table'
import { PoolHead } from './pool-head'
import { Vessels } from './vessels'
import type { View } from './view'

type Props = { facts: PoolFacts; view: View; messages: Messages; locale: string }

/** Vessels drawn at once: of a larger pool the fullest. */
const mostVessels = 24

/** The pool as a whole, and every node of it. */
export function PoolParts({ facts, view, messages, locale }: Props) {
  const { sequencers: words, shell } = messages
  const shared = { words, locale }
  const full = facts.nodes
    .filter(({ amount }) => amount > 0n)
    .toSorted((a, b) => (a.amount === b.amount ? a.id - b.id : a.amount < b.amount ? 1 : -1))
  const rest = full.length - mostVessels
  return (
    <>
      <Section id="pool" title={words.pool.title}>
        <PoolHead facts={facts} loading={shell.loading} {...shared} />
      </Section>
      <Section id="nodes" title={words.nodes.title} lead={words.nodes.lead}>
        <Vessels
          nodes={full.slice(0, mostVessels)}
          limits={{ min: facts.pool.minLock, max: facts.pool.maxLock }}
          path={view.path}
          {...shared}
        />
        {rest > 0 && <p className="mt-3 text-sm text-ink-soft">{fill(words.nodes.more, { n: rest })}</p>}
        <div className="mt-8">
          <NodeTable facts={facts} view={view} {...shared} />
        </div>
      </Section>
    </>
  )
}
