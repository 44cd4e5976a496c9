import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { wordingOf } from '@/app/wording'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await wordingOf(params)).messages.notFound.title }
}

/** Any other address below a language: our own not-found page instead of the framework's. */
export default function Rest() {
  notFound()
}
