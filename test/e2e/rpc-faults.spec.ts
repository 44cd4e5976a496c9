import type { Page } from '@playwright/test'
import { parseEther } from 'viem'
import type { Rudeness } from '../chain/rude-proxy'
import { fund, holdings, l2Id, rpcUrls } from './chain'
import { amountField, fillStake, finish, flowDialog, signed, stakeButton } from './stake-form'
import { startSwitch } from './switchboard'
import { connect, expect, test } from './test'

/** What keeps anything from being read while it lasts. */
const faults: Record<string, Rudeness> = {
  '429 in plain words': { status: 429, text: 'Too Many Requests' },
  '429 in JSON': { status: 429, error: { code: 429, message: 'Too many requests' } },
  'HTTP 503': { status: 503, text: 'Service Unavailable' },
  'no answer': 'silence',
  'a cut line': 'cut',
  'half of its JSON': 'truncated',
}

/** Pages whose browser asks the RPC; on Sequencers only the server does. */
const asking = ['Overview', 'Stake', 'Redeem', 'Rewards'] as const
const survived: string[] = []
test.afterAll(() => console.log(`${survived.length} combinations of fault and page survived`))

const main = (page: Page) => page.getByRole('main')
const soon = { timeout: 400 }

/** Console errors of the browser itself about requests that failed on purpose. */
const tolerated = [/Failed to load resource|net::ERR|CORS policy/]

test.describe('an open page', () => {
  test.use({ tolerated })
  let rpc: Awaited<ReturnType<typeof startSwitch>>
  test.beforeAll(async () => {
    rpc = await startSwitch(l2Id)
  })
  test.afterAll(() => rpc.stop())

  const sentences: Record<(typeof asking)[number], string> = {
    Overview: 'These are the balances that were read last',
    Stake: 'Your balances could not be read. Nothing can be signed until they are',
    Redeem: 'Your balances could not be read. Nothing can be signed until they are',
    Rewards: 'What you see is what was read last',
  }
  const figures: Record<(typeof asking)[number], RegExp> = {
    Overview: /You have [\d.,]+ METIS that could be staked/,
    Stake: /You have\s*[\d.,]+/,
    Redeem: /You have\s*[\d.,]+/,
    Rewards: /never held seMetis/,
  }

  /** The browser's own RPC goes through the proxy. */
  async function reroute(page: Page): Promise<void> {
    await page.route(`${rpcUrls[l2Id]}/**`, async (route) => {
      try {
        const response = await route.fetch({ url: rpc.url, timeout: 0 })
        await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } })
      } catch {
        await route.abort().catch(() => {})
      }
    })
  }
  const until = (page: Page, ms: number, check: () => Promise<void>) =>
    expect(async () => {
      await page.clock.fastForward(ms)
      await check()
    }).toPass()

  for (const [name, rudeness] of Object.entries(faults))
    test(`keeps figures and input, and recovers by itself, with an RPC of ${name}`, async ({ page, wallet }) => {
      rpc.set(undefined)
      await fund(wallet.address, { metis: parseEther('20') })
      await reroute(page)
      await page.clock.install()
      await page.goto('/en/stake')
      await connect(page)
      await amountField(page).fill('1.25')
      for (const each of asking) {
        await page
          .getByRole('navigation', { name: 'Main' })
          .getByRole('link', { name: each, exact: true })
          .first()
          .click()
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(main(page)).toContainText(figures[each])
        const said = main(page).getByText(sentences[each])
        rpc.set(rudeness)
        await until(page, 31_000, () => expect(said).toBeVisible(soon))
        await expect(main(page)).toContainText(figures[each])
        if (each === 'Stake') await expect(amountField(page)).toHaveValue('1.25')
        rpc.set(undefined)
        await until(page, 31_000, () => expect(said).toHaveCount(0, soon))
        await expect(main(page)).toContainText(figures[each])
        survived.push(`${name}, ${each}`)
      }
      await page.unrouteAll({ behavior: 'ignoreErrors' })
    })

  test('whose line is cut after a transaction was sent says so, and tells its end when the line is back', async ({
    page,
    wallet,
  }) => {
    rpc.set(undefined)
    await fund(wallet.address, { metis: parseEther('20') })
    await reroute(page)
    await page.clock.install()
    await page.goto('/en/stake')
    await connect(page)
    await fillStake(page, { amount: '3', receive: 'eMetis' })
    const hold = wallet.holdNext()
    await stakeButton(page).click()
    await hold.asked
    hold.release()
    // The approval is mined; the line breaks as the second call is signed.
    const second = wallet.holdNext()
    await second.asked
    rpc.set('cut')
    second.release()
    await expect(flowDialog(page).getByText('Sent. Waiting for a block to take it.')).toBeVisible()
    await until(page, 31_000, () => expect(flowDialog(page).getByText('Not seen in a block yet.')).toBeVisible(soon))
    rpc.set(undefined)
    await until(page, 2_000, () => expect(flowDialog(page).getByText('Done', { exact: true })).toBeVisible(soon))
    await finish(page)
    expect(signed(wallet)).toHaveLength(2)
    expect((await holdings(wallet.address)).eMetis).toBe(parseEther('3'))
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  })
})
