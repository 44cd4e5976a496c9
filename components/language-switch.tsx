'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { inLocale, type Locale, tagOf } from '@/lib/locale'
import { remember } from './remember'

const names = { en: { short: 'EN', long: 'English' }, zh: { short: '中文', long: '中文' } } as const

/** Leads to the same page and query in the other language. A plain link: the whole document changes its language. */
export function LanguageSwitch({ locale }: { locale: Locale }) {
  const other = locale === 'en' ? 'zh' : 'en'
  const query = useSearchParams().toString()
  return (
    <a
      href={`${inLocale(usePathname(), other)}${query && `?${query}`}`}
      hrefLang={tagOf[other]}
      lang={tagOf[other]}
      onClick={() => remember('locale', other)}
      className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-stone px-2 text-sm text-ink hover:bg-water-tint"
    >
      <span className="sm:hidden">{names[other].short}</span>
      <span className="max-sm:hidden">{names[other].long}</span>
    </a>
  )
}
