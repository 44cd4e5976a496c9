import { getAbiItem } from 'viem'
import { rewardDispatcherAbi } from '@/abi/reward-dispatcher'
import { readAddressBook } from '@/lib/address-book'
import { l2 as client } from '@/lib/rpc'
import { l2 } from './chain'
import { readCsv, sum } from './csv'
import { axe, expect, test } from './test'

/** What was paid out, as the dispatcher itself says. */
async function dispatches() {
  const { rewardDispatcher: address } = await readAddressBook(client)
  if (!address) throw new Error('The devnet has no dispatcher')
  const event = getAbiItem({ abi: rewardDispatcherAbi, name: 'Dispatched' })
  return l2.getLogs({ address, event, strict: true, fromBlock: 0n })
}

test.describe('The dashboard without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('measures the rate over four spans and changes to each of them', async ({ page }) => {
    await page.goto('/en')
    const spans = page.getByRole('navigation', { name: 'Measured over' })
    for (const name of ['7 days', '30 days', '90 days', 'Since launch'])
      await expect(spans.getByRole('link', { name })).toContainText(/\d+\.\d{2}%|no payout/)
    await spans.getByRole('link', { name: 'Since launch' }).click()
    await expect(page).toHaveURL(/range=all/)
    await expect(page.getByRole('main')).toContainText(/over \d{3} days, \d+ payouts/)
    await expect(page.getByRole('main')).toContainText('compounded, if that growth goes on')
  })

  test('opens every step of the cascade to figures that name their blocks, and their contracts unless block headers say it', async ({
    page,
  }) => {
    await page.goto('/en')
    const steps = page.getByRole('region', { name: 'How the rate comes about' }).locator('details')
    await expect(steps).toHaveCount(7)
    for (const step of await steps.all()) {
      await step.locator('summary').click()
      const rows = step.locator('tbody tr')
      await expect(rows.first()).toBeVisible()
      for (const row of await rows.all()) {
        await expect(row.getByRole('cell').nth(1)).toContainText(/^((Metis|Ethereum) devnet, block [\d,]+)+$/)
        const name = await row.getByRole('rowheader').textContent()
        if (!name?.startsWith('Block time')) await expect(row.getByRole('cell').nth(2)).toContainText(/\w+/)
      }
    }
    await expect(steps.nth(5).locator('summary')).toContainText(/Gap to the measured rate.*[+−]\d+\.\d{2} points/)
    const said = await steps.locator('summary').allTextContents()
    // eMetis outside the vault leaves more to what is in it; the others take away.
    expect(said[1]).toMatch(/METIS not yet at work.*−\d+\.\d{2} points/)
    expect(said[2]).toMatch(/eMetis outside the vault.*\+\d+\.\d{2} points/)
    expect(said[3]).toMatch(/Protocol share.*−\d+\.\d{2} points/)
    // So that levels and steps add up, but for what the second decimal leaves out.
    const figures = said.map((text) => Number(/[+−]?\d+\.\d{2}(?=%| points)/.exec(text)?.[0].replace('−', '-')))
    const [gross = 0, idle = 0, outside = 0, treasury = 0, expected = 0, gap = 0, measured = 0] = figures
    expect(Math.abs(gross + idle + outside + treasury - expected)).toBeLessThan(0.03)
    expect(Math.abs(expected + gap - measured)).toBeLessThan(0.03)
    const net = steps.nth(4).locator('tbody')
    await expect(net.getByRole('rowheader')).toHaveText([
      'Gross sequencer rate',
      'METIS not yet at work',
      'eMetis outside the vault',
      'Protocol share',
    ])
  })

  test('shows the payouts of the span as a table', async ({ page }) => {
    await page.goto('/en?range=all')
    const section = page.getByRole('region', { name: 'Share price' })
    await section.getByText('Show as table').click()
    await expect(section.locator('tbody tr')).toHaveCount((await dispatches()).length)
  })
})

test('the payouts come as a file whose sum is what the dispatcher has paid', async ({ page }) => {
  await page.goto('/en')
  const link = page.getByRole('link', { name: 'Download all payouts as CSV' })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const stream = await download.createReadStream()
  let text = ''
  for await (const part of stream) text += part
  const rows = readCsv(text)
  const paid = await dispatches()
  expect(rows).toHaveLength(paid.length)
  expect(sum(rows, 'reward_wei')).toBe(paid.reduce((total, { args }) => total + args.toVaultAmount, 0n))
  expect(rows.map(({ block }) => block)).toEqual(paid.map(({ blockNumber }) => String(blockNumber)))
})

test('the chart is read with the arrow keys and with the pointer', async ({ page }) => {
  await page.goto('/en?range=all')
  const cursor = page.getByRole('slider', { name: 'Payout read in the chart' })
  const text = () => cursor.getAttribute('aria-valuetext')
  const newest = await text()
  expect(newest).toMatch(/UTC: .* eMetis paid out, price 1\.\d{6}/)
  await cursor.press('Home')
  const oldest = await text()
  expect(oldest).not.toBe(newest)
  await expect(page.getByText(oldest ?? '', { exact: true })).toBeVisible()
  await cursor.press('ArrowRight')
  expect(await text()).not.toBe(oldest)
  await cursor.press('End')
  expect(await text()).toBe(newest)
  await cursor.hover({ position: { x: 2, y: 60 } })
  expect(await text()).toBe(oldest)
})

test('the dashboard is accessible in both themes, with a step open', async ({ page }) => {
  await page.goto('/en?range=d90')
  await page.locator('summary', { hasText: 'METIS not yet at work' }).click()
  await page.locator('summary', { hasText: 'Expected rate' }).click()
  await axe(page)
})
