import { formatDollars, toDollars } from '@/lib/dollars'
import { formatDate } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Price } from '@/lib/price'
import { Tooltip } from './ui/tooltip'

type Props = {
  metis: bigint
  price: Price | null | undefined
  words: Pick<Messages['dashboard'], 'dollars' | 'dollarsSource'>
  locale: string
}

/** METIS in US dollars, beside the METIS and never in their place; nothing where there is no fresh price. */
export const Dollars = ({ metis, price, words, locale }: Props) =>
  price ? (
    <span className="block">
      <Tooltip tip={fill(words.dollarsSource, { time: formatDate(price.updated, locale) })}>
        {fill(words.dollars, {
          dollars: formatDollars(toDollars(metis, price), locale),
          price: formatDollars(price.dollars, locale),
        })}
      </Tooltip>
    </span>
  ) : null
