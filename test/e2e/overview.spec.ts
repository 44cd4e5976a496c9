import { parseEther } from 'viem'
import { vault } from '@/lib/contracts'
import { formatAmount, formatPrice } from '@/lib/format'
import { l2, l2Urls, rpcUrls } from './chain'
import { expect, test } from './test'

const rpcHosts = [...l2Urls, ...Object.values(rpcUrls)].map((url) => new URL(url).host)

test.describe('Overview without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('shows the rate, the share price, what is staked and both supplies, each with its block and age', async ({
    page,
  }) => {
    await page.goto('/en')
    const main = page.getByRole('main')
    await expect(main.getByRole('heading', { level: 1 })).toBeVisible()
    const price = await l2.readContract({ ...vault, functionName: 'convertToAssets', args: [parseEther('1')] })
    await expect(main).toContainText(formatPrice(price, 'en'))
    await expect(main).toContainText(/\d+\.\d{2}%/)
    await expect(main).toContainText(/METIS staked/i)
    await expect(main).toContainText(/eMetis supply/i)
    await expect(main).toContainText(/seMetis supply/i)
    await expect(page.locator('body')).toContainText(/block [\d,]+/)
    await expect(page.locator('body')).toContainText(/just now|\d+ (s|min|h) ago/)
  })

  test('says the same in Chinese', async ({ page }) => {
    await page.goto('/zh')
    await expect(page.locator('html')).toHaveAttribute('lang', /^zh/)
    await expect(page.getByRole('main')).toContainText('份额价格')
    await expect(page.getByRole('main')).toContainText('年化收益率')
  })

  test('follows the chain once the server has read it again', async ({ page }) => {
    const supply = await l2.readContract({ ...vault, functionName: 'totalSupply' })
    await expect(async () => {
      await page.goto('/en')
      expect(await page.getByRole('main').textContent()).toContain(formatAmount(supply, 'en'))
    }).toPass()
  })
})

test('the Overview makes no RPC request from the browser and leads to Stake', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (rpcHosts.includes(new URL(request.url()).host)) asked.push(request.url())
  })
  await page.goto('/en', { waitUntil: 'networkidle' })
  expect(asked).toEqual([])
  await page.getByRole('main').getByRole('link', { name: /stake/i }).first().click()
  await expect(page).toHaveURL(/\/en\/stake$/)
  await expect(page.getByRole('textbox', { name: 'Amount' })).toBeVisible()
})
