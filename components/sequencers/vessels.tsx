import { Fragment } from 'react'
import { Vessel } from '@/components/chart/vessel'
import { nodeName } from '@/components/node-name'
import { PageLink } from '@/components/page-link'
import { formatAmount, formatCount, formatPart } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { fraction, type Node } from '@/lib/nodes'

type Props = {
  nodes: readonly Node[]
  limits: { min: bigint; max: bigint }
  words: Messages['sequencers']
  locale: string
  /** Address of the Sequencers page. */
  path: string
}

const Key = ({ tone, children }: { tone: 'full' | 'tint'; children: string }) => (
  <li className="flex items-center gap-2">
    <svg viewBox="0 0 14 14" aria-hidden="true" className="size-3.5">
      <rect
        x="1"
        y="1"
        width="12"
        height="12"
        className={tone === 'full' ? 'fill-water stroke-water' : 'fill-water-tint stroke-water'}
      />
    </svg>
    {children}
  </li>
)

/** A name that may be broken where it joins words, as `ArtemisSuperNode` does. */
const inWords = (name: string) =>
  name.split(/(?<=[a-z])(?=[A-Z])/).map((part, i) => (
    <Fragment key={part}>
      {i > 0 && <wbr />}
      {part}
    </Fragment>
  ))

/** One vessel per node that holds METIS, the fullest first. */
export function Vessels({ nodes, limits, words, locale, path }: Props) {
  return (
    <>
      <ul className="mb-4 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <Key tone="full">{words.nodes.keyEnki}</Key>
        <Key tone="tint">{words.nodes.keyOthers}</Key>
      </ul>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(6.75rem,1fr))] gap-x-3 gap-y-6">
        {nodes.map((node) => {
          const [name, amount] = [nodeName(node, words), formatAmount(node.amount, locale)]
          const level = fraction(node.amount, limits.max)
          return (
            <li key={node.id} className="flex min-w-0 flex-col items-center gap-1 text-center text-sm">
              <Vessel
                label={fill(words.nodes.picture, { name, amount, part: formatPart(level, locale) })}
                mark={fraction(limits.min, limits.max)}
                fills={[{ name: 'locked', fraction: level, tone: node.isEnki ? 'full' : 'tint' }]}
              />
              <PageLink
                href={`${path}/${node.id}`}
                className="link flex min-h-11 items-center leading-tight wrap-anywhere"
              >
                <span>{inWords(name)}</span>
              </PageLink>
              <span aria-hidden="true">{formatCount(node.amount / 10n ** 18n, locale)}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
