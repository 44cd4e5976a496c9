import type { Allocation } from '@/lib/allocation'
import { transferDays } from '@/lib/crossings'
import { formatAmount } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'

/** A difference with its sign. */
export const signed = (amount: bigint, locale: string): string =>
  `${amount > 0n ? '+' : ''}${formatAmount(amount, locale)}`

/** What the parts and the supply do not agree on, and its likely causes, in sentences; rewards Metis has not heard of are no riddle. */
export function residueText(
  { residue, unreported }: Pick<Allocation, 'residue' | 'unreported'>,
  words: Messages['sequencers']['allocation'],
  locale: string,
): string[] {
  if (residue === null) return [words.residueUnread]
  const rest = residue - unreported
  const amount = formatAmount(unreported, locale)
  const known =
    residue >= unreported
      ? fill(words.residueReported, { amount })
      : fill(words.residueHidden, { amount, rest: signed(rest, locale) })
  const cause = rest > 0n ? words.residueMore : fill(words.residueLess, { days: transferDays })
  if (unreported === 0n) return [rest === 0n ? words.residueNone : cause]
  return rest === 0n ? [known] : [known, cause]
}
