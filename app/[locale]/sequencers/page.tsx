import type { Metadata } from 'next'
import { epochCounts, readPoolPage } from '@/app/pool-snapshots'
import { wordingOf } from '@/app/wording'
import { SequencersView } from '@/components/sequencers/sequencers-view'
import { toOrder, toPage } from '@/lib/node-order'

type Query = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, lead } = (await wordingOf(params)).messages.sequencers
  return { title, description: lead }
}

export default async function Page({ params, searchParams }: Props) {
  const [{ language, messages, tag }, query] = await Promise.all([wordingOf(params), searchParams])
  const one = (name: string) => [query[name]].flat()[0]
  const epochs = epochCounts.find((count) => String(count) === one('epochs')) ?? 100
  const page = await readPoolPage(epochs)
  const view = {
    path: `/${language}/sequencers`,
    order: toOrder(one('sort'), one('order')),
    page: toPage(one('page')),
    epochs,
  }
  return <SequencersView page={page} view={view} counts={epochCounts} messages={messages} locale={tag} />
}
