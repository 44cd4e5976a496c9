import '../globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Dispute } from '@/components/dispute'
import { Footer } from '@/components/footer'
import { Freshness } from '@/components/freshness'
import { Header } from '@/components/header'
import { KeepFresh } from '@/components/keep-fresh'
import { Notice } from '@/components/notice'
import { ReadyBadge } from '@/components/ready-badge'
import { WalletButton } from '@/components/wallet-button'
import { WalletIsland } from '@/components/wallet-island'
import { formatDate } from '@/lib/format'
import { inLocale, isLocale, type Locale, tagOf } from '@/lib/locale'
import type { Messages } from '@/lib/messages/en'
import { messagesOf } from '@/lib/messages/messages-of'
import { network } from '@/lib/network'
import { toOrigin } from '@/lib/origin'
import { serif } from '../fonts/serif'
import { pictureOf } from '../pictures'
import { readBook, readHeads } from '../snapshots'

type Props = { params: Promise<{ locale: string }>; children: ReactNode }

// The literal comparison keeps the bar out of every other build.
const bar = process.env.NEXT_PUBLIC_NETWORK === 'devnet' ? import('@/components/devnet-bar') : undefined

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const { shell } = messagesOf(locale)
  const request = await headers()
  const host = request.get('x-forwarded-host') ?? request.get('host')
  const path = request.get('x-pathname') ?? `/${locale}`
  return {
    metadataBase: new URL(toOrigin(request.get('x-forwarded-proto'), host)),
    title: { default: shell.title, template: `%s · ${shell.name}` },
    description: shell.description,
    applicationName: shell.name,
    alternates: {
      canonical: path,
      languages: {
        [tagOf.en]: inLocale(path, 'en'),
        [tagOf.zh]: inLocale(path, 'zh'),
        // Without a language the address leads to the reader's.
        'x-default': path.replace(/^\/(en|zh)/, '') || '/',
      },
    },
    // Title and description are each page's own.
    openGraph: { siteName: shell.name, locale: tagOf[locale], images: pictureOf(path, locale) },
    twitter: { card: 'summary_large_image' },
  }
}

/** The chosen theme; undefined leaves it to the system. */
async function theme() {
  const chosen = (await cookies()).get('theme')?.value
  return chosen === 'limestone' || chosen === 'abyss' ? chosen : undefined
}

const grounds = { limestone: '#f7f5f0', abyss: '#0b1416' } as const

export async function generateViewport(): Promise<Viewport> {
  const chosen = await theme()
  return {
    themeColor: chosen
      ? grounds[chosen]
      : [
          { media: '(prefers-color-scheme: light)', color: grounds.limestone },
          { media: '(prefers-color-scheme: dark)', color: grounds.abyss },
        ],
  }
}

const SkipLink = ({ children }: { children: string }) => (
  <a
    href="#content"
    className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-20 focus:rounded-stone focus:bg-surface focus:px-4 focus:py-3"
  >
    {children}
  </a>
)

/** Where both chains stand, as far as they answered. */
async function dateline(locale: Locale, words: Messages['freshness']) {
  const heads = await readHeads()
  const chains = [
    { name: network.l2.name, block: heads.l2 ?? null },
    { name: network.l1.name, block: heads.l1 ?? null },
  ]
  const now = Math.floor(Date.now() / 1_000)
  const date = heads.l2 && formatDate(heads.l2.seconds, tagOf[locale])
  return <Freshness chains={chains} now={now} date={date} locale={tagOf[locale]} words={words} />
}

export default async function Layout({ params, children }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const messages = messagesOf(locale)
  const DevnetBar = (await bar)?.DevnetBar
  const book = await readBook()
  return (
    <html lang={tagOf[locale]} data-theme={await theme()} className={serif.variable}>
      <body className="flex min-h-dvh flex-col">
        <SkipLink>{messages.shell.skip}</SkipLink>
        <Header
          locale={locale}
          messages={messages}
          wallet={<WalletButton words={messages.wallet} />}
          ready={<ReadyBadge id="tickets-ready" book={book} words={messages.nav} />}
          freshness={await dateline(locale, messages.freshness)}
        />
        <Notice locale={locale} words={messages.status} />
        <Dispute book={book} words={messages.shell.dispute} chain={network.l2.name} locale={tagOf[locale]} />
        <main id="content" tabIndex={-1} className="page flex-1 py-8 outline-none md:py-12">
          {children}
        </main>
        <Footer locale={locale} words={messages.shell} nav={messages.nav} />
        <WalletIsland locale={locale} />
        <KeepFresh />
        {DevnetBar && <DevnetBar words={messages.devnet} />}
      </body>
    </html>
  )
}
