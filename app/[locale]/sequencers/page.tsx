import type { Metadata } from 'next'
import { epochCounts, readPoolPage } from '@/app/pool-snapshots'
import { SequencersView } from '@/components/sequencers/sequencers-view'
import { isLocale, messagesOf, tagOf } from '@/lib/locale'
import { toOrder, toPage } from '@/lib/node-order'

type Query = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Query> }

const languageOf = async (params: Props['params']) => {
  const { locale } = await params
  return isLocale(locale) ? locale : 'en'
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { sequencers } = messagesOf(await languageOf(params))
  return { title: sequencers.title, description: sequencers.lead }
}

export default async function Page({ params, searchParams }: Props) {
  const [locale, query] = await Promise.all([languageOf(params), searchParams])
  const one = (name: string) => [query[name]].flat()[0]
  const epochs = epochCounts.find((count) => String(count) === one('epochs')) ?? 100
  const page = await readPoolPage(epochs)
  const view = {
    path: `/${locale}/sequencers`,
    order: toOrder(one('sort'), one('order')),
    page: toPage(one('page')),
    epochs,
  }
  return (
    <SequencersView page={page} view={view} counts={epochCounts} messages={messagesOf(locale)} locale={tagOf[locale]} />
  )
}
