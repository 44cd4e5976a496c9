import type { Page } from '@playwright/test'
import { parseEther } from 'viem'
import { zh } from '@/lib/messages/zh'
import { toStatus } from '@/lib/status'
import { allowMinter, fund, holdings } from './chain'
import { expectFits } from './misfit'
import { fillStake, finish, flowDialog, signed, stakeButton } from './stake-form'
import { axe, connect, expect, test } from './test'

type Answer = { minimumBuild: number; notice: { en: string; zh: string } | null } | string | 'cut'

/** What the app's server says from now on instead of what it has; `asked` counts. */
async function say(page: Page, first: Answer) {
  const told = { answer: first, asked: 0 }
  await page.route('**/status.json', (route) => {
    told.asked += 1
    const { answer } = told
    if (answer === 'cut') return route.abort()
    return route.fulfill({ body: typeof answer === 'string' ? answer : JSON.stringify(answer) })
  })
  return told
}

const bar = (page: Page) => page.getByRole('region', { name: /^(Notice|公告)$/ })
const fine = { minimumBuild: 0, notice: null }
const stopped = { minimumBuild: 999_999_999, notice: null }

test('the file is served with the app, kept for a minute at most, and says nothing', async ({ page, request }) => {
  const response = await request.get('/status.json')
  expect(response.headers()['cache-control']).toBe('private, max-age=60')
  expect(toStatus(await response.text())).toEqual(fine)
  const read = page.waitForResponse('**/status.json')
  await page.goto('/en')
  await read
  await expect(bar(page)).toHaveCount(0)
})

test('a notice is shown in the language of the page, as text and nothing else', async ({ page }) => {
  const notice = { en: 'Unstaking is slow today. <img src=x onerror=alert(1)>', zh: '今天解除质押较慢。' }
  await say(page, { minimumBuild: 0, notice })
  await page.goto('/en')
  await expect(bar(page)).toHaveText(notice.en)
  await axe(page)
  await expectFits(page, 'a notice')
  await page.goto('/zh/stake')
  await expect(bar(page)).toHaveText(notice.zh)
  await axe(page)
})

test('a build below the minimum says so, can be reloaded, and asks no wallet', async ({ page, wallet }) => {
  await fund(wallet.address, { metis: parseEther('5') })
  const told = await say(page, stopped)
  await page.goto('/en/stake')
  await expect(bar(page)).toContainText('must no longer be used to sign')
  await axe(page)
  await connect(page)
  await expectFits(page, 'a stopped build')
  await fillStake(page, { amount: '1' })
  await stakeButton(page).click()
  await expect(flowDialog(page)).toContainText('so your wallet was not asked')
  await expectFits(page, 'a flow of a stopped build')
  expect(signed(wallet)).toEqual([])
  await flowDialog(page).getByRole('button', { name: 'Close' }).click()

  told.answer = fine
  await bar(page).getByRole('button', { name: 'Reload to get the current version' }).click()
  await expect(bar(page)).toHaveCount(0)
  await expect(stakeButton(page)).toBeEnabled()
})

test('a build stopped after the page was opened signs nothing, and the reading goes on', async ({ page, wallet }) => {
  await fund(wallet.address, { metis: parseEther('5') })
  await allowMinter(wallet.account)
  const told = await say(page, fine)
  await page.goto('/en/stake')
  await connect(page)
  await fillStake(page, { amount: '1' })
  for (const [answer, sentence] of [
    [stopped, 'must no longer be used to sign'],
    ['{ "minimumBuild": 0, "not', 'is damaged'],
  ] as const) {
    told.answer = answer
    await stakeButton(page).click()
    await expect(flowDialog(page)).toContainText(sentence)
    await flowDialog(page).getByRole('button', { name: 'Close' }).click()
  }
  expect(signed(wallet)).toEqual([])
  await page.reload()
  await expect(bar(page)).toContainText('is damaged')
  await expectFits(page, 'a damaged file')
  await expect(page.getByRole('main')).toContainText('seMetis')
  await axe(page)
  for (const [answer, word] of [
    [told.answer, zh.status.damaged],
    [stopped, zh.status.old],
  ] as const) {
    told.answer = answer
    await page.goto('/zh/stake')
    await expect(bar(page)).toContainText(word)
    await axe(page)
    await expectFits(page, word)
  }
})

test.describe('with a file that can not be reached', () => {
  test.use({ tolerated: [/Failed to load resource/] })

  test('nobody is kept from signing', async ({ page, wallet }) => {
    await fund(wallet.address, { metis: parseEther('5') })
    await allowMinter(wallet.account)
    const told = await say(page, 'cut')
    await page.goto('/en/stake')
    await expect(bar(page)).toHaveCount(0)
    await connect(page)
    await fillStake(page, { amount: '1', receive: 'eMetis' })
    const before = told.asked
    await stakeButton(page).click()
    await finish(page)
    expect(told.asked).toBeGreaterThan(before)
    expect((await holdings(wallet.address)).eMetis).toBe(parseEther('1'))
  })
})
