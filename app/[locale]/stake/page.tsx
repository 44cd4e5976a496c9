import type { Metadata } from 'next'
import { readSnapshot } from '@/app/snapshots'
import { wordingOf } from '@/app/wording'
import { Live } from '@/components/live'
import { StakeForm } from '@/components/stake/stake-form'
import { Unread } from '@/components/unread'
import { network } from '@/lib/network'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { messages } = await wordingOf(params)
  return { title: messages.stake.title, description: messages.stake.lead }
}

export default async function Page({ params }: Props) {
  const { messages, tag } = await wordingOf(params)
  const { stake, flow, failure, shell, overview } = messages
  const snapshot = await readSnapshot()
  const { id, name, blockExplorers } = network.l2
  return (
    <div className="mx-auto max-w-form">
      <h1 className="text-xl md:text-2xl">{stake.title}</h1>
      <p className="mt-2 mb-8 max-w-measure text-ink-soft">{stake.lead}</p>
      {snapshot ? (
        <Live>
          <StakeForm
            book={snapshot.book}
            protocol={snapshot.protocol}
            rate={snapshot.rate ?? null}
            words={{ stake, flow, failure, shell }}
            locale={tag}
            chain={{ id, name, explorer: blockExplorers?.default.url }}
          />
        </Live>
      ) : (
        <Unread chains={[network.l2.name]} words={overview} locale={tag} />
      )}
    </div>
  )
}
