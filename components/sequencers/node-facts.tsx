import type { ReactNode } from 'react'
import { AddressLink } from '@/components/address-link'
import { partyName } from '@/components/node-name'
import { Row } from '@/components/row'
import { formatDate, formatRate } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { network } from '@/lib/network'
import type { Node } from '@/lib/nodes'
import { statusText } from './status-text'

type Props = { node: Node; words: Messages['sequencers']; locale: string }

const explorer = { l1: network.l1.blockExplorers?.default.url, l2: network.l2.blockExplorers?.default.url } as const

/** What the chain says of a node, and what the registry adds. */
export function NodeFacts({ node, words, locale }: Props) {
  const own = words.detail
  const rows: readonly (readonly [label: string, value: ReactNode])[] = [
    [words.nodes.status, statusText(node, words, locale)],
    [own.share, node.status === 'active' ? formatRate(node.share, locale) : '—'],
    [words.nodes.party, partyName(node.party)],
    [own.operator, node.operator ?? '—'],
    [own.lst, node.lst ?? own.noLst],
    [
      own.site,
      node.url ? (
        <a key="site" className="link wrap-anywhere" href={node.url} target="_blank" rel="noreferrer">
          {node.url.replace('https://', '')}
        </a>
      ) : (
        '—'
      ),
    ],
    [own.owner, <AddressLink key="owner" address={node.owner} explorer={explorer.l1} />],
    [own.signer, <AddressLink key="signer" address={node.signer} explorer={explorer.l2} />],
    [
      own.recipient,
      node.recipient ? (
        <AddressLink key="recipient" address={node.recipient} explorer={explorer.l2} />
      ) : (
        words.nodes.recipientNone
      ),
    ],
  ]
  return (
    <>
      <dl>
        {rows.map(([label, value]) => (
          <Row key={label} label={label}>
            {value}
          </Row>
        ))}
      </dl>
      {!node.name && <p className="mt-2 text-sm text-ink-soft">{own.unregistered}</p>}
      {node.exit && (node.status === 'leaving' || node.status === 'left') && (
        <p className="mt-3 border-l-2 border-barley pl-4">
          {fill(node.status === 'left' ? own.exited : node.isFree ? own.exitFree : own.exit, {
            began: formatDate(node.exit.began, locale),
            claimable: formatDate(node.exit.claimable, locale),
          })}
        </p>
      )}
    </>
  )
}
