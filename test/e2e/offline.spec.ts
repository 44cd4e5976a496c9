import type { BrowserContext, Page } from '@playwright/test'
import { parseEther } from 'viem'
import { en } from '@/lib/messages/en'
import { zh } from '@/lib/messages/zh'
import { allowMinter, fund } from './chain'
import {
  dateline,
  expectKept,
  follow,
  isRefresh,
  main,
  type Name,
  pages,
  rows,
  sentences,
  soon,
  type,
  until,
} from './five-pages'
import { expectFits } from './misfit'
import { fillStake, finish, flowDialog, signed, stakeButton } from './stake-form'
import { axe, connect, expect, test } from './test'
import { signal } from './wallet'

test.use({ tolerated: [/Failed to load resource|net::ERR/] })

/** Figures that each page has, and still has when nothing more can be read. */
const figures: Record<Name, (page: Page) => Promise<void>> = {
  Overview: (page) => expect(main(page)).toContainText(/3\.17 eMetis/),
  Stake: (page) => expect(main(page)).toContainText(/You have\s*20/),
  Redeem: (page) => expect(main(page)).toContainText(/You have\s*3\.17/),
  Rewards: (page) => expect(main(page)).toContainText('3.17'),
  Sequencers: (page) => expect(rows(page)).toHaveCount(10),
}

/** Takes the line away just while our server is being asked for newer figures. */
async function drop(page: Page, context: BrowserContext): Promise<void> {
  const { given, give } = signal()
  await page.route(isRefresh, async (route) => {
    await context.setOffline(true)
    await route.abort('internetdisconnected')
    give()
  })
  await page.clock.fastForward(31_000)
  await given
  await page.unroute(isRefresh)
}

test('offline: on every page the last figures and the input stay, marked, nothing is signed, and all goes on with the line', async ({
  page,
  context,
  wallet,
}) => {
  test.setTimeout(120_000)
  await fund(wallet.address, { metis: parseEther('20'), eMetis: parseEther('3.17') })
  await allowMinter(wallet.account)
  await page.clock.install()
  await page.goto('/en/stake')
  await connect(page)
  await page.evaluate(() => Reflect.set(window, 'isSame', true))
  for (const each of pages)
    await test.step(each, async () => {
      await follow(page, each, en)
      if (each === 'Rewards') await expect(main(page)).toContainText(en.rewards.none)
      await figures[each](page)
      if (each === 'Stake') await fillStake(page, { amount: '1.25', receive: 'eMetis' })
      else await type(page, each)

      await drop(page, context)
      if (each === 'Stake') {
        await stakeButton(page).click()
        await expect(flowDialog(page)).toContainText(en.failure.unreachable)
        await page.keyboard.press('Escape')
      }
      // What the browser reads is marked by a sentence, what our server draws by its dateline alone.
      const isDrawn = each === 'Sequencers'
      const mark = isDrawn ? dateline(page).getByText('out of date') : main(page).getByText(sentences('en').old[each])
      await until(page, 61_000, () => expect(mark).toHaveCount(isDrawn ? 2 : 1, soon))
      await figures[each](page)
      await expectKept(page, each)
      if (each === 'Stake') await axe(page)

      const renewed = page.waitForResponse((response) => isRefresh(new URL(response.url())) && response.ok())
      await context.setOffline(false)
      await renewed
      // By the page's clock, which is ahead by now, what the server reads stays old.
      if (!isDrawn) await until(page, 31_000, () => expect(mark).toHaveCount(0, soon))
      await figures[each](page)
      await expectKept(page, each)
    })
  expect(signed(wallet)).toEqual([])

  await context.setOffline(true)
  const heading = page.getByRole('heading', { level: 1 })
  const link = page
    .getByRole('navigation', { name: en.nav.label })
    .getByRole('link', { name: en.nav.stake, exact: true })
  await link.first().click()
  await page.clock.runFor(1_000)
  const word = page.getByText(en.status.offline)
  await expect(word).toBeVisible()
  await figures.Sequencers(page)
  await context.setOffline(false)
  await until(page, 3_000, () => expect(heading).toHaveText(en.nav.stake, soon))
  await expect(word).toHaveCount(0)
  await follow(page, 'Stake', en)
  await expectKept(page, 'Stake')
  await stakeButton(page).click()
  await finish(page)
  expect(signed(wallet)).toHaveLength(1)
  expect(await page.evaluate(() => Reflect.get(window, 'isSame'))).toBe(true)
})

for (const [language, words] of Object.entries({ en, zh }))
  test(`offline: whoever follows a link is told that our server is out of reach, and gets there later (${language})`, async ({
    page,
    context,
  }) => {
    const read = page.waitForResponse('**/status.json')
    await page.goto(`/${language}`)
    // What says so is loaded with the page's other small parts.
    await read
    await context.setOffline(true)
    await page
      .getByRole('navigation', { name: words.nav.label })
      .getByRole('link', { name: words.nav.rewards, exact: true })
      .first()
      .click()
    await expect(page.getByText(words.status.offline)).toBeVisible()
    await axe(page)
    await expectFits(page, 'our server out of reach')
    await context.setOffline(false)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.rewards.title)
    await expect(page.getByText(words.status.offline)).toHaveCount(0)
  })

test('offline: a part of the page that is still to come takes nothing down with it, and comes with the line', async ({
  page,
  context,
}) => {
  await page.goto('/en/redeem')
  await page.getByRole('textbox', { name: 'Amount' }).fill('2.5')
  await context.setOffline(true)
  await page.getByRole('tab', { name: 'Vesting' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('Loading')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Redeem')
  await context.setOffline(false)
  await expect(page.getByRole('tabpanel')).not.toContainText('Loading')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Redeem')
})
