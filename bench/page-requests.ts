import { chromium } from '@playwright/test'
import { browserFlags, findBrowser } from '../test/e2e/browser'

/** How many requests a fresh browser makes to each host while it shows a page, until it has been quiet for half a second. */
export async function countRequests(pages: readonly string[], hosts: readonly string[]): Promise<number[][]> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags })
  try {
    const counts: number[][] = []
    for (const url of pages) {
      const context = await browser.newContext()
      const asked: string[] = []
      context.on('request', (request) => asked.push(new URL(request.url()).origin))
      const page = await context.newPage()
      await page.goto(url, { waitUntil: 'networkidle' })
      counts.push(hosts.map((host) => asked.filter((origin) => origin === new URL(host).origin).length))
      await context.close()
    }
    return counts
  } finally {
    await browser.close()
  }
}
