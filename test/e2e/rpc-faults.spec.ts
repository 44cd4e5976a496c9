import type { Page } from '@playwright/test'
import { createTestClient, http, parseEther } from 'viem'
import { network } from '@/lib/network'
import { createStandstill, lying, narrow, onAnotherChain } from '../chain/faults'
import type { Manner, Rudeness } from '../chain/rude-proxy'
import { fund, holdings, l2, l2Id, rpcUrls } from './chain'
import { amountField, fillStake, finish, flowDialog, signed, stakeButton } from './stake-form'
import { type Switchboard, startSwitch, startSwitchboard } from './switchboard'
import { connect, expect, test } from './test'

/** `create`: the fault anew, and what happens when it begins. `isFatal`: nothing can be read while it lasts. */
type Fault = { isFatal: boolean; create(): { manner: Manner; stop?(): void } }

const always = (rudeness: Rudeness): Fault => ({ isFatal: true, create: () => ({ manner: () => rudeness }) })
const faults: Record<string, Fault> = {
  '429 in plain words': always({ status: 429, text: 'Too Many Requests' }),
  '429 in JSON': always({ status: 429, error: { code: 429, message: 'Too many requests' } }),
  'HTTP 503': always({ status: 503, text: 'Service Unavailable' }),
  'no answer': always('silence'),
  'a cut line': always('cut'),
  'half of its JSON': always('truncated'),
  'a slow answer': { isFatal: false, create: () => ({ manner: () => ({ after: 700 }) }) },
  'a head that stands still': { isFatal: false, create: createStandstill },
  'another chain’s id': { isFatal: false, create: () => ({ manner: onAnotherChain }) },
  'a balance one wei off': { isFatal: false, create: () => ({ manner: lying(4) }) },
  'a short range of logs': { isFatal: false, create: () => ({ manner: narrow }) },
}

/** Pages whose browser asks the RPC; on Sequencers only the server does. */
const asking = ['Overview', 'Stake', 'Redeem', 'Rewards'] as const
const pages = [...asking, 'Sequencers'] as const
const pathOf = (name: (typeof pages)[number]) => (name === 'Overview' ? '/en' : `/en/${name.toLowerCase()}`)
const survived: string[] = []
test.afterAll(() => console.log(`${survived.length} combinations of fault and page survived`))

const main = (page: Page) => page.getByRole('main')
const dateline = (page: Page) =>
  page
    .getByRole('region', { name: 'How fresh the figures are' })
    .getByRole('paragraph')
    .filter({ hasText: network.l2.name })
const soon = { timeout: 400 }

/** Console errors of the browser itself about requests that failed on purpose. */
const tolerated = [/Failed to load resource|net::ERR|CORS policy/]

/** One server of these tests' own, whose RPCs are proxies. */
const served = test.extend<{ baseURL: string }, { board: Switchboard }>({
  board: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names it is to hand over from here
    async ({}, use) => {
      const board = await startSwitchboard({})
      await use(board)
      await board.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ board }, use) => use(board.url),
})

served.describe('the server', () => {
  served.use({ javaScriptEnabled: false })

  /** A block at the server's time, or the next one where the chain is ahead already. */
  async function mineAt(seconds: number): Promise<void> {
    const client = createTestClient({ mode: 'anvil', chain: network.l2, transport: http(rpcUrls[l2Id]) })
    const { timestamp } = await l2.getBlock()
    const next = Math.max(seconds, Number(timestamp) + 1)
    await client.request({ method: 'evm_mine', params: [{ timestamp: next }] } as never)
  }

  for (const [name, { isFatal, create }] of Object.entries(faults))
    served(`keeps its figures and says how old they are, with an RPC of ${name}`, async ({ page, board }) => {
      const { manner, stop } = create()
      board.set(stop ? { l2: manner } : {})
      await mineAt(await board.pass(1))
      for (const each of pages)
        await expect(async () => {
          await page.goto(pathOf(each))
          await expect(dateline(page)).not.toContainText('out of date', soon)
          await expect(main(page).getByRole('alert')).toHaveCount(0, soon)
        }).toPass()
      stop?.()
      board.set({ l2: manner })
      await mineAt(await board.pass(4))
      const isOld = isFatal || stop !== undefined
      for (const each of pages) {
        await expect(async () => {
          await page.goto(pathOf(each))
          if (isOld) await expect(dateline(page)).toContainText('min ago, out of date', soon)
          else await expect(dateline(page)).not.toContainText('out of date', soon)
        }).toPass()
        await expect(main(page).getByRole('alert')).toHaveCount(0)
        await expect(main(page).locator('table, dl, form').first()).toBeAttached()
        survived.push(`server, ${name}, ${each}`)
      }
      board.set({})
      await expect(async () => {
        await page.goto('/en')
        await expect(dateline(page)).not.toContainText('out of date', soon)
      }).toPass()
    })
})

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

  for (const [name, { isFatal, create }] of Object.entries(faults))
    test(`keeps figures and input, and recovers by itself, with an RPC of ${name}`, async ({ page, wallet }) => {
      const { manner, stop } = create()
      rpc.set(stop ? manner : undefined)
      await fund(wallet.address, { metis: parseEther('20') })
      await reroute(page)
      await page.clock.install()
      await page.goto('/en/stake')
      await connect(page)
      await amountField(page).fill('1.25')
      for (const each of asking) {
        rpc.set(stop ? manner : undefined)
        await page
          .getByRole('navigation', { name: 'Main' })
          .getByRole('link', { name: each, exact: true })
          .first()
          .click()
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(main(page)).toContainText(figures[each])
        const said = main(page).getByText(sentences[each])
        stop?.()
        rpc.set(manner)
        if (isFatal) await until(page, 31_000, () => expect(said).toBeVisible(soon))
        else await page.clock.fastForward(31_000)
        await expect(main(page)).toContainText(figures[each])
        if (!isFatal) await expect(said).toHaveCount(0)
        if (each === 'Stake') await expect(amountField(page)).toHaveValue('1.25')
        rpc.set(undefined)
        await until(page, 31_000, () => expect(said).toHaveCount(0, soon))
        await expect(main(page)).toContainText(figures[each])
        survived.push(`browser, ${name}, ${each}`)
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
