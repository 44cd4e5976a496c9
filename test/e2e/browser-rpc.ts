import type { Page, Route } from '@playwright/test'
import type { Hex } from 'viem'
import { isL2 } from './chain'
import { signal } from './wallet'

const methodOf = (route: Route): string => route.request().postDataJSON()?.method

/** The page's own RPCs, as they answer or refuse when asked what a proxy stands for; the server sees the chain as it is. */
export async function answerSlots(page: Page, result: Hex | null): Promise<void> {
  await page.route(isL2, async (route) => {
    if (methodOf(route) !== 'eth_getStorageAt') return route.fallback()
    const answer = result === null ? { error: { code: -32000, message: 'missing trie node' } } : { result }
    return route.fulfill({ json: { jsonrpc: '2.0', id: route.request().postDataJSON().id, ...answer } })
  })
}

/** Leaves the page's own reads unanswered until the function it gives is called; of one method, or all. */
export async function holdReads(page: Page, method?: string): Promise<() => Promise<void>> {
  const { given, give } = signal()
  const hold = async (route: Route) => {
    if (method === undefined || methodOf(route) === method) await given
    // A page that was left meanwhile wants no answer.
    await route.fallback().catch(() => {})
  }
  await page.route(isL2, hold)
  return async () => {
    give()
    await page.unroute(isL2, hold)
  }
}
