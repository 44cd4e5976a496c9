import type { Locator, Page } from '@playwright/test'
import { parseEther } from 'viem'
import { stakers } from '../devnet/accounts'
import { appUrl, fund, holdings } from './chain'
import { advance, enterQueue, giveEnki, setQueueMetis, stakeAll, unstake } from './exit-chain'
import { journalButton, journalDialog } from './journal-list'
import { ticketRow } from './redeem-form'
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

  type Stop = 'button' | 'link' | 'textbox' | 'radio' | 'tab' | 'slider'
  const reach = (page: Page, target: Locator) =>
    expect(async () => {
      await page.keyboard.press('Tab')
      await expect(target).toBeFocused({ timeout: 50 })
    }).toPass({ intervals: [0] })
  const tabTo = (page: Page, name: string | RegExp, role: Stop) =>
    reach(page, page.getByRole(role, { name, exact: typeof name === 'string' }).first())

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
    expect(await holdings(wallet.address)).toMatchObject({ metis: parseEther('8'), eMetis: 0n })
    expect((await holdings(wallet.address)).shares).toBeGreaterThan(0n)
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

  test('stake ENKI and claim what has vested without a pointer', async ({ page, wallet }) => {
    await fund(wallet.address, { eMetis: parseEther('10') })
    await stakeAll(wallet.account, parseEther('10'))
    await unstake(wallet.account, parseEther('5'))
    await giveEnki(wallet.address, parseEther('30'))
    const before = (await holdings(wallet.address)).eMetis
    await page.goto('/en/redeem?tab=vesting')
    await connectByKeys(page)
    await tabTo(page, 'Amount', 'textbox')
    await page.keyboard.type('30')
    await expect(page.getByRole('button', { name: 'Stake ENKI', exact: true })).toBeEnabled()
    await page.keyboard.press('Enter')
    await closeWhenDone(page)
    await advance('30d')
    await page.reload()
    await expect(page.getByRole('button', { name: 'Claim', exact: true })).toBeEnabled()
    await tabTo(page, 'Claim', 'button')
    await page.keyboard.press('Enter')
    await closeWhenDone(page)
    expect((await holdings(wallet.address)).eMetis).toBeGreaterThan(before)
  })

  test('cancel a ticket, claim another and read what was signed without a pointer', async ({ page, wallet }) => {
    await fund(wallet.address, { eMetis: parseEther('9') })
    const [first, second] = [
      await enterQueue(wallet.account, parseEther('4')),
      await enterQueue(wallet.account, parseEther('5')),
    ]
    await setQueueMetis(parseEther('9'))
    await advance('20d')
    await page.goto('/en/redeem?tab=redeem')
    await connectByKeys(page)
    await expect(ticketRow(page)).toHaveCount(2)
    await reach(page, ticketRow(page, first).getByRole('button', { name: 'Cancel', exact: true }))
    await page.keyboard.press('Enter')
    await tabTo(page, `Cancel ticket ${first}`, 'button')
    await page.keyboard.press('Enter')
    await closeWhenDone(page)
    await reach(page, ticketRow(page, second).getByRole('button', { name: 'Claim', exact: true }))
    await page.keyboard.press('Enter')
    await closeWhenDone(page)
    await expect(ticketRow(page)).toHaveCount(0)
    expect(await holdings(wallet.address)).toEqual({ metis: parseEther('5'), eMetis: parseEther('3.98'), shares: 0n })

    await reach(page, journalButton(page))
    await page.keyboard.press('Enter')
    const entries = journalDialog(page).getByRole('listitem')
    await expect(entries).toHaveCount(2)
    await reach(page, entries.first().getByText('Bytes signed'))
    await page.keyboard.press('Enter')
    await expect(entries.first()).toContainText(`Account ${wallet.address}`)
    await page.keyboard.press('Escape')
    await expect(journalButton(page)).toBeFocused()
  })

  test('see an address’s rewards, read the chart and filter the history without a pointer', async ({ page }) => {
    const [staker = '0x'] = stakers
    await page.goto('/en/rewards')
    await tabTo(page, 'Account', 'textbox')
    await page.keyboard.type(staker)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`account=${staker}`))
    const cursor = page.getByRole('slider', { name: 'Payout read in the chart' })
    const last = Number(await cursor.getAttribute('aria-valuenow'))
    const text = (await cursor.getAttribute('aria-valuetext')) ?? ''
    await reach(page, cursor)
    await page.keyboard.press('ArrowLeft')
    await expect(cursor).toHaveAttribute('aria-valuenow', String(last - 1))
    await expect(cursor).not.toHaveAttribute('aria-valuetext', text)
    const history = page.getByRole('region', { name: 'History' })
    await reach(page, history.getByRole('button', { name: 'Payouts' }))
    await page.keyboard.press('Enter')
    await expect(history.getByRole('button', { name: 'Payouts', pressed: true })).toBeFocused()
    await expect(history.getByRole('row').nth(1)).toContainText('Payout')
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
