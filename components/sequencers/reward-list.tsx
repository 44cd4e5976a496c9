import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatAmount, formatCount, formatDay, formatExact } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { plural } from '@/lib/messages/plural'
import { timeBetween } from '@/lib/pace'
import type { Taken } from '@/lib/rewards-taken'
import type { PoolPage } from './pool-page'

type Props = {
  taken: readonly Taken[]
  anchors: NonNullable<PoolPage['past']>['anchors']
  words: Messages['sequencers']['detail']
  locale: string
}

/** Rows shown before the older ones are asked for. */
const shown = 12

const wide = 'max-sm:hidden'

const Rows = ({ taken, anchors, words, locale }: Props) => (
  <Table
    caption={words.rewards}
    head={
      <>
        <ColumnHead>{words.when}</ColumnHead>
        <ColumnHead>{words.what}</ColumnHead>
        <ColumnHead side="end">{words.amount}</ColumnHead>
        <ColumnHead side="end" className={wide}>
          {words.block}
        </ColumnHead>
      </>
    }
  >
    {taken.map(({ block, amount, kind }) => (
      <tr key={`${block}${kind}`} className="max-sm:text-sm">
        <RowHead className="whitespace-nowrap">{formatDay(timeBetween(anchors, block), locale)}</RowHead>
        <Cell className="whitespace-nowrap">{words[kind]}</Cell>
        <Cell side="end" title={formatExact(amount, locale)} className="max-sm:pr-0">
          {formatAmount(amount, locale)}
        </Cell>
        <Cell side="end" className={wide}>
          {formatCount(block, locale)}
        </Cell>
      </tr>
    ))}
  </Table>
)

/** Rewards that one node has taken, newest first; what lies further back is opened when it is asked for. */
export function RewardList(props: Props) {
  const { taken, words, locale } = props
  if (taken.length === 0) return <p>{words.rewardsNone}</p>
  const sum = taken.reduce((total, { amount }) => total + amount, 0n)
  const older = taken.slice(shown)
  return (
    <>
      <p className="mb-3">{fill(words.rewardsSum, { amount: formatAmount(sum, locale) })}</p>
      <Rows {...props} taken={taken.slice(0, shown)} />
      {older.length > 0 && (
        <details>
          <summary className="link inline-flex min-h-11 cursor-pointer items-center">
            {plural(older.length, words.rewardsMore, locale)}
          </summary>
          <Rows {...props} taken={older} />
        </details>
      )}
    </>
  )
}
