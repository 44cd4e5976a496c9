import type { Metadata } from 'next'
import { readContractsPage } from '@/app/contract-snapshots'
import { wordingOf } from '@/app/wording'
import { ContractsView } from '@/components/contracts/contracts-view'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, lead } = (await wordingOf(params)).messages.contracts
  return { title, description: lead }
}

export default async function Page({ params }: Props) {
  const { messages, tag } = await wordingOf(params)
  return <ContractsView page={await readContractsPage()} messages={messages} locale={tag} />
}
