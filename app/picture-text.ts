import { formatAmount, formatCount, formatPrice, formatRate } from '@/lib/format'
import { type Locale, tagOf } from '@/lib/locale'
import { messagesOf } from '@/lib/messages/messages-of'
import { sharePrice } from '@/lib/shares'
import type { Pictured } from './pictures'
import type { Snapshot } from './snapshots'

type Stat = { label: string; value: string }

/** All that stands in a picture; the rate is the first of its figures. */
export type PictureText = { page: string; stats: readonly [Stat, Stat, Stat]; foot: string }

/** What the picture of a page says: its name and the figures of a snapshot. An unread one is a dash. */
export function pictureText(
  page: Pictured,
  language: Locale,
  { protocol, rate }: Partial<Pick<Snapshot, 'protocol' | 'rate'>>,
): PictureText {
  const { nav, overview } = messagesOf('en')
  const tag = tagOf[language]
  // The typeface is Latin only: in Chinese the picture keeps to names and symbols that need no translation.
  const isEnglish = language === 'en'
  return {
    page: isEnglish ? nav[page] : 'METIS · eMetis · seMetis',
    stats: [
      { label: isEnglish ? overview.rate : 'APR', value: rate ? formatRate(rate.fraction, tag) : '—' },
      {
        label: isEnglish ? `${overview.price}, ${overview.priceNote}` : 'eMetis / seMetis',
        value: protocol ? formatPrice(sharePrice(protocol), tag) : '—',
      },
      {
        label: isEnglish ? overview.eMetis : 'eMetis',
        value: protocol ? formatAmount(protocol.eMetisSupply, tag) : '—',
      },
    ],
    foot: protocol ? `METIS · ${isEnglish ? 'block ' : '#'}${formatCount(protocol.block.number, tag)}` : 'METIS',
  }
}
