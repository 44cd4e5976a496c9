import type { Metadata } from 'next'
import { readSurroundings } from '@/app/overview-snapshots'
import { readSnapshot } from '@/app/snapshots'
import { wordingOf } from '@/app/wording'
import { Live } from '@/components/live'
import { RewardsView } from '@/components/rewards/rewards-view'
import { Unread } from '@/components/unread'
import { network } from '@/lib/network'
import { toNextPayout } from '@/lib/next-payout'
import { toPast } from '@/lib/past'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<{ account?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, lead } = (await wordingOf(params)).messages.rewards
  return { title, description: lead }
}

export default async function Page({ params, searchParams }: Props) {
  const { language, messages, tag } = await wordingOf(params)
  const { rewards, dashboard, overview, shell } = messages
  const [snapshot, { pool, undispatched, price }, { account }] = await Promise.all([
    readSnapshot(),
    readSurroundings(),
    searchParams,
  ])
  return (
    <>
      <h1 className="text-xl md:text-2xl">{rewards.title}</h1>
      <p className="mt-2 mb-6 max-w-measure text-ink-soft">{rewards.lead}</p>
      <noscript>{rewards.noScript}</noscript>
      {snapshot ? (
        <Live>
          <RewardsView
            server={{
              book: snapshot.book,
              past: toPast(snapshot.history),
              next: toNextPayout(pool, undispatched, snapshot.protocol.treasuryRatio),
              vestingSeconds: snapshot.protocol.vestingSeconds,
              price,
              chain: `${network.l2.name} (${network.l2.id})`,
            }}
            // Named twice, it is none.
            asked={account ? String(account).trim() : undefined}
            path={`/${language}/rewards`}
            words={{
              rewards,
              payouts: dashboard.payouts,
              dollarsSource: dashboard.dollarsSource,
              source: overview.source,
              loading: shell.loading,
            }}
            locale={tag}
            explorer={network.l2.blockExplorers?.default.url}
          />
        </Live>
      ) : (
        <Unread chains={[network.l2.name]} words={overview} locale={tag} />
      )}
    </>
  )
}
