import { formatUnits } from 'viem'
import { dateFormat, numberFormat, relativeFormat } from './intl'

/** `form`: 6 significant digits; `summary`: 2 decimals; `column`: 4, for small amounts one below the other. All cut off, never round up: nobody is shown more than there is. */
export type AmountStyle = 'form' | 'summary' | 'column'

const dust = 10n ** 14n

const digits = {
  form: { maximumSignificantDigits: 6 },
  summary: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  column: { minimumFractionDigits: 4, maximumFractionDigits: 4 },
} as const

/**
 * Base units (18 decimals) as text for people. Small amounts keep 4 decimals, less than 0.0001 reads `<0.0001`.
 * The decimal text goes to Intl as a string, so no digit passes through a float.
 */
export function formatAmount(value: bigint, locale: string, style: AmountStyle = 'summary'): string {
  if (value < 0n) return `−${formatAmount(-value, locale, style)}`
  if (value > 0n && value < dust) return `<${numberFormat(locale, { maximumFractionDigits: 4 }).format(0.0001)}`
  const small = style === 'summary' && value > 0n && value < 10n ** 16n
  const options = small ? { maximumFractionDigits: 4 } : digits[style]
  return numberFormat(locale, { ...options, roundingMode: 'trunc' }).format(decimal(value))
}

/** Every digit of an amount in base units, grouped. */
export const formatExact = (value: bigint, locale: string, decimals = 18): string =>
  numberFormat(locale, { maximumFractionDigits: decimals, roundingMode: 'trunc' }).format(decimal(value, decimals))

/** A share price in base units with 6 decimals, cut off. */
export const formatPrice = (value: bigint, locale: string): string =>
  numberFormat(locale, { minimumFractionDigits: 6, maximumFractionDigits: 6, roundingMode: 'trunc' }).format(
    decimal(value),
  )

/** A fraction as per cent with 2 decimals. */
export const formatRate = (fraction: number, locale: string): string =>
  numberFormat(locale, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(fraction)

/** A fraction as per cent with as few decimals as it needs, 2 at most: "30%". */
export const formatPart = (fraction: number, locale: string): string =>
  numberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(fraction)

/** A whole number, grouped. */
export const formatCount = (value: bigint | number, locale: string): string => numberFormat(locale).format(value)

/** Unix seconds as date and time in UTC, the zone named. English dates run day, month, year. */
export const formatDate = (seconds: number, locale: string): string =>
  `${dateFormat(locale === 'en' ? 'en-GB' : locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  }).format(seconds * 1000)} UTC`

/** Unix seconds as a date in UTC: "12 Dec 2026". */
export const formatDay = (seconds: number, locale: string): string =>
  dateFormat(locale === 'en' ? 'en-GB' : locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(seconds * 1000)

const spans = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
] as const

const spanOf = (seconds: number): readonly [number, Intl.RelativeTimeFormatUnit] => {
  const found = spans.find(([size]) => Math.abs(seconds) >= size)
  return found ? [Math.trunc(seconds / found[0]), found[1]] : [Math.trunc(seconds), 'second']
}

/** Chinese sets a space between figures and words; Intl does not. */
export const spaced = (text: string) => text.replace(/(\d)(?=\p{Script=Han})/gu, '$1 ')

/** Seconds from now (negative: ago) in words, in the largest unit that fits: "in 20 days". */
export const formatRelative = (seconds: number, locale: string): string =>
  spaced(relativeFormat(locale).format(...spanOf(seconds)))

/** A length of time in words, in the largest unit that fits: "63 days". */
export function formatSpan(seconds: number, locale: string): string {
  const [count, unit] = spanOf(seconds)
  return spaced(numberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count))
}

/** A length of time as days with at most one decimal, cut off: "11.9 days". */
export const formatDays = (seconds: number, locale: string): string =>
  spaced(
    numberFormat(locale, {
      style: 'unit',
      unit: 'day',
      unitDisplay: 'long',
      maximumFractionDigits: 1,
      roundingMode: 'trunc',
    }).format(seconds / 86_400),
  )

/** An address for the eye: first and last four digits. */
export const formatAddress = (address: string): string => `${address.slice(0, 6)}…${address.slice(-4)}`

// Intl reads a decimal string exactly; the type of a template literal is how TypeScript knows that it is one.
const decimal = (value: bigint, decimals = 18) => formatUnits(value, decimals) as `${number}`

/** The 40 digits of an address in ten groups of four, without its 0x. */
export const groupsOf = (address: string): string[] => address.slice(2).match(/.{1,4}/g) ?? []
