import type { ReactNode } from 'react'
import { type Locale, tagOf } from '@/lib/locale'
import type { Messages } from '@/lib/messages/en'
import { journal } from '@/lib/messages/journal'
import { network } from '@/lib/network'
import { JournalButton } from './journal-button'
import { LanguageSwitch } from './language-switch'
import { contractsPath, nav } from './nav'
import { NavIcon } from './nav-icon'
import { NavLink } from './nav-link'
import { PageLink } from './page-link'
import { ThemeSwitch } from './theme-switch'
import { VesselMark } from './vessel-mark'

type Props = {
  locale: Locale
  messages: Messages
  /** The wallet's button. */
  wallet: ReactNode
  /** How many tickets can be claimed, beside the link to Redeem. */
  ready: ReactNode
  /** Block and age of both chains. */
  freshness: ReactNode
}

/** The masthead. On a phone its main links form the bar at the bottom of the screen. */
export function Header({ locale, messages: { nav: words, shell }, wallet, ready, freshness }: Props) {
  return (
    <header>
      <div className="border-b border-line">
        <div className="page flex min-h-14 flex-wrap items-center gap-x-1 max-[22rem]:gap-x-0 sm:gap-x-2">
          <PageLink href={`/${locale}`} className="mr-auto flex min-h-11 items-center gap-2 lg:mr-6">
            <VesselMark className="size-8" />
            <span aria-hidden="true" className="figure text-lg max-[26rem]:hidden">
              {shell.name}
            </span>
            <span className="sr-only">{shell.home}</span>
          </PageLink>
          <nav
            aria-label={words.label}
            className="flex max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-10 max-lg:border-t max-lg:border-line max-lg:bg-surface max-lg:pb-[env(safe-area-inset-bottom)] lg:mr-auto lg:-mb-px"
          >
            {nav.map(({ key, path }) => (
              <NavLink
                key={key}
                href={`/${locale}${path}`}
                exact={path === ''}
                describedBy={key === 'redeem' ? 'tickets-ready' : undefined}
              >
                <NavIcon name={key} />
                {words[key]}
                {key === 'redeem' && ready}
              </NavLink>
            ))}
            <div className="flex max-lg:hidden">
              <NavLink href={`/${locale}${contractsPath}`} exact={false}>
                {words.contracts}
              </NavLink>
            </div>
          </nav>
          <LanguageSwitch locale={locale} />
          <ThemeSwitch toDark={shell.toDark} toLight={shell.toLight} />
          <JournalButton
            locale={locale}
            tag={tagOf[locale]}
            words={{ title: journal[locale].title, open: journal[locale].open }}
            chain={{ name: network.l2.name, explorer: network.l2.blockExplorers?.default.url }}
          />
          {wallet}
        </div>
      </div>
      <div className="border-b-3 border-double border-ink-soft">
        <div className="page py-2">{freshness}</div>
      </div>
    </header>
  )
}
