import { headers } from 'next/headers'
import { PageLink } from '@/components/page-link'
import { buttonClass } from '@/components/ui/button'
import { isLocale } from '@/lib/locale'
import { messagesOf } from '@/lib/messages/messages-of'

/** This file is given no parameters; the address comes from the request. */
async function language() {
  const first = (await headers()).get('x-pathname')?.split('/')[1]
  return isLocale(first) ? first : 'en'
}

export default async function NotFound() {
  const locale = await language()
  const { notFound } = messagesOf(locale)
  return (
    <div className="flex max-w-measure flex-col items-start gap-4">
      <h1 className="text-xl">{notFound.title}</h1>
      <p>{notFound.text}</p>
      <PageLink href={`/${locale}`} className={buttonClass('secondary')}>
        {notFound.home}
      </PageLink>
    </div>
  )
}
