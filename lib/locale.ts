/** Languages the app is written in; each is the first segment of every address. */
export const locales = ['en', 'zh'] as const
export type Locale = (typeof locales)[number]

/** The language as BCP 47 tag, for `<html lang>`, hreflang and Intl. */
export const tagOf = { en: 'en', zh: 'zh-Hans' } as const satisfies Record<Locale, string>

export const isLocale = (value: string | undefined | null): value is Locale => value === 'en' || value === 'zh'

/** The reader's language: an earlier choice, else the first of ours by weight in Accept-Language, else English. */
export function toLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { language: tag.split('-')[0], weight: quality ? Number(quality.trim().slice(2)) : 1 }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language)
    .find(isLocale)
  return wanted ?? 'en'
}

/** The same address in another language: `/en/stake` in zh is `/zh/stake`. */
export const inLocale = (pathname: string, locale: Locale): string =>
  pathname.replace(/^\/(en|zh)(?=\/|$)/, `/${locale}`)
