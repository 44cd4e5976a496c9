import type { Locale } from '@/lib/locale'
import type { Messages } from '@/lib/messages/en'
import { contractsPath } from './nav'
import { PageLink } from './page-link'
import { VesselMark } from './vessel-mark'

type Props = { locale: Locale; words: Messages['shell']; nav: Messages['nav'] }

/** Who speaks here, where the figures come from, and on a phone the way to the contracts. */
export function Footer({ locale, words, nav }: Props) {
  return (
    <footer className="mt-16 border-t border-line">
      <div className="page flex items-start gap-4 py-8 text-sm text-ink-soft">
        <VesselMark className="size-8 shrink-0" />
        <div>
          <p className="max-w-measure">{words.independent}</p>
          <PageLink
            href={`/${locale}${contractsPath}`}
            className="link mt-2 inline-flex min-h-11 items-center text-base lg:hidden"
          >
            {nav.contracts}
          </PageLink>
        </div>
      </div>
    </footer>
  )
}
