import { chromium, type Page } from '@playwright/test'
import lighthouse, { type Result } from 'lighthouse'
import { browserFlags, findBrowser } from '../test/e2e/browser'
import { freePort } from '../test/e2e/serve'
import { viewPage } from './page-views'

/** Whose browser it is: one that was never here before, or one whose wallet was connected on an earlier visit. */
export type Visitor = 'no wallet' | 'connected'

/** What Lighthouse says of a page, each figure the median of all runs; scores are of 100. */
export type PageSpeed = {
  kb: number
  lcpMs: number
  tbtMs: number
  cls: number
  performance: number
  accessibility: number
  bestPractices: number
  /** Hosts besides this machine that it asked in any run. None of them is reached. */
  outside: string[]
}

const runs = 5

/** An answer without a figure is no answer: a starved machine sometimes paints nothing while Lighthouse looks. */
const attempts = 3

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const hostsOf = ({ audits }: Result): string[] => {
  const details = audits['network-requests']?.details
  const urls =
    details?.type === 'table' ? details.items.flatMap(({ url }) => (typeof url === 'string' ? [url] : [])) : []
  return urls.filter((url) => /^(http|ws)/.test(url)).map((url) => new URL(url).host)
}

function toSpeed(result: Result): Omit<PageSpeed, 'outside'> {
  const { audits, categories } = result
  const figure = (id: string) => audits[id]?.numericValue ?? Number.NaN
  const score = (id: string) => (categories[id]?.score ?? Number.NaN) * 100
  return {
    kb: figure('total-byte-weight') / 1000,
    lcpMs: figure('largest-contentful-paint'),
    tbtMs: figure('total-blocking-time'),
    cls: figure('cumulative-layout-shift'),
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
  }
}

/**
 * One run with Lighthouse's mobile preset as it comes: a slow phone on slow 4G, computed from what was seen, with nothing in
 * the HTTP cache. Somebody has just looked at the page, so the server's answer is fresh, as it is on a site that is visited.
 */
async function look(url: string, port: number, visitor: Visitor, left = attempts): Promise<Result> {
  await viewPage(url, 1)
  const result = await lighthouse(url, {
    port,
    logLevel: 'error',
    onlyCategories: ['performance', 'accessibility', 'best-practices'],
    // Nobody's storage holds nothing; a connection, and what was read on an earlier visit, are kept in it.
    ...(visitor === 'no wallet' && { clearStorageTypes: ['all'] }),
  })
  const lhr = result?.lhr
  if (lhr && !lhr.runtimeError && Object.values(toSpeed(lhr)).every(Number.isFinite)) return lhr
  if (left > 1) return look(url, port, visitor, left - 1)
  throw new Error(`Lighthouse found no figures for ${url}: ${lhr?.runtimeError?.message ?? 'nothing was painted'}`)
}

/** Does something in a tab that Lighthouse's own will share storage with. */
async function inTab(port: number, url: string, act: (page: Page) => Promise<unknown>): Promise<void> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const page = await browser.contexts()[0]?.newPage()
  try {
    await page?.goto(url)
    if (page) await act(page)
  } finally {
    await page?.close()
    // Ends what listens to the browser, not the browser.
    await browser.close()
  }
}

const connectButton = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Connect wallet' })
const isConnected = (page: Page) => connectButton(page).waitFor({ state: 'detached' })

async function connect(page: Page): Promise<void> {
  await connectButton(page).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Demo account' }).click()
  await isConnected(page)
}

async function medians(url: string, port: number, visitor: Visitor): Promise<PageSpeed> {
  const results: Result[] = []
  while (results.length < runs) results.push(await look(url, port, visitor))
  const speeds = results.map(toSpeed)
  const middle = (key: keyof ReturnType<typeof toSpeed>) => median(speeds.map((speed) => speed[key]))
  return {
    kb: middle('kb'),
    lcpMs: middle('lcpMs'),
    tbtMs: middle('tbtMs'),
    cls: middle('cls'),
    performance: middle('performance'),
    accessibility: middle('accessibility'),
    bestPractices: middle('bestPractices'),
    outside: [...new Set(results.flatMap(hostsOf))].filter((host) => !host.startsWith('127.0.0.1:')),
  }
}

/** The pages one after the other in one browser. Throws when the connection did not last to the end. */
export async function pageSpeeds(urls: readonly string[], visitor: Visitor): Promise<PageSpeed[]> {
  const port = await freePort(9222)
  const args = [...browserFlags, `--remote-debugging-port=${port}`]
  const browser = await chromium.launch({ executablePath: findBrowser(), args })
  try {
    const [first = ''] = urls
    if (visitor === 'connected') await inTab(port, first, connect)
    const speeds: PageSpeed[] = []
    for (const url of urls) speeds.push(await medians(url, port, visitor))
    if (visitor === 'connected') await inTab(port, first, isConnected)
    return speeds
  } finally {
    await browser.close()
  }
}
