import type { Metadata } from 'next'
import { readContractsPage } from '@/app/contract-snapshots'
import { ContractsView } from '@/components/contracts/contracts-view'
import { isLocale, messagesOf, tagOf } from '@/lib/locale'

type Props = { params: Promise<{ locale: string }> }

const languageOf = async (params: Props['params']) => {
  const { locale } = await params
  return isLocale(locale) ? locale : 'en'
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { contracts } = messagesOf(await languageOf(params))
  return { title: contracts.title, description: contracts.lead }
}

export default async function Page({ params }: Props) {
  const locale = await languageOf(params)
  return <ContractsView page={await readContractsPage()} messages={messagesOf(locale)} locale={tagOf[locale]} />
}
