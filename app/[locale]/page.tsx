import { isLocale, messagesOf } from '@/lib/locale'

type Props = { params: Promise<{ locale: string }> }

export default async function Overview({ params }: Props) {
  const { locale } = await params
  const { nav } = messagesOf(isLocale(locale) ? locale : 'en')
  return <h1 className="text-xl sm:text-2xl">{nav.overview}</h1>
}
