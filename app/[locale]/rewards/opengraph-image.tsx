import { openGraphPicture } from '@/app/open-graph'
import { isLocale } from '@/lib/locale'

export const alt = 'Abzu: METIS, eMetis, seMetis'
export const size = { width: 1200, height: 630 }
export const contentType = 'image/png'

export default async function Picture({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params
  return openGraphPicture(isLocale(locale) ? locale : 'en', 'rewards')
}
