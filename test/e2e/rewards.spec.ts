import type { Page, Route } from '@playwright/test'
import { formatAmount } from '@/lib/format'
import { stakers } from '../devnet/accounts'
import { fund, holdings, isL2, setPrice } from './chain'
import { readCsv, sum } from './csv'
import { advance } from './exit-chain'
import { axe, connect, expect, test } from './test'

const [staker = '0x'] = stakers
const total = (page: Page) => page.getByText('Rewards so far').locator('xpath=following-sibling::dd[1]')

const open = async (page: Page) => {
  await page.goto(`/en/rewards?account=${staker}`)
  await expect(total(page)).toContainText(/[\d,]+\.\d{2}/)
}
const methodOf = (route: Route): string => JSON.parse(route.request().postData() ?? '{}').method

test('any address that is linked shows what it holds and has earned', async ({ page }) => {
  await open(page)
  const { shares } = await holdings(staker)
  const position = page.getByRole('region', { name: 'Position' })
  await expect(position).toContainText(formatAmount(shares, 'en'))
  await expect(page.getByRole('region', { name: 'History' }).getByRole('row').nth(1)).toContainText(/UTC/)
  await expect(page.getByRole('slider', { name: 'Payout read in the chart' })).toBeVisible()
  await axe(page)
})

test('US dollars stand beside METIS while the price is younger than a day, and not after', async ({ page }) => {
  // The server keeps a price for a quarter of a minute.
  test.setTimeout(180_000)
  const position = page.getByRole('region', { name: 'Position' })
  const until = (shown: boolean) =>
    expect(async () => {
      await open(page)
      await expect(position).toContainText('worth')
      expect((await position.textContent())?.includes('at $51.23 for a METIS')).toBe(shown)
    }).toPass({ timeout: 80_000 })
  await setPrice(5_123_000_000n)
  await until(true)
  await page.goto('/en')
  await expect(page.getByRole('main')).toContainText(/About \$[\d,]+ at \$51\.23 for a METIS\./)
  await advance('25h')
  await until(false)
  await expect(position).not.toContainText('$')
  await page.goto('/en')
  await expect(page.getByRole('main')).toContainText('METIS staked')
  await expect(page.getByRole('main')).not.toContainText('$')
})

test('an address that is typed is checked, then shown', async ({ page }) => {
  await page.goto('/en/rewards')
  await page.getByRole('textbox', { name: 'Account' }).fill('0x123')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByText('An address is 0x followed by')).toBeVisible()
  await page.getByRole('textbox', { name: 'Account' }).fill(staker)
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`account=${staker}`))
  await expect(total(page)).toContainText(/[\d,]+\.\d{2}/)
})

test('the connected account is shown without asking, and told when it never held seMetis', async ({ page, wallet }) => {
  await fund(wallet.account.address, {})
  await page.goto('/en/rewards')
  await connect(page)
  await expect(page.getByText('This account has never held seMetis.')).toBeVisible()
})

test('the first visit shows its progress while the provider is slow', async ({ page }) => {
  let free = () => {}
  const freed = new Promise<void>((resolve) => {
    free = resolve
  })
  await page.route(isL2, async (route) => {
    if (methodOf(route) === 'eth_getLogs') await freed
    await route.continue()
  })
  await page.goto(`/en/rewards?account=${staker}`)
  await expect(page.getByRole('progressbar', { name: 'Reading the history of this account' })).toBeVisible()
  free()
  await expect(total(page)).toContainText(/[\d,]+\.\d{2}/)
})

test('the second visit asks once for the history, and once for what the account has', async ({ page }) => {
  const asked: { method: string; params: unknown[] }[] = []
  page.on('request', (request) => {
    // Beside them it finds out which chain the hosts serve, and how far they are.
    const isAnswer = /eth_(call|getLogs)/.test(request.postData() ?? '')
    if (isL2(new URL(request.url())) && isAnswer) asked.push(JSON.parse(request.postData() ?? '{}'))
  })
  const visit = async () => {
    asked.length = 0
    await page.goto(`/en/rewards?account=${staker}`, { waitUntil: 'networkidle' })
    await expect(total(page)).toContainText(/[\d,]+\.\d{2}/)
    return page.getByRole('main').textContent()
  }
  const first = await visit()
  // It holds tickets, which had to be searched for.
  expect(asked.filter(({ method }) => method === 'eth_call').length).toBeGreaterThan(1)
  expect(asked.filter(({ method }) => method === 'eth_getLogs').length).toBeGreaterThan(3)
  expect(await visit()).toBe(first)
  // Position and tickets in one multicall; then every log since the cursor.
  expect(asked.map(({ method }) => method)).toEqual(['eth_call', 'eth_getLogs'])
  expect(asked[1]?.params).toEqual([expect.objectContaining({ fromBlock: expect.stringMatching(/^0x/) })])
})

test('a payout on the open page raises the rewards', async ({ page }) => {
  await open(page)
  const before = await total(page).textContent()
  await page.getByRole('button', { name: 'Advance 20 days' }).click()
  await expect(page.getByText('Done. The figures are being read again.')).toBeVisible()
  await page.getByRole('button', { name: 'Pay a reward' }).click()
  await expect(total(page)).not.toHaveText(before ?? '')
})

const downloaded = async (page: Page, name: string): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
  let text = ''
  for await (const part of await download.createReadStream()) text += part
  return text
}

test('the files add up: shares to what is held, rewards to the payouts', async ({ page }) => {
  await open(page)
  const all = await downloaded(page, 'Download everything as CSV')
  expect(all.split('\r\n')[0]).toContain(`# account ${staker}`)
  const rows = readCsv(all)
  expect(sum(rows, 'shares_wei')).toBe((await holdings(staker)).shares)
  const payouts = rows.filter(({ action }) => action === 'payout')
  expect(sum(rows, 'reward_since_last_row_wei')).toBe(sum(payouts, 'amount_wei'))
  const koinly = readCsv(await downloaded(page, 'Download for Koinly'))
  expect(Object.keys(koinly[0] ?? {})).toHaveLength(12)
  expect(koinly.length).toBeGreaterThan(5)
})

test('the history can be filtered, and the lots counted otherwise', async ({ page }) => {
  await open(page)
  const history = page.getByRole('region', { name: 'History' })
  await history.getByRole('button', { name: 'Payouts' }).click()
  await expect(history.getByRole('row').nth(1)).toContainText('Payout')
  const before = await total(page).textContent()
  await page.getByRole('radio', { name: 'A part of all, at average cost' }).check()
  await expect(total(page)).toHaveText(before ?? '')
})

test('says the same in Chinese', async ({ page }) => {
  await page.goto(`/zh/rewards?account=${staker}`)
  await expect(page.getByText('累计收益', { exact: true })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('未实现')
})
