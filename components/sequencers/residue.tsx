import { transferDays } from '@/lib/crossings'
import { formatAmount, formatExact } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Placement } from '@/lib/placement'
import { Cell, RowHead } from '../ui/table'

type Props = { placement: Placement; words: Messages['sequencers']; locale: string }

/** What the parts and the supply do not agree on, with its sign and its likely causes. */
export function Residue({ placement: { allocation, crossings }, words, locale }: Props) {
  const { residue, unreported } = allocation
  const own = words.allocation
  const size = residue < 0n ? -residue : residue
  const cause = residue > 0n ? own.residueMore : fill(own.residueLess, { days: transferDays })
  return (
    <tr>
      <RowHead>
        {own.residue}
        <span className="block max-w-measure text-sm text-ink-soft">
          {crossings === null ? own.residueUnread : residue === 0n ? own.residueNone : cause}
          {unreported > 0n && ` ${fill(own.residueReported, { amount: formatAmount(unreported, locale) })}`}
        </span>
      </RowHead>
      <Cell side="end" title={`${formatExact(residue, locale)} METIS`} className="whitespace-nowrap">
        {residue > 0n ? '+' : residue < 0n ? '−' : ''}
        {formatAmount(size, locale)} METIS
      </Cell>
    </tr>
  )
}
