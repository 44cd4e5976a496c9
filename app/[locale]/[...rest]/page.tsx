import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isLocale, messagesOf } from '@/lib/locale'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  return { title: messagesOf(isLocale(locale) ? locale : 'en').notFound.title }
}

/** Any other address below a language: our own not-found page instead of the framework's. */
export default function Rest() {
  notFound()
}
