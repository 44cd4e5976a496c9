import { Figure } from '@/components/figure'
import { Row } from '@/components/row'
import { Card } from '@/components/ui/card'
import type { Exit } from '@/hooks/use-exit'
import { formatSpan } from '@/lib/format'
import type { Liquidity } from '@/lib/liquidity'
import { fill } from '@/lib/messages/fill'
import type { Block } from '@/lib/rpc'
import type { Setting } from './words'

type Props = Setting & {
  exit: Exit
  /** Null: no Dealer answers on L1. Undefined: L1 did not answer. */
  liquidity: Liquidity | null | undefined
}

/** What the queue holds and owes, and from where METIS could come, sooner or later. */
export function QueueSupply({ exit: { protocol }, liquidity, words: { supply: words, stake }, locale }: Props) {
  const { queue, block, metisInMinter } = protocol
  if (!queue) return null
  const figure = (value: bigint, at: Block) => (
    <Figure value={value} unit="METIS" block={at} source={stake.source} locale={locale} />
  )
  return (
    <Card aria-label={words.title}>
      <h2 className="mb-3 text-lg">{words.title}</h2>
      <dl className="text-sm">
        <Row label={words.held}>{figure(queue.metis, block)}</Row>
        <Row label={words.owed}>{figure(queue.owed, block)}</Row>
        <Row label={words.minter}>{figure(metisInMinter, block)}</Row>
        {liquidity && (
          <>
            <Row label={words.idle}>{figure(liquidity.idle, liquidity.block)}</Row>
            <Row label={words.atOnce} note={words.atOnceNote}>
              {figure(liquidity.atOnce, liquidity.block)}
            </Row>
            <Row label={words.exit} note={fill(words.exitNote, { span: formatSpan(liquidity.exitSeconds, locale) })}>
              {figure(liquidity.afterExit, liquidity.block)}
            </Row>
            {liquidity.leaving > 0n && <Row label={words.leaving}>{figure(liquidity.leaving, liquidity.block)}</Row>}
          </>
        )}
      </dl>
      <p className="mt-2 text-sm text-ink-soft">
        {liquidity ? words.note : liquidity === null ? words.none : words.unread}
      </p>
    </Card>
  )
}
