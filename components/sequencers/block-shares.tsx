import { RangeBar } from '@/components/chart/range-bar'
import { nodeName } from '@/components/node-name'
import { PageLink } from '@/components/page-link'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { type BlockShare, blockShares } from '@/lib/block-share'
import type { Epochs } from '@/lib/epochs'
import { formatAddress, formatCount, formatPart } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Node } from '@/lib/nodes'
import { registered } from '@/lib/registry'
import { addressOf, pageRows, type View } from './view'

type Props = {
  epochs: Epochs
  /** Undefined while L1 does not answer: then there is no stake to compare with. */
  nodes: readonly Node[] | undefined
  counts: readonly number[]
  view: View
  words: Messages['sequencers']
  locale: string
}

function nameOf(signer: string, nodes: readonly Node[] | undefined, words: Messages['sequencers']): string {
  const node = nodes?.find((one) => one.signer.toLowerCase() === signer)
  if (node) return nodeName(node, words)
  return registered(signer)?.name ?? fill(words.blocks.unknownSigner, { address: formatAddress(signer) })
}

const sumOfShares = (shares: readonly BlockShare[]) => shares.reduce((sum, { share }) => sum + share, 0)

type RowProps = { one: BlockShare; name: string; scale: number; replaced: number } & Pick<Props, 'words' | 'locale'>

function Row({ one, name, scale, replaced, words, locale }: RowProps) {
  const own = words.blocks
  const range = fill(own.rangeValue, { low: formatPart(one.low, locale), high: formatPart(one.high, locale) })
  const shares = { share: formatPart(one.share, locale), expected: formatPart(one.expected ?? 0, locale) }
  return (
    <tr>
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
      <Cell className={`text-sm whitespace-nowrap ${one.verdict === 'below' ? 'text-carnelian' : ''}`}>
        {own[one.verdict]}
      </Cell>
      <Cell side="end">{formatCount(replaced, locale)}</Cell>
    </tr>
  )
}

/** Each signer's part of the last blocks against its part of the stake. */
export function BlockShares({ epochs, nodes, counts, view, words, locale }: Props) {
  const own = words.blocks
  const active = nodes?.filter(({ status }) => status === 'active') ?? []
  const stakes = new Map(active.map(({ signer, share }) => [signer.toLowerCase(), share]))
  const shares = blockShares(epochs.epochs, stakes)
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
          <Row
            key={one.signer}
            one={one}
            name={nameOf(one.signer, nodes, words)}
            scale={scale}
            replaced={epochs.replaced.filter(({ signer }) => signer.toLowerCase() === one.signer).length}
            words={words}
            locale={locale}
          />
        ))}
      </Table>
      <div className="mt-3 flex max-w-measure flex-col gap-1 text-sm text-ink-soft">
        {rest.length > 0 && <p>{fill(own.rest, { n: rest.length, share: formatPart(sumOfShares(rest), locale) })}</p>}
        {epochs.producer && (
          <p>
            {own.producer}: <span className="text-ink">{nameOf(epochs.producer.toLowerCase(), nodes, words)}</span>
          </p>
        )}
        <p>{own.replacedNote}</p>
        <p>{own.stakeNote}</p>
      </div>
    </>
  )
}
