/** Making one of Intl's formats takes some fifty times as long as using it, so each is made once. */
function once<Format, Options>(make: new (locale: string, options?: Options) => Format) {
  const made = new Map<string, Format>()
  return (locale: string, options?: Options): Format => {
    const key = locale + JSON.stringify(options)
    const format = made.get(key) ?? new make(locale, options)
    made.set(key, format)
    return format
  }
}

/** Formats of numbers, by language and options. */
export const numberFormat = once<Intl.NumberFormat, Intl.NumberFormatOptions>(Intl.NumberFormat)
/** Formats of dates, by language and options. */
export const dateFormat = once<Intl.DateTimeFormat, Intl.DateTimeFormatOptions>(Intl.DateTimeFormat)
/** Formats of times from now, by language. */
export const relativeFormat = once<Intl.RelativeTimeFormat, Intl.RelativeTimeFormatOptions>(Intl.RelativeTimeFormat)
const lists = once<Intl.ListFormat, Intl.ListFormatOptions>(Intl.ListFormat)
const isHan = (text = '') => /^\p{Script=Han}+$/u.test(text)
const isLatin = (text = '') => /[\p{Script=Latin}\d]/u.test(text)

/** Formats of lists, by language and options; "a, b and c" unless told otherwise. Chinese sets a space between its words and Latin ones or figures; Intl does not. */
export const listFormat = (locale: string, options: Intl.ListFormatOptions = { type: 'conjunction' }) => ({
  format: (words: readonly string[]): string =>
    lists(locale, options)
      .formatToParts(words)
      .map(({ type, value }, i, parts) => {
        if (type !== 'literal' || !isHan(value)) return value
        const [before, after] = [parts[i - 1]?.value.at(-1), parts[i + 1]?.value.at(0)]
        return `${isLatin(before) ? ' ' : ''}${value}${isLatin(after) ? ' ' : ''}`
      })
      .join(''),
})
/** Which form of a noun goes with a number, by language. */
export const pluralRules = once<Intl.PluralRules, Intl.PluralRulesOptions>(Intl.PluralRules)
