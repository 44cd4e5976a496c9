import { readSurroundings } from '@/app/overview-snapshots'
import { readAlerts } from '@/app/pool-snapshots'
import { readSnapshot } from '@/app/snapshots'
import { wordingOf } from '@/app/wording'
import { AlertLine } from '@/components/overview/alert-line'
import { Dashboard } from '@/components/overview/dashboard'
import { Unread } from '@/components/unread'
import { dated } from '@/lib/age'
import { soon } from '@/lib/cache'
import { network } from '@/lib/network'
import { toRange } from '@/lib/ranges'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<{ range?: string | string[] }>
}

const explorers = { l1: network.l1.blockExplorers?.default.url, l2: network.l2.blockExplorers?.default.url }

export default async function Page({ params, searchParams }: Props) {
  const { language, messages, tag } = await wordingOf(params)
  const { title, lead } = messages.overview
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
        words={messages.sequencers}
        path={`/${language}/sequencers#alerts`}
        locale={tag}
      />
      {snapshot ? (
        <Dashboard
          readings={{ ...snapshot, ...around, protocol: dated(snapshot.protocol) }}
          range={toRange(range)}
          path={`/${language}`}
          explorers={explorers}
          words={messages}
          locale={tag}
        />
      ) : (
        <Unread chains={[network.l2.name]} words={messages.overview} locale={tag} />
      )}
    </>
  )
}
