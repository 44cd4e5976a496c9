import type { Locator, Page } from '@playwright/test'
import { en, type Messages } from '@/lib/messages/en'
import { zh } from '@/lib/messages/zh'
import { amountField } from './stake-form'
import { expect, inEither } from './test'

/** The pages that read the chains and are walked through every fault; all but Sequencers ask by the browser. */
export const pages = ['Overview', 'Stake', 'Redeem', 'Rewards', 'Sequencers'] as const
export type Name = (typeof pages)[number]

export const paths = {
  Overview: '',
  Stake: '/stake',
  Redeem: '/redeem?tab=redeem',
  Rewards: '/rewards',
  Sequencers: '/sequencers',
} as const satisfies Record<Name, string>

export const languages = { en, zh }
export type Language = keyof typeof languages

export const main = (page: Page): Locator => page.getByRole('main')
/** The sequencers that are listed. */
export const rows = (page: Page): Locator =>
  page.getByRole('table', { name: /^(Every sequencer|历来全部排序器)/ }).locator('tbody tr')
/** What the header says of both chains. */
export const dateline = (page: Page): Locator =>
  page.getByRole('region', { name: inEither(({ freshness }) => freshness.label) })

/** What the router asks our server for. */
export const isRefresh = (url: URL): boolean => url.searchParams.has('_rsc')

/** How old a figure is, where that has to be said; a busy machine lets the page's clock run on for hours meanwhile. */
export const age = /\d+ ?(minutes? ago|hours? ago|分钟前|小时前)/

/** What a page that asks by the browser says when it has figures and can't read newer ones, and when it has none. */
export function sentences(language: Language) {
  const { overview, stake, rewards } = languages[language]
  const unread = { Stake: stake.positionUnread, Redeem: stake.positionUnread }
  return {
    old: { ...unread, Overview: overview.positionOld, Rewards: rewards.old },
    none: { ...unread, Overview: overview.positionUnread, Rewards: rewards.failed },
  }
}

/** What is typed on a page and must be there afterwards; an account is typed only, never shown. Overview has no field. */
const inputs: Partial<Record<Name, { field: (page: Page) => Locator; text: string }>> = {
  Stake: { field: amountField, text: '1.25' },
  Redeem: { field: amountField, text: '2.5' },
  Rewards: {
    field: (page) => main(page).getByRole('textbox', { name: inEither(({ rewards }) => rewards.account) }),
    text: '0x12ab',
  },
  Sequencers: { field: amountField, text: '12345' },
}
export const type = (page: Page, name: Name) => inputs[name]?.field(page).fill(inputs[name].text)
export async function expectKept(page: Page, name: Name): Promise<void> {
  const input = inputs[name]
  if (input) await expect(input.field(page)).toHaveValue(input.text)
}

/** Goes to a page by the header, as a visitor would. */
export async function follow(page: Page, name: Name, { nav, redeem }: Messages): Promise<void> {
  const names = {
    Overview: nav.overview,
    Stake: nav.stake,
    Redeem: nav.redeem,
    Rewards: nav.rewards,
    Sequencers: nav.sequencers,
  }
  const links = page.getByRole('navigation', { name: nav.label }).getByRole('link', { name: names[name], exact: true })
  await links.first().click()
  await expect(links.first()).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  if (name === 'Redeem') await page.getByRole('tab', { name: redeem.queue }).click()
}

export const soon = { timeout: 300 }

/** Moves the page's clock on, again and again, until something holds. */
export const until = (page: Page, ms: number, check: () => Promise<void>): Promise<void> =>
  expect(async () => {
    await page.clock.fastForward(ms)
    await check()
  }).toPass({ intervals: [100] })
