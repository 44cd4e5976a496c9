import { chromium } from '@playwright/test'
import { browserFlags, findBrowser } from '../test/e2e/browser'

/** JSON-RPC requests of a visit to a host, and those of them that ask for logs. */
export type Visit = { all: number; logs: number }

/** What a browser asks a host on its first visit of a page and on its second, each until it has been quiet for half a second. */
export async function twoVisits(url: string, host: string): Promise<{ first: Visit; second: Visit }> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags })
  try {
    const context = await browser.newContext()
    const visit = async (): Promise<Visit> => {
      const asked: string[] = []
      const page = await context.newPage()
      page.on('request', (request) => {
        if (request.method() === 'POST' && new URL(request.url()).origin === new URL(host).origin)
          asked.push(JSON.parse(request.postData() ?? '{}').method)
      })
      await page.goto(url, { waitUntil: 'networkidle' })
      await page.close()
      return { all: asked.length, logs: asked.filter((method) => method === 'eth_getLogs').length }
    }
    return { first: await visit(), second: await visit() }
  } finally {
    await browser.close()
  }
}
