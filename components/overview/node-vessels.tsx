import { Vessel } from '@/components/chart/vessel'
import { nodeName } from '@/components/node-name'
import { PageLink } from '@/components/page-link'
import { formatAmount, formatPart } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { fraction, type Node, toNodes } from '@/lib/nodes'
import type { Pool } from '@/lib/sequencers'

type Props = {
  pool: Pool
  words: Messages['sequencers']
  locale: string
  /** Address of the table of nodes. */
  path: string
}

/** Vessels drawn at once. */
const most = 16

/** ENKI's first, then the fullest. */
const inOrder = (a: Node, b: Node) =>
  Number(b.isEnki) - Number(a.isEnki) || (a.amount === b.amount ? a.id - b.id : a.amount < b.amount ? 1 : -1)

/** Every active node as a small vessel; those that ENKI fills come first, in full tone. */
export function NodeVessels({ pool, words, locale, path }: Props) {
  const active = toNodes(pool)
    .filter(({ status }) => status === 'active')
    .toSorted(inOrder)
  const rest = active.length - most
  return (
    <div className="mb-8">
      <ul className="flex flex-wrap items-end gap-x-1 gap-y-3">
        {active.slice(0, most).map((node) => {
          const [name, level] = [nodeName(node, words), fraction(node.amount, pool.maxLock)]
          const label = fill(words.nodes.picture, {
            name,
            amount: formatAmount(node.amount, locale),
            part: formatPart(level, locale),
          })
          return (
            <li key={node.id} className="leading-none">
              <Vessel
                label={label}
                mark={fraction(pool.minLock, pool.maxLock)}
                fills={[{ name: 'locked', fraction: level, tone: node.isEnki ? 'full' : 'tint' }]}
                className="h-15 w-7 sm:h-20 sm:w-[2.34rem]"
              />
            </li>
          )
        })}
      </ul>
      <p className="mt-2 max-w-measure text-sm text-ink-soft">
        {words.nodes.small} {rest > 0 && `${fill(words.nodes.more, { n: rest })} `}
        <PageLink href={path} className="link">
          {words.nodes.open}
        </PageLink>
      </p>
    </div>
  )
}
