import { formatUnits } from 'viem'
import { numberFormat } from './intl'
import type { Price } from './price'

/** US dollars in 18 decimals for METIS in base units, cut off. */
export const toDollars = (metis: bigint, { dollars }: Pick<Price, 'dollars'>): bigint => (metis * dollars) / 10n ** 18n

/** US dollars in 18 decimals as text; whole ones from a thousand on. */
export const formatDollars = (dollars: bigint, locale: string): string =>
  numberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: dollars >= 1_000n * 10n ** 18n ? 0 : 2,
    roundingMode: 'trunc',
    // A decimal string keeps every digit; the template type is how TypeScript knows that it is one.
  }).format(formatUnits(dollars, 18) as `${number}`)
