import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatAmount, formatCount, formatDay, formatExact } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { timeBetween } from '@/lib/pace'
import type { Taken } from '@/lib/rewards-taken'
import type { PoolPage } from './pool-page'

type Props = {
  taken: readonly Taken[]
  anchors: NonNullable<PoolPage['past']>['anchors']
  words: Messages['sequencers']['detail']
  locale: string
}

/** Rewards that one node has taken, newest first. */
export function RewardList({ taken, anchors, words, locale }: Props) {
  if (taken.length === 0) return <p>{words.rewardsNone}</p>
  const sum = taken.reduce((total, { amount }) => total + amount, 0n)
  return (
    <>
      <p className="mb-3">{fill(words.rewardsSum, { amount: formatAmount(sum, locale) })}</p>
      <Table
        caption={words.rewards}
        head={
          <>
            <ColumnHead>{words.when}</ColumnHead>
            <ColumnHead>{words.what}</ColumnHead>
            <ColumnHead side="end">{words.amount}</ColumnHead>
            <ColumnHead side="end">{words.block}</ColumnHead>
          </>
        }
      >
        {taken.map(({ block, amount, kind }) => (
          <tr key={`${block}${kind}`}>
            <RowHead className="whitespace-nowrap">{formatDay(timeBetween(anchors, block), locale)}</RowHead>
            <Cell className="break-keep">{words[kind]}</Cell>
            <Cell side="end" title={formatExact(amount, locale)}>
              {formatAmount(amount, locale)}
            </Cell>
            <Cell side="end">{formatCount(block, locale)}</Cell>
          </tr>
        ))}
      </Table>
    </>
  )
}
