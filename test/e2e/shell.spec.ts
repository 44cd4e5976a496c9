import type { Page } from '@playwright/test'
import { parseEther } from 'viem'
import { appUrl, fund } from './chain'
import { expectFits } from './misfit'
import { fillStake, stakeButton } from './stake-form'
import { axe, connect, expect, test } from './test'

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
      await expectFits(page, path)
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

test('the pages in Chinese stake too', async ({ page, wallet }) => {
  await fund(wallet.address, { metis: parseEther('10') })
  await page.goto('/zh/stake')
  await connect(page)
  await page.getByRole('main').getByRole('textbox').fill('１。５')
  await page.getByRole('main').getByRole('button', { name: '质押', exact: true }).click()
  await expect(page.getByRole('dialog').getByText('完成', { exact: true })).toBeVisible()
  expect(wallet.transactions()).toHaveLength(2)
})
