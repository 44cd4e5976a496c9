import type { Page } from '@playwright/test'
import { parseEther } from 'viem'
import { en } from '@/lib/messages/en'
import { zh } from '@/lib/messages/zh'
import { fund } from './chain'
import { endow } from './exit-chain'
import { expectFits } from './misfit'
import { pages, settled } from './routes'
import { fillStake, flowDialog, stakeButton } from './stake-form'
import { axe, connect, connectButton, expect, test } from './test'
import { walletName } from './wallet'

/** The page as it is and behind each of its tabs. */
async function lookAt(page: Page, how?: Parameters<typeof axe>[1]): Promise<void> {
  const tabs = page.getByRole('tab', { selected: false })
  const others = await tabs.evaluateAll((all) => all.map(({ id }) => id))
  await expect(page.locator(settled)).toHaveCount(0)
  await axe(page, how)
  for (const id of others) {
    await page.locator(`[id="${id}"]`).click()
    await expect(page.locator(settled)).toHaveCount(0)
    await axe(page, how)
  }
}

for (const language of ['en', 'zh'])
  test(`axe finds nothing on any page in ${language}, in either theme, without a wallet`, async ({ page }) => {
    test.setTimeout(180_000)
    for (const path of pages) {
      await page.goto(`/${language}${path}`)
      await lookAt(page)
    }
  })

test('axe finds nothing in the wallet list, nor on any page of who is connected', async ({ page, wallet }) => {
  test.setTimeout(240_000)
  await endow(wallet.account)
  await page.goto('/en/stake')
  await test.step('the wallet list', async () => {
    await connectButton(page).click()
    await expect(page.getByRole('dialog').getByRole('button', { name: walletName })).toBeVisible()
    await axe(page)
    expect(wallet.asked('eth_requestAccounts')).toEqual([])
    await page.keyboard.press('Escape')
  })
  await connect(page)
  const account = page.getByRole('banner').getByRole('button').filter({ hasText: /^0x/ })
  for (const language of ['en', 'zh'])
    for (const path of pages)
      await test.step(`/${language}${path}`, async () => {
        await page.goto(`/${language}${path.replace(/\?.*/, '')}`)
        await expect(account).toBeVisible()
        // What else a theme could break, it breaks in either language.
        await lookAt(page, { isWholeInDark: language === 'en' })
      })
  await test.step('the account', async () => {
    await account.click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await axe(page)
  })
})

test('axe finds nothing in the filled form and in the transaction dialog', async ({ page, wallet }) => {
  await fund(wallet.address, { metis: parseEther('10') })
  await page.goto('/en/stake')
  await connect(page)
  await fillStake(page, { amount: '1' })
  await expect(stakeButton(page)).toBeEnabled()
  await axe(page)
  const held = wallet.holdNext()
  await stakeButton(page).click()
  await held.asked
  await axe(page)
  held.release()
  await expect(flowDialog(page).getByText('Done', { exact: true })).toBeVisible()
  await axe(page)
})

test.describe('a page that could not be drawn', () => {
  // What React says of it, and the error itself.
  test.use({ tolerated: [/./] })
  for (const [language, { error, sequencers }] of Object.entries({ en, zh }))
    test(`says so in ${language}, to everybody, and is drawn when asked again`, async ({ page }) => {
      // A form without what it needs; only the page's first text has the fault.
      await page.route(`**/${language}/sequencers`, async (route) => {
        if (route.request().resourceType() !== 'document') return route.fallback()
        const response = await route.fetch()
        await route.fulfill({
          response,
          body: (await response.text()).replace('situation\\":{\\"room', 'situation\\":{\\"none'),
        })
      })
      await page.goto(`/${language}/sequencers`)
      await expect(page.getByRole('heading', { level: 1, name: error.title })).toBeVisible()
      await axe(page)
      await expectFits(page, 'the error')
      await page.getByRole('button', { name: error.again }).click()
      await expect(page.getByRole('heading', { level: 1, name: sequencers.title })).toBeVisible()
    })
})
