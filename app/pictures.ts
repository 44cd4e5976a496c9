import { nav } from '@/components/nav'
import type { Locale } from '@/lib/locale'

const pictured = [...nav.map(({ key }) => key), 'contracts' as const]

/** A page with a picture of its own. */
export type Pictured = (typeof pictured)[number]

export const isPicture = (page: string | undefined): page is Pictured => pictured.some((key) => key === page)

/** In pixels, as all who show such pictures want it. */
export const pictureSize = { width: 1200, height: 630 }

/** The picture that stands for the page at `path` where its address is shared. */
export function pictureOf(path: string, language: Locale) {
  const page = path.split('/')[2]
  const url = `/${language}/picture/${isPicture(page) ? page : 'overview'}`
  return { url, ...pictureSize, type: 'image/png', alt: 'Abzu: METIS, eMetis, seMetis' }
}
