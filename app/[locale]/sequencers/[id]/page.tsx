import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readNodePage } from '@/app/pool-snapshots'
import { nodeName } from '@/components/node-name'
import { NodeView } from '@/components/sequencers/node-view'
import { isLocale, messagesOf, tagOf } from '@/lib/locale'
import { fill } from '@/lib/messages/fill'

type Props = { params: Promise<{ locale: string; id: string }> }

async function read(params: Props['params']) {
  const { locale, id } = await params
  const language = isLocale(locale) ? locale : 'en'
  const page = await readNodePage()
  return { language, id, ...page, node: page.facts?.nodes.find((one) => String(one.id) === id) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, node, id } = await read(params)
  const { sequencers } = messagesOf(language)
  return { title: node ? nodeName(node, sequencers) : fill(sequencers.nodes.unnamed, { id }) }
}

export default async function Page({ params }: Props) {
  const { language, facts, past, node } = await read(params)
  const messages = messagesOf(language)
  if (!facts) return <p role="alert">{messages.overview.unread}</p>
  if (!node) notFound()
  const path = `/${language}/sequencers`
  return <NodeView node={node} facts={facts} past={past} messages={messages} locale={tagOf[language]} path={path} />
}
