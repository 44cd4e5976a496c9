import type { APIRequestContext, Page } from '@playwright/test'
import { type Hex, isAddressEqual } from 'viem'
import { eMetis, metisL1, vault } from '@/lib/contracts'
import { formatAmount, formatCount, formatDay, formatExact, formatRate } from '@/lib/format'
import { pinned } from '@/lib/pinned'
import { l1 } from '@/lib/rpc'
import { readSequencers } from '@/lib/sequencers'
import { naming } from '../chain/faults'
import { readAwaiting } from './awaiting'
import { l2 } from './chain'
import { advance } from './exit-chain'
import { type Fault, type Switchboard, startSwitchboard } from './switchboard'
import { expect, test } from './test'
import { measure, readVaultPast } from './vault-past'

const cascade = (page: Page) => page.getByRole('region', { name: 'How the rate comes about' })
const wheel = (page: Page) => page.getByRole('region', { name: 'More staked, more sequencers' })
const figure = (page: Page, label: string) =>
  page
    .getByRole('main')
    .locator('dl')
    .filter({ has: page.getByText(label, { exact: true }) })
const soon = { timeout: 1_000 }

test.use({ javaScriptEnabled: false })

test('the gross rate is the one of Sequencers, whatever span the measured one is over', async ({ page }) => {
  await expect(async () => {
    await page.goto('/en/sequencers')
    const gross = await figure(page, 'Gross rate, per year').locator('dd').first().textContent()
    const rate = /\d+\.\d{2}%/.exec(gross ?? '')?.[0] ?? 'no rate'
    for (const range of ['d7', 'd30', 'd90', 'all']) {
      await page.goto(`/en?range=${range}`)
      const step = cascade(page).locator('summary').filter({ hasText: 'Gross sequencer rate' })
      await expect(step).toContainText(rate, soon)
    }
  }).toPass()
})

test('the measured rate over every span is what the dispatches and the vault come to', async ({ page }) => {
  const spans = page.getByRole('navigation', { name: 'Measured over' })
  const names = { '7 days': 7, '30 days': 30, '90 days': 90, 'Since launch': Number.POSITIVE_INFINITY }
  await expect(async () => {
    const past = await readVaultPast()
    // Added up, the events are the vault: none is missing, and none counts twice.
    expect(past.now.assets).toBe(await l2.readContract({ ...vault, functionName: 'totalAssets' }))
    expect(past.now.shares).toBe(await l2.readContract({ ...vault, functionName: 'totalSupply' }))
    for (const [name, days] of Object.entries(names)) {
      await page.goto('/en')
      const found = measure(past, days)
      const text = found ? formatRate(found.rate, 'en') : 'no payout in this time'
      await expect(spans.getByRole('link', { name })).toContainText(text, soon)
      await spans.getByRole('link', { name }).click()
      const headline = figure(page, 'Measured rate, per year').locator('dd').first()
      await expect(headline).toContainText(found ? text : '—', soon)
    }
  }).toPass({ timeout: 45_000 })
})

/** What the wheel turns on, as the chains have it. */
async function readTurns() {
  const [pool, eMetisSupply, metisSupply] = await Promise.all([
    readSequencers(l1),
    l2.readContract({ ...eMetis, functionName: 'totalSupply' }),
    l1.readContract({ ...metisL1, functionName: 'totalSupply' }),
  ])
  const own = pool.sequencers.filter(
    ({ recipient, status }) => status === 'active' && recipient && isAddressEqual(recipient, pinned.minter),
  )
  const locked = own.reduce((sum, { amount }) => sum + amount, 0n)
  const room = BigInt(own.length) * pool.maxLock - locked
  return { part: Number(eMetisSupply) / Number(metisSupply), nodes: own.length, locked, room }
}

test('the wheel has what the chains say, now and where its courses begin', async ({ page }) => {
  // The server keeps the pool for a minute.
  test.setTimeout(120_000)
  const value = (label: string) => wheel(page).locator('dl').filter({ hasText: label }).locator('dd').first()
  await expect(async () => {
    const [past, { part, nodes, locked, room }] = await Promise.all([readVaultPast(), readTurns()])
    await page.goto('/en?range=all')
    await expect(value('METIS staked')).toContainText(formatAmount(past.now.assets, 'en'), soon)
    await expect(value('Part of all METIS')).toHaveText(formatRate(part, 'en'), soon)
    await expect(value('Nodes run')).toHaveText(formatCount(nodes, 'en'), soon)
    await expect(wheel(page)).toContainText(`with ${formatAmount(locked, 'en')} METIS locked in them`, soon)
    await expect(value('Room in them')).toContainText(formatAmount(room, 'en'), soon)
    // Where the chain has stood still for a while, the figure says its age.
    await expect(value('Accounts holding seMetis')).toHaveText(new RegExp(`^${past.now.holders}(?!\\d)`), soon)
    const begin = past.payouts[0]
    const day = formatDay(begin?.seconds ?? 0, 'en')
    const cents = BigInt(Math.round(Number(begin?.assets) / 1e16)) * 10n ** 16n
    await expect(wheel(page)).toContainText(`${formatAmount(cents, 'en')} on ${day}`, soon)
    await expect(wheel(page)).toContainText(`${formatCount(begin?.holders ?? 0, 'en')} on ${day}`, soon)
  }).toPass({ timeout: 80_000 })
})

test('what waits to be paid out is what the pool owes ENKI and what has arrived, and its next payout what the dispatcher makes of it', async ({
  page,
}) => {
  // The server keeps the pool for a minute.
  test.setTimeout(120_000)
  await advance('2d')
  await expect(async () => {
    const { earned, arrived, treasury, toVault } = await readAwaiting()
    expect(earned + arrived + treasury).toBeGreaterThan(0n)
    await page.goto('/en')
    const awaiting = figure(page, 'Earned, not yet paid out')
    await expect(awaiting).toContainText(`${formatExact(earned + arrived, 'en')} METIS`, soon)
    const [l1Text, l2Text] = [earned, arrived].map((value) => `${formatAmount(value, 'en')} METIS`)
    await expect(awaiting).toContainText(`on Ethereum: ${l1Text}. Arrived on Metis, not dispatched: ${l2Text}.`, soon)
    await expect(awaiting).toContainText(`would bring the vault ${formatAmount(toVault, 'en')} eMetis`, soon)
    const again = 'In it is what was set aside for the treasury before'
    if (treasury > 0n) await expect(awaiting).toContainText(again, soon)
    else await expect(awaiting).not.toContainText(again)
  }).toPass({ timeout: 80_000 })
})

/** The newest block of at least so many days ago. */
async function blockBefore(days: number): Promise<bigint> {
  const seconds = (await l2.getBlock()).timestamp - BigInt(days * 86_400)
  let [low, high] = [0n, await l2.getBlockNumber()]
  while (low < high) {
    const middle = (low + high + 1n) / 2n
    if ((await l2.getBlock({ blockNumber: middle })).timestamp > seconds) high = middle - 1n
    else low = middle
  }
  return low
}

/** Where the last closed range of 1,000 blocks ends: what comes after it is asked for anew each time. */
const lastClosed = (head: bigint) => ((head - 63n) / 1_000n) * 1_000n

/** Where the closed ranges begin that a page waits for: two of 1,000 blocks at a time, back from the last of them. */
async function firstWaitedFor(): Promise<bigint> {
  const [old, head] = await Promise.all([blockBefore(100), l2.getBlockNumber()])
  const last = lastClosed(head)
  return last - ((last - old + 1_999n) / 2_000n) * 2_000n
}

/** The file of a server of its own, once it has read the whole history; and from which blocks on it has asked for logs. */
async function readWhole(request: APIRequestContext) {
  const { url, asked, stop } = await startSwitchboard({})
  try {
    const read = async () => {
      const file = await request.get(`${url}/payouts.csv`)
      expect(file.status()).toBe(200)
      return file.text()
    }
    await expect(read).toPass({ timeout: 60_000 })
    const isVault = (params: readonly unknown[]) =>
      JSON.stringify(params).toLowerCase().includes(vault.address.toLowerCase())
    const ranges = asked.filter(({ method, params }) => method === 'eth_getLogs' && isVault(params))
    return {
      text: await read(),
      from: ranges.map(({ params: [range] }) => BigInt((range as { fromBlock: Hex }).fromBlock)),
    }
  } finally {
    await stop()
  }
}

test('what one server has read of closed ranges the next one does not ask for', async ({ request }) => {
  test.setTimeout(180_000)
  const open = lastClosed(await l2.getBlockNumber())
  expect(open).toBeGreaterThan(0n)
  const first = await readWhole(request)
  const second = await readWhole(request)
  expect(second.text).toBe(first.text)
  expect(second.from.length).toBeGreaterThan(0)
  expect(second.from.filter((block) => block < open)).toEqual([])
})

let told = 0n
/** The closed ranges that the last three months lie in are told, those before them are not. */
const silentBefore: Fault = ({ method, params: [number] }) =>
  method === 'eth_getBlockByNumber' && BigInt(number as string) < told ? 'silence' : undefined

/** A server of the test's own that has read nothing yet. */
const short = test.extend<{ off: { manner: Fault }; board: Switchboard }>({
  off: [{ manner: undefined }, { option: true }],
  board: async ({ off }, use) => {
    told = await firstWaitedFor()
    const board = await startSwitchboard({ l2: off.manner })
    await use(board)
    await board.stop()
  },
  baseURL: async ({ board }, use) => use(board.url),
})

/** Blocks of the past are asked for by their number. */
const noPast: Fault = ({ method }) => (method === 'eth_getBlockByNumber' ? 'cut' : undefined)

short.describe('with an L2 that tells nothing of its past', () => {
  short.use({ off: { manner: noPast } })

  short('what is missing is said, and no other chain is blamed', async ({ page }) => {
    await page.goto('/en')
    await expect(cascade(page)).toContainText('How fast Metis makes blocks could not be read')
    await expect(page.getByRole('main')).not.toContainText('on Ethereum could not be read')
    await expect(page.getByRole('main')).toContainText('The payouts could not be read.')
    await expect(wheel(page)).toContainText('The history could not be read')
    await page.goto('/zh')
    await expect(page.getByRole('main')).toContainText('没能读到 Metis 的出块速度')
    await expect(page.getByRole('main')).toContainText('没能读到历史记录')
  })
})

short.describe('with an L2 that is slow to tell its past', () => {
  short.use({ off: { manner: silentBefore } })

  short('what is short of it says so', async ({ page, request }) => {
    await page.goto('/en?range=all')
    const headline = figure(page, 'Measured rate, per year')
    await expect(headline).toContainText(/what was before \d+ \w+ \d{4} is still being read/)
    await expect(page.getByText('All payouts can be downloaded once the whole history has been read.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Download all payouts as CSV' })).toHaveCount(0)
    await expect(wheel(page)).toContainText('The history is still being read; this figure needs all of it.')
    await page.goto('/en?range=d90')
    await expect(headline).not.toContainText('still being read')
    const file = await request.get('/payouts.csv')
    expect([file.status(), file.headers()['retry-after']]).toEqual([503, '30'])
    expect(await file.text()).toContain('still being read')
  })
})

short.describe('with an L2 that names no dispatcher', () => {
  // Where Config’s answers to the address book stand.
  short.use({ off: { manner: naming([1], 6) } })

  short('there is no file of payouts, and none to wait for', async ({ page, request }) => {
    const file = await request.get('/payouts.csv')
    expect([file.status(), file.headers()['retry-after']]).toEqual([404, undefined])
    expect(await file.text()).toContain('nothing is paid out')
    await page.goto('/en')
    await expect(page.getByRole('main')).toContainText('There is no reward dispatcher here')
  })
})
