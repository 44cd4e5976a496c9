import { readSurroundings } from '@/app/overview-snapshots'
import { readAlerts } from '@/app/pool-snapshots'
import { readSnapshot } from '@/app/snapshots'
import { AlertLine } from '@/components/overview/alert-line'
import { Dashboard } from '@/components/overview/dashboard'
import { Unread } from '@/components/unread'
import { soon } from '@/lib/cache'
import { isLocale, messagesOf, tagOf } from '@/lib/locale'
import { network } from '@/lib/network'
import { toRange } from '@/lib/ranges'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<{ range?: string | string[] }>
}

const explorers = { l1: network.l1.blockExplorers?.default.url, l2: network.l2.blockExplorers?.default.url }

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params
  const language = isLocale(locale) ? locale : 'en'
  const words = messagesOf(language)
  const { title, lead } = words.overview
  const [snapshot, around, alerts, { range }] = await Promise.all([
    readSnapshot(),
    readSurroundings(),
    soon(readAlerts()),
    searchParams,
  ])
  return (
    <>
      <h1 className="max-w-measure text-xl md:text-2xl">{title}</h1>
      <p className="mt-3 max-w-measure text-ink-soft">{lead}</p>
      <AlertLine
        alerts={alerts ?? []}
        words={words.sequencers}
        path={`/${language}/sequencers#alerts`}
        locale={tagOf[language]}
      />
      {snapshot ? (
        <Dashboard
          readings={{ ...snapshot, ...around }}
          range={toRange(range)}
          path={`/${language}`}
          explorers={explorers}
          words={words}
          locale={tagOf[language]}
        />
      ) : (
        <Unread chains={[network.l2.name]} words={words.overview} locale={tagOf[language]} />
      )}
    </>
  )
}
