import type { Locator, Page } from '@playwright/test'
import { stakers } from '../devnet/accounts'
import { expect, test } from './test'

test.use({ javaScriptEnabled: false })
const [staker = '0x'] = stakers

const numberOf = (text: string | null | undefined) => Number(text?.replace(/[^\d.]/g, '') || Number.NaN)
const figuresIn = (label: string): string[] => label.match(/\d[\d,]*\.\d+%?|\d+%/g) ?? []
const daysIn = (label: string): string[] => label.match(/\d{1,2} \w{3} \d{4}/g) ?? []
const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(0.1)

/** Opens the table behind a picture, which is the next one in its section; the rows of its body. */
async function opened(picture: Locator): Promise<Locator> {
  const details = picture.locator('xpath=following::details[1]')
  await details.locator('summary').click()
  const rows = details.locator('tbody tr')
  await expect(rows.first()).toBeVisible()
  return rows
}

type Check = (picture: Locator, label: string, page: Page) => Promise<void>

const table = (page: Page, name: string | RegExp) => page.getByRole('table', { name })
/** The last cell of the rows named so. */
const amounts = async (rows: Locator) =>
  (await rows.getByRole('cell').locator('.tip-for').allTextContents()).map(numberOf)

const aNode: Check = async (_, label, page) => {
  const [name = ''] = label.split(':')
  const row = table(page, /^Every sequencer/)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
  await expect(row).toContainText(figuresIn(label)[0] ?? 'no figure')
}

/** What each picture of a page says, by its words, and where its rows are. */
const pictures: Record<string, readonly (readonly [RegExp, Check])[]> = {
  '/en/sequencers': [
    [
      /METIS in \d+ active nodes that may hold/,
      async (_, label, page) => {
        const [locked, , enki] = figuresIn(label)
        const rows = table(page, /^Every sequencer/)
          .locator('tbody tr')
          .filter({ hasText: 'active' })
        const sums = async (own: Locator) =>
          (await own.locator('td:nth-child(2) .tip-for').allTextContents()).map(numberOf).reduce((a, b) => a + b, 0)
        near(await sums(rows), numberOf(locked))
        near(await sums(rows.filter({ hasText: 'ENKI' })), numberOf(enki))
        expect(label).toContain(`${await rows.count()} active nodes`)
      },
    ],
    [/% of the cap$|\d% of the cap/, aNode],
    [
      /eMetis: .* METIS locked in nodes/,
      async (_, label, page) => {
        const rows = table(page, 'Where ENKI’s METIS is').locator('tbody tr')
        const [supply, locked, way, queue] = figuresIn(label).map(numberOf)
        const one = async (name: RegExp) => (await amounts(rows.filter({ hasText: name }))).reduce((a, b) => a + b, 0)
        near(await one(/^eMetis there is/), supply ?? Number.NaN)
        near(await one(/^Locked in /), locked ?? Number.NaN)
        near(await one(/^In the minter|^On the bridge|^At the Dealer/), way ?? Number.NaN)
        near(await one(/^In the redemption queue/), queue ?? Number.NaN)
      },
    ],
    [
      /of the blocks, .* of the stake/,
      async (picture, label) => {
        const row = picture.locator('xpath=ancestor::tr')
        for (const figure of figuresIn(label)) await expect(row).toContainText(figure)
      },
    ],
    [
      /^Herfindahl index from/,
      async (picture, label) => {
        const rows = await opened(picture)
        const [partyFirst = '', partyLast = '', nodeFirst = '', nodeLast = ''] = figuresIn(label)
        for (const figure of [partyFirst, nodeFirst]) await expect(rows.first()).toContainText(figure)
        for (const figure of [partyLast, nodeLast]) await expect(rows.last()).toContainText(figure)
        await expect(rows.last()).toContainText(/Artemis, \d/)
      },
    ],
  ],
  '/en/sequencers/5': [
    [
      /% of the cap/,
      async (picture, label) => {
        await expect(picture.locator('xpath=following-sibling::div')).toContainText(figuresIn(label)[0] ?? 'no figure')
      },
    ],
    [
      /^Locked METIS from/,
      async (picture, label) => {
        const rows = await opened(picture)
        const [first = '', last = ''] = figuresIn(label)
        await expect(rows.last()).toContainText(daysIn(label)[0] ?? 'no day')
        await expect(rows.last()).toContainText(first)
        await expect(rows.first()).toContainText(last)
      },
    ],
  ],
  '/en': [
    [
      /^Share price from/,
      async (picture, label) => {
        const rows = await opened(picture)
        const [low = '', high = ''] = figuresIn(label)
        await expect(rows.last()).toContainText(low)
        await expect(rows.first()).toContainText(high)
      },
    ],
    [
      /^eMetis paid into the vault/,
      async (_, label, page) => {
        // The last row is of the payout that the line begins at, before the first of the bars.
        const rows = page.getByRole('region', { name: 'Share price' }).locator('tbody tr:not(:last-child)')
        const rewards = (await rows.locator('td:nth-child(4)').allTextContents()).map(numberOf)
        near(Math.max(...rewards), numberOf(figuresIn(label)[0]))
      },
    ],
    // The table of all nodes is behind the link under the vessels.
    [/% of the cap/, async () => {}],
  ],
  [`/en/rewards?account=${staker}`]: [
    [
      /^Rewards from payouts between/,
      async (picture, label) => {
        const rows = await opened(picture)
        await expect(rows.first()).toContainText(figuresIn(label)[0] ?? 'no figure')
        expect(label).toContain(`${await rows.count()} payouts`)
      },
    ],
    [
      /^Reward of each payout/,
      async (_, label, page) => {
        const rewards = table(page, 'Payout by payout').locator('tbody td:nth-child(3)')
        near(Math.max(...(await rewards.allTextContents()).map(numberOf)), numberOf(figuresIn(label)[0]))
      },
    ],
    [
      /^Deposits and exits/,
      async (_, label, page) => {
        const history = page.getByRole('region', { name: 'History' })
        await history.getByRole('button', { name: 'Everything' }).click()
        const more = history.getByRole('button', { name: /^Show \d+ more$/ })
        while ((await more.count()) > 0) await more.click()
        const days = daysIn(label)
        expect(days.length).toBeGreaterThan(0)
        for (const day of days) await expect(history.getByRole('row').filter({ hasText: day }).first()).toBeVisible()
      },
    ],
  ],
}

async function checkPictures(page: Page, path: string, checks: readonly (readonly [RegExp, Check])[]) {
  await expect(async () => {
    await page.goto(path)
    await expect(page.getByRole('main').getByRole('img')).not.toHaveCount(0, { timeout: 3_000 })
    await expect(page.getByText('still being read')).toHaveCount(0, { timeout: 1_000 })
  }).toPass()
  const seen = new Set<RegExp>()
  for (const picture of await page.getByRole('main').getByRole('img').all()) {
    const label = (await picture.getAttribute('aria-label')) ?? ''
    const found = checks.find(([words]) => words.test(label))
    expect(found, `${label} has no table`).toBeDefined()
    if (!found) continue
    seen.add(found[0])
    await test.step(label, () => found[1](picture, label, page))
  }
  expect(seen.size).toBe(checks.length)
}

for (const [path, checks] of Object.entries(pictures))
  test.describe(path, () => {
    // An account's history is read by the browser.
    test.use({ javaScriptEnabled: path.includes('/rewards') })
    test('every picture says what the rows of its table say', ({ page }) => checkPictures(page, path, checks))
  })

test('the vessels of Overview are the active nodes of the table they lead to', async ({ page }) => {
  await page.goto('/en')
  const vessels = page.getByRole('region', { name: 'More staked, more sequencers' }).getByRole('img')
  const labels = await vessels.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
  expect(labels.length).toBeGreaterThan(1)
  expect(labels[0]).toMatch(/^ENKI0: /)
  await page.getByRole('link', { name: 'All nodes' }).click()
  await expect(page).toHaveURL(/\/sequencers#nodes$/)
  await expect(
    table(page, /^Every sequencer/)
      .locator('tbody tr')
      .filter({ hasText: 'active' }),
  ).toHaveCount(labels.length)
  for (const label of labels) await aNode(vessels, label, page)
})
