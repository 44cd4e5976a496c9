import { formatExact } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import type { Placement } from '@/lib/placement'
import { Cell, RowHead } from '../ui/table'
import { residueText, signed } from './residue-text'

type Props = { placement: Placement; words: Messages['sequencers']; locale: string }

/** What the parts and the supply do not agree on, with its sign and its likely causes. */
export function Residue({ placement: { allocation }, words, locale }: Props) {
  const { residue } = allocation
  const own = words.allocation
  return (
    <tr>
      <RowHead>
        {own.residue}
        {residueText(allocation, own, locale).map((sentence) => (
          <span key={sentence} className="block max-w-measure text-sm text-ink-soft">
            {sentence}
          </span>
        ))}
      </RowHead>
      {residue === null ? (
        <Cell side="end">—</Cell>
      ) : (
        <Cell side="end" title={`${formatExact(residue, locale)} METIS`} className="whitespace-nowrap">
          {signed(residue, locale)}
        </Cell>
      )}
    </tr>
  )
}
