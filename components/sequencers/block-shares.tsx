import { RangeBar } from '@/components/chart/range-bar'
import { nodeName } from '@/components/node-name'
import { PageLink } from '@/components/page-link'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import type { Epochs } from '@/lib/epochs'
import { formatAddress, formatCount, formatRate } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { network } from '@/lib/network'
import type { Node } from '@/lib/nodes'
import type { Producer, Producers } from '@/lib/producers'
import { registered } from '@/lib/registry'
import { addressOf, pageRows, type View } from './view'

type Props = {
  epochs: Epochs
  producers: Producers
  counts: readonly number[]
  view: View
  words: Messages['sequencers']
  locale: string
}

function nameOf(signer: string, node: Node | undefined, words: Messages['sequencers']): string {
  if (node) return nodeName(node, words)
  return registered(signer)?.name ?? fill(words.blocks.unknownSigner, { address: formatAddress(signer) })
}

const sumOfShares = (shares: readonly Producer[]) => shares.reduce((sum, { share }) => sum + share, 0)

type RowProps = { one: Producer; scale: number; isJudged: boolean } & Pick<Props, 'words' | 'locale'>

function Row({ one, scale, isJudged, words, locale }: RowProps) {
  const own = words.blocks
  const name = nameOf(one.holder, one.node, words)
  const range = fill(own.rangeValue, { low: formatRate(one.low, locale), high: formatRate(one.high, locale) })
  const shares = { share: formatRate(one.share, locale), expected: formatRate(one.expected ?? 0, locale) }
  return (
    <tr className="text-sm">
      <RowHead>{name}</RowHead>
      <Cell className="w-full min-w-28">
        {one.expected === null ? (
          '—'
        ) : (
          <RangeBar
            label={fill(own.picture, { name, ...shares, range })}
            value={one.share / scale}
            range={[one.low / scale, one.high / scale]}
          />
        )}
      </Cell>
      <Cell side="end">{shares.share}</Cell>
      <Cell side="end">{one.expected === null ? '—' : shares.expected}</Cell>
      <Cell side="end" className="whitespace-nowrap">
        {one.expected === null ? '—' : range}
      </Cell>
      <Cell className={`whitespace-nowrap ${isJudged && one.verdict === 'below' ? 'text-carnelian' : ''}`}>
        {isJudged ? own[one.verdict] : '—'}
      </Cell>
      <Cell side="end">{one.replaced === null ? '—' : formatCount(one.replaced, locale)}</Cell>
    </tr>
  )
}

/** Each sequencer's part of the last blocks against its part of the stake. */
export function BlockShares({ epochs, producers, counts, view, words, locale }: Props) {
  const own = words.blocks
  const { list: shares, isSure, hasStake, nodeOf } = producers
  const rest = shares.slice(pageRows)
  const scale = Math.max(0.01, ...shares.map(({ share, high }) => Math.max(share, high)))
  const [first, last] = [epochs.epochs[0], epochs.epochs.at(-1)]
  const caption = fill(own.caption, {
    count: epochs.epochs.length,
    from: formatCount(first?.startBlock ?? 0n, locale),
    to: formatCount(last?.endBlock ?? 0n, locale),
  })
  const heads = [own.node, own.range, own.share, own.expected, own.range, own.verdict, own.replaced]
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <p className="text-ink-soft">{caption}</p>
        <nav aria-label={own.count} className="flex gap-2">
          {counts.map((count) => (
            <PageLink
              key={count}
              href={addressOf(view, { epochs: count }, 'blocks')}
              aria-current={count === view.epochs ? 'true' : undefined}
              className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-stone border border-line px-2 aria-[current]:border-water aria-[current]:bg-water-tint aria-[current]:font-semibold"
            >
              {count}
            </PageLink>
          ))}
        </nav>
      </div>
      <Table
        caption={caption}
        head={heads.map((name, i) => (
          <ColumnHead key={`${name}${i === 1 ? ' ' : ''}`} side={i === 0 || i === 1 || i === 5 ? 'start' : 'end'}>
            {i === 1 ? <span className="sr-only">{name}</span> : name}
          </ColumnHead>
        ))}
      >
        {shares.slice(0, pageRows).map((one) => (
          <Row key={one.holder} one={one} scale={scale} isJudged={isSure && hasStake} words={words} locale={locale} />
        ))}
      </Table>
      <div className="mt-3 flex max-w-measure flex-col gap-1 text-sm text-ink-soft">
        {rest.length > 0 && <p>{fill(own.rest, { n: rest.length, share: formatRate(sumOfShares(rest), locale) })}</p>}
        {epochs.producer && (
          <p className="text-ink">
            {fill(own.producer, { name: nameOf(epochs.producer, nodeOf(epochs.producer), words) })}
          </p>
        )}
        {!isSure && <p className="text-barley">{own.signersUnread}</p>}
        <p>{epochs.replaced ? own.replacedNote : fill(own.replacedUnread, { chain: network.l2.name })}</p>
        {hasStake ? (
          <p>{own.stakeNote}</p>
        ) : (
          <p className="text-barley">{fill(own.stakeUnread, { chain: network.l1.name })}</p>
        )}
      </div>
    </>
  )
}
