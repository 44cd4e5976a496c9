import type { Page } from '@playwright/test'
import { parseEther } from 'viem'
import { appUrl, fund, holdings } from './chain'
import { stakeAll } from './exit-chain'
import { fillStake, flowDialog, stakeButton } from './stake-form'
import { axe, connect, connectButton, expect, test } from './test'
import { walletName } from './wallet'

const pages = ['', '/stake', '/sequencers', '/contracts']
const routes = pages.flatMap((page) => [`/en${page}`, `/zh${page}`])

test.describe('languages', () => {
  for (const [accept, language] of [
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr-FR, zh;q=0.4, en;q=0.2', 'zh'],
    ['fr', 'en'],
  ] as const)
    test(`/ leads to /${language} for "${accept}"`, async ({ request }) => {
      const response = await request.get(`${appUrl}/`, { headers: { 'accept-language': accept }, maxRedirects: 0 })
      expect(response.status()).toBeGreaterThanOrEqual(300)
      expect(response.status()).toBeLessThan(400)
      expect(new URL(response.headers().location ?? '', appUrl).pathname).toBe(`/${language}`)
    })

  test('switching keeps the page, and the choice outlives the address', async ({ page }) => {
    await page.goto('/en/stake')
    await page.getByRole('banner').getByRole('link', { name: '中文' }).click()
    await expect(page).toHaveURL(/\/zh\/stake$/)
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
    await expect(page.getByRole('main')).toContainText('质押')
    await page.goto('/')
    await expect(page).toHaveURL(/\/zh$/)
  })
})

test.describe('a page that does not exist', () => {
  test.use({ tolerated: [/status of 404/] })

  for (const path of ['/en/no-such-page', '/zh/no-such-page'])
    test(`${path} answers 404 and leads back`, async ({ page }) => {
      const response = await page.goto(path)
      expect(response?.status()).toBe(404)
      await axe(page)
      await page.getByRole('main').getByRole('link').first().click()
      await expect(page).toHaveURL(new RegExp(`${path.slice(0, 3)}$`))
    })
})

test.describe('themes', () => {
  const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const limestone = 'rgb(247, 245, 240)'
  const abyss = 'rgb(11, 20, 22)'

  test('the system decides until the reader does, and the choice stays', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto('/en')
    expect(await ground(page)).toBe(abyss)
    await page.getByRole('button', { name: 'Switch to the light theme' }).click()
    await expect.poll(() => ground(page)).toBe(limestone)
    await page.reload()
    expect(await ground(page)).toBe(limestone)
    await page.getByRole('button', { name: 'Switch to the dark theme' }).click()
    await expect.poll(() => ground(page)).toBe(abyss)
  })
})

test.describe('widths', () => {
  for (const width of [320, 768, 1280])
    test(`nothing overflows sideways at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 })
      for (const route of routes) {
        await page.goto(route)
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect.soft(overflow, route).toBeLessThanOrEqual(0)
      }
    })

  test('the figures and the form of a connected account fit 320 px', async ({ page, wallet }) => {
    await fund(wallet.address, { metis: parseEther('1234567.123456789012345678') })
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto('/en/stake')
    await connect(page)
    await fillStake(page, { amount: '1234567.000000000000000001' })
    await expect(stakeButton(page)).toBeEnabled()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  })
})

test.describe('keyboard', () => {
  const focused = (page: Page) =>
    page.evaluate(
      () => document.activeElement?.textContent?.trim() || document.activeElement?.getAttribute('aria-label'),
    )

  const tabTo = async (page: Page, name: string | RegExp, role: 'button' | 'link' | 'textbox' | 'radio' | 'tab') => {
    const target = page.getByRole(role, { name, exact: typeof name === 'string' }).first()
    await expect(async () => {
      await page.keyboard.press('Tab')
      await expect(target).toBeFocused({ timeout: 50 })
    }).toPass({ intervals: [0] })
  }

  const connectByKeys = async (page: Page) => {
    await tabTo(page, 'Connect wallet', 'button')
    await page.keyboard.press('Enter')
    await tabTo(page, walletName, 'button')
    await page.keyboard.press('Enter')
    await expect(connectButton(page)).toHaveCount(0)
  }

  const closeWhenDone = async (page: Page) => {
    await expect(flowDialog(page).getByText('Done', { exact: true })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(flowDialog(page)).toBeHidden()
  }

  test('the first stop skips to the content', async ({ page }) => {
    await page.goto('/en')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true)
  })

  test('connect, type, stake and close without a pointer', async ({ page, wallet }) => {
    await fund(wallet.address, { metis: parseEther('10') })
    await page.goto('/en/stake')
    await connectByKeys(page)
    await tabTo(page, 'Amount', 'textbox')
    await page.keyboard.type('2')
    await expect(stakeButton(page)).toBeEnabled()
    await tabTo(page, 'Stake', 'button')
    await page.keyboard.press('Enter')
    await closeWhenDone(page)
    await expect(
      stakeButton(page)
        .or(page.getByRole('textbox', { name: 'Amount' }))
        .first(),
    ).toBeVisible()
  })

  test('choose Unstake, type, sign and close without a pointer', async ({ page, wallet }) => {
    await fund(wallet.address, { eMetis: parseEther('10') })
    await stakeAll(wallet.account, parseEther('10'))
    await page.goto('/en/redeem')
    await connectByKeys(page)
    await tabTo(page, 'Unstake', 'tab')
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('tab', { name: 'Redeem', exact: true })).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await expect(page.getByRole('tab', { name: 'Unstake', exact: true })).toBeFocused()
    await tabTo(page, 'Amount', 'textbox')
    await page.keyboard.type('4')
    await expect(page.getByRole('button', { name: 'Unstake', exact: true })).toBeEnabled()
    await tabTo(page, 'Unstake', 'button')
    await page.keyboard.press('Enter')
    await closeWhenDone(page)
    expect((await holdings(wallet.address)).shares).toBeLessThan(parseEther('10'))
  })

  test('Escape leaves the wallet list and gives the focus back', async ({ page }) => {
    await page.goto('/en/stake')
    await tabTo(page, 'Connect wallet', 'button')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(connectButton(page)).toBeFocused()
  })
})

test('the pages in Chinese stake too', async ({ page, wallet }) => {
  await fund(wallet.address, { metis: parseEther('10') })
  await page.goto('/zh/stake')
  await page
    .getByRole('banner')
    .getByRole('button')
    .filter({ hasText: /^连接钱包$/ })
    .click()
  const list = page.getByRole('dialog')
  await list.getByRole('button', { name: walletName }).click()
  await expect(list).toBeHidden()
  await page.getByRole('main').getByRole('textbox').fill('１。５')
  await page.getByRole('main').getByRole('button', { name: '质押', exact: true }).click()
  await expect(page.getByRole('dialog').getByText('完成', { exact: true })).toBeVisible()
  expect(wallet.transactions()).toHaveLength(2)
})
