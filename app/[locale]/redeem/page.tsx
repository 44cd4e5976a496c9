import type { Metadata } from 'next'
import { readSnapshot, readWaysOut } from '@/app/snapshots'
import { wordingOf } from '@/app/wording'
import { Live } from '@/components/live'
import { RedeemView } from '@/components/redeem/redeem-view'
import { Unread } from '@/components/unread'
import { network } from '@/lib/network'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { messages } = await wordingOf(params)
  return { title: messages.redeem.title, description: messages.redeem.lead }
}

export default async function Page({ params }: Props) {
  const { messages, tag } = await wordingOf(params)
  const { redeem, unstake, queue, tickets, ways, supply, found, vest, exit, stake, flow, failure, shell, overview } =
    messages
  const [snapshot, { market, liquidity }] = await Promise.all([readSnapshot(), readWaysOut()])
  const { id, name, blockExplorers } = network.l2
  return (
    <>
      <h1 className="text-xl md:text-2xl">{redeem.title}</h1>
      <p className="mt-2 mb-6 max-w-measure text-ink-soft">{redeem.lead}</p>
      {snapshot ? (
        <Live>
          <RedeemView
            book={snapshot.book}
            protocol={snapshot.protocol}
            market={market}
            liquidity={liquidity}
            words={{ redeem, unstake, queue, tickets, ways, supply, found, vest, exit, stake, flow, failure, shell }}
            locale={tag}
            chain={{ id, name, explorer: blockExplorers?.default.url }}
          />
        </Live>
      ) : (
        <Unread chains={[network.l2.name]} words={overview} locale={tag} />
      )}
    </>
  )
}
