import type { Page } from '@playwright/test'
import { formatAmount, formatDay } from '@/lib/format'
import { l1 } from '@/lib/rpc'
import { readSequencers } from '@/lib/sequencers'
import { relay } from './exit-chain'
import { expect, test } from './test'

const rowsOf = (page: Page) => page.getByRole('table', { name: /^Every sequencer/ }).locator('tbody tr')

test.describe('Sequencers without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('lists every sequencer with its lock, and sorts by links', async ({ page }) => {
    test.setTimeout(120_000)
    // What the server knows may be a minute older than what another test has just done to the pool, or the keeper does now.
    await expect(async () => {
      const pool = await readSequencers(l1)
      const largest = pool.sequencers.reduce((a, b) => (b.amount > a.amount ? b : a))
      await page.goto('/en/sequencers')
      await expect(rowsOf(page)).toHaveCount(pool.sequencers.length, { timeout: 1_000 })
      await expect(rowsOf(page).first()).toContainText(formatAmount(largest.amount, 'en'), { timeout: 1_000 })
    }).toPass({ timeout: 80_000 })
    await expect(rowsOf(page).filter({ hasText: 'SNZPool' })).toContainText('operator SNZPool · LST Artemis')
    await page.getByRole('link', { name: 'Funded by' }).click()
    await expect(rowsOf(page).first()).toContainText('Artemis')
    await expect(page.getByRole('columnheader', { name: /Funded by/ })).toHaveAttribute('aria-sort', 'ascending')
    await page.getByRole('link', { name: /Funded by/ }).click()
    await expect(rowsOf(page).first()).toContainText('OKX')
  })

  test("shows where ENKI's METIS is, and that nothing is missing", async ({ page }) => {
    // Other tests let months pass in which nobody relayed anything: what was on the bridge then is still not there.
    await relay()
    await expect(async () => {
      await page.goto('/en/sequencers')
      await expect(page.getByRole('main')).toContainText('Nothing is missing, to the wei', { timeout: 1_000 })
    }).toPass()
    const main = page.getByRole('main')
    await expect(main).toContainText('Locked in ENKI0')
    await expect(main).toContainText(/can be paid out from|could be paid out since|Nothing is on the bridge/)
  })

  test('leads to a node with its lock over time and the rewards it has taken', async ({ page }) => {
    await page.goto('/en/sequencers')
    await rowsOf(page).getByRole('link', { name: 'ENKI0' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'ENKI0' })).toBeVisible()
    await expect(page.getByRole('img', { name: /Locked METIS from/ })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('sent to Metis')
  })

  test('names every agent of the Dealer with its node, its lock and the rewards it has taken', async ({ page }) => {
    test.setTimeout(120_000)
    const { dealer, sequencers } = await readSequencers(l1)
    const caption = 'Every agent of the Dealer, with its node'
    const locked = page.getByText('Locked, as the Dealer counts').locator('xpath=following-sibling::dd[1]')
    // The server reads the pool once a minute.
    await expect(async () => {
      await page.goto('/en/sequencers')
      await expect(locked).toContainText(formatAmount(dealer?.locked ?? 0n, 'en'), { timeout: 1_000 })
    }).toPass({ timeout: 75_000 })
    for (const { number, address } of dealer?.agents ?? []) {
      const node = sequencers.find(({ owner }) => owner.toLowerCase() === address.toLowerCase())
      const row = page.getByRole('table', { name: caption }).getByRole('row').filter({ hasText: address })
      await expect(row.getByRole('rowheader')).toHaveText(String(number))
      await expect(row.getByRole('link', { name: /ENKI|Sequencer/ })).toHaveAttribute(
        'href',
        `/en/sequencers/${node?.id}`,
      )
      await expect(row.getByRole('cell').nth(3)).toContainText(/[1-9][\d,]*\.\d{2}/)
      await expect(row.getByRole('cell').last()).toHaveText('active')
    }
  })

  test('puts what both protocols owe side by side', async ({ page }) => {
    await page.goto('/en/sequencers')
    const row = (name: string) =>
      page.getByRole('table', { name: 'The other protocol' }).getByRole('row', { name }).getByRole('cell')
    await expect(row('Owed to those who leave').first()).toContainText(/[1-9][\d,]*\.\d{2}/)
    await expect(row('Rewards not harvested').first()).toContainText('ENKI has no harvest')
  })

  test('says of a node that has left since when its METIS is free', async ({ page }) => {
    const gone = (await readSequencers(l1)).sequencers.find(({ status }) => status === 'left')
    const since = formatDay(gone?.exit?.claimable ?? 0, 'en')
    await page.goto(`/en/sequencers/${gone?.id}`)
    await expect(page.getByRole('main')).toContainText(`left, free since ${since}`)
    await expect(page.getByRole('main')).toContainText(`was free from ${since}`)
    await page.goto('/en/sequencers')
    await expect(rowsOf(page).filter({ hasText: `left, free since ${since}` })).not.toHaveCount(0)
  })

  test('says the same in Chinese, and counts as many epochs as asked', async ({ page }) => {
    await page.goto('/zh/sequencers?epochs=50')
    await expect(page.getByRole('main')).toContainText('最近 50 个已结束周期')
    await expect(page.getByRole('main')).toContainText('排序器池')
  })
})

test('a node that is not there answers 404', async ({ request }) => {
  expect((await request.get('/en/sequencers/9999')).status()).toBe(404)
})

test('what if: a typed stake is told where it would go, and nothing is asked of a chain', async ({ page }) => {
  await page.goto('/en/sequencers')
  await page.getByRole('textbox', { name: 'Amount' }).fill('25000')
  await expect(page.getByRole('region', { name: 'Where it would go' })).toContainText('25,000 METIS')
  await expect(page.getByRole('region', { name: 'Where it would go' })).toContainText(/without your stake \d/)
  await page.getByRole('textbox', { name: 'Amount' }).fill('500000')
  const entry = (name: string) =>
    page.getByText(name, { exact: true }).locator('xpath=following-sibling::dd[1]').textContent()
  const [opened, idle] = await Promise.all([
    entry('would go into a new node, if the pool admits one'),
    entry('waits without room'),
  ])
  expect(Number(opened?.replace(/[^\d.]/g, ''))).toBeLessThanOrEqual(100_000)
  expect(Number(idle?.replace(/[^\d.]/g, ''))).toBeGreaterThan(290_000)
})

test('the Overview names what stands out, and leads there', async ({ page }) => {
  await page.goto('/en')
  await page
    .getByRole('main')
    .getByRole('link', { name: /more on Sequencers/i })
    .click()
  await expect(page).toHaveURL(/\/en\/sequencers#alerts$/)
  await expect(page.getByRole('heading', { name: 'What to know now' })).toBeVisible()
})

test('a node fits 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/en/sequencers/5')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
})
