import { chromium } from '@playwright/test'
import { browserFlags, findBrowser } from '../test/e2e/browser'

/** Requests to a host on a browser's first visit of a page and on its second, each until it has been quiet for half a second. */
export async function twoVisits(url: string, host: string): Promise<{ first: number; second: number }> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags })
  try {
    const context = await browser.newContext()
    const visit = async () => {
      let count = 0
      const page = await context.newPage()
      page.on('request', (request) => {
        if (new URL(request.url()).origin === new URL(host).origin) count += 1
      })
      await page.goto(url, { waitUntil: 'networkidle' })
      await page.close()
      return count
    }
    return { first: await visit(), second: await visit() }
  } finally {
    await browser.close()
  }
}
