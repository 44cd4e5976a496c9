import { startRudeProxy } from '../chain/rude-proxy'
import { l1Id, l2Id, rpcUrls } from './chain'
import { crowd, drawn } from './crowd'
import { startApp } from './serve'
import { expect, test } from './test'

test('a crowd on every page, while both chains come and go, meets no error and costs the chains no more', async () => {
  test.setTimeout(180_000)
  let startedAt = Number.POSITIVE_INFINITY
  const isDown = () => Date.now() > startedAt && Math.floor((Date.now() - startedAt) / 1_500) % 2 === 0
  const flicker = (id: number) => startRudeProxy(rpcUrls[id] ?? '', () => (isDown() ? 'cut' : undefined))
  const proxies = await Promise.all([flicker(l1Id), flicker(l2Id)])
  const asked = () => proxies.reduce((all, proxy) => all + proxy.asked.length, 0)
  const [l1, l2] = proxies
  const app = await startApp({ L1_RPC_URLS: l1.url, L2_RPC_URLS: l2.url }, 3300)
  try {
    const pages = drawn.map((path) => app.url + path)
    // Every page once, and what was left to read after it was sent.
    await crowd(pages, 1, 3_000)
    const one = asked()
    startedAt = Date.now()
    const { answers, faults } = await crowd(pages, 200, 10_000)
    const seconds = (Date.now() - startedAt) / 1_000
    expect(faults).toEqual([])
    expect(answers).toBeGreaterThan(200)
    // Nothing is read twice within two seconds (lib/cache.ts), down or not.
    expect(asked() - one).toBeLessThanOrEqual(one * Math.ceil(seconds / 2))
  } finally {
    await app.stop()
    await Promise.all(proxies.map((proxy) => proxy.stop()))
  }
})
