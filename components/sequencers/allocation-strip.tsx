import { Strip } from '@/components/chart/strip'
import type { Allocation, Part } from '@/lib/allocation'
import { formatAmount } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { fraction } from '@/lib/nodes'
import { signed } from './residue-text'

type Props = { allocation: Allocation; words: Messages['sequencers']['allocation']; locale: string }

/** What works in a node is drawn in full tone, what is on its way or waits in tint. */
export const toneOf = ({ place }: Part): 'full' | 'tint' => (place === 'node' ? 'full' : 'tint')

/** The supply of eMetis as a trough: what of it was found, what was not, and what was found beyond it. */
export function AllocationStrip({ allocation: { parts, supply, sum, residue }, words, locale }: Props) {
  const whole = sum > supply ? sum : supply
  const show = (...places: Part['place'][]) =>
    formatAmount(
      parts.reduce((all, { place, amount }) => (places.includes(place) ? all + (amount ?? 0n) : all), 0n),
      locale,
    )
  const picture = fill(residue === null ? words.pictureUnread : words.picture, {
    supply: formatAmount(supply, locale),
    locked: show('node'),
    way: show('minter', 'toL1', 'dealer', 'toL2'),
    queue: show('queue'),
  })
  const difference = residue ? fill(words.pictureResidue, { residue: signed(residue, locale) }) : ''
  return (
    <>
      <Strip
        label={`${picture} ${difference}`.trim()}
        parts={[
          ...parts.map((part) => ({
            name: `${part.place}${part.node ?? ''}`,
            fraction: fraction(part.amount ?? 0n, whole),
            tone: toneOf(part),
          })),
          ...(whole > sum ? [{ name: 'residue', fraction: fraction(whole - sum, whole), tone: 'empty' as const }] : []),
        ]}
        mark={whole > supply ? fraction(supply, whole) : undefined}
      />
      {difference && (
        <p aria-hidden="true" className="mt-1 text-right text-sm text-barley">
          {difference}
        </p>
      )}
    </>
  )
}
