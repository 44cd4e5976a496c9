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
/** Formats of lists, by language and options. */
export const listFormat = once<Intl.ListFormat, Intl.ListFormatOptions>(Intl.ListFormat)
/** Which form of a noun goes with a number, by language. */
export const pluralRules = once<Intl.PluralRules, Intl.PluralRulesOptions>(Intl.PluralRules)
