import { rateDays, readSnapshot } from '@/app/snapshots'
import { Figures } from '@/components/overview/figures'
import { NextStep } from '@/components/overview/next-step'
import { RateHeadline } from '@/components/overview/rate-headline'
import { isLocale, messagesOf, tagOf } from '@/lib/locale'

type Props = { params: Promise<{ locale: string }> }

export default async function Page({ params }: Props) {
  const { locale } = await params
  const language = isLocale(locale) ? locale : 'en'
  const { overview, shell } = messagesOf(language)
  const snapshot = await readSnapshot()
  const shared = { words: overview, locale: tagOf[language] }
  return (
    <>
      <h1 className="max-w-measure text-xl md:text-2xl">{overview.title}</h1>
      <p className="mt-3 max-w-measure text-ink-soft">{overview.lead}</p>
      {snapshot ? (
        <div className="mt-8 grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-12">
          <RateHeadline
            {...shared}
            loading={shell.loading}
            rate={snapshot.rate}
            block={snapshot.protocol.block}
            days={rateDays}
          />
          <NextStep {...shared} book={snapshot.book} path={`/${language}/stake`} loading={shell.loading} />
          <div className="lg:col-span-2">
            <Figures {...shared} protocol={snapshot.protocol} loading={shell.loading} />
          </div>
        </div>
      ) : (
        <p role="alert" className="mt-8 max-w-measure border-l-2 border-barley pl-4">
          {overview.unread}
        </p>
      )}
    </>
  )
}
