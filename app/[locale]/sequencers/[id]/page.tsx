import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readNodePage } from '@/app/pool-snapshots'
import { wordingOf } from '@/app/wording'
import { nodeName } from '@/components/node-name'
import { PageLink } from '@/components/page-link'
import { NodeView } from '@/components/sequencers/node-view'
import { Unread } from '@/components/unread'
import { fill } from '@/lib/messages/fill'
import { network } from '@/lib/network'

type Props = { params: Promise<{ locale: string; id: string }> }

async function read(params: Props['params']) {
  const [{ id }, wording, page] = await Promise.all([params, wordingOf(params), readNodePage()])
  return { ...wording, ...page, id, node: page.facts?.nodes.find((one) => String(one.id) === id) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { messages, node, id } = await read(params)
  const { sequencers } = messages
  return { title: node ? nodeName(node, sequencers) : fill(sequencers.nodes.unnamed, { id }) }
}

export default async function Page({ params }: Props) {
  const { language, messages, tag, id, facts, past, node } = await read(params)
  const path = `/${language}/sequencers`
  if (!facts)
    return (
      <>
        <PageLink href={path} className="link inline-flex min-h-11 items-center">
          {messages.sequencers.detail.back}
        </PageLink>
        <h1 className="text-xl md:text-2xl">{fill(messages.sequencers.nodes.unnamed, { id })}</h1>
        <Unread chains={[network.l1.name]} words={messages.overview} locale={tag} />
      </>
    )
  if (!node) notFound()
  return <NodeView node={node} facts={facts} past={past} messages={messages} locale={tag} path={path} />
}
