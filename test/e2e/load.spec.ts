import { startRudeProxy } from '../chain/rude-proxy'
import { l1Id, l2Id, rpcUrls } from './chain'
import { crowd, drawn, look, memoryMb } from './crowd'
import { startApp } from './serve'
import { expect, test } from './test'

// `npm run bench -- load` has a whole minute of it.
test('ten seconds of a crowd on every page, while both chains come and go, meet no error and cost the chains no more', async () => {
  test.setTimeout(180_000)
  let startedAt = Number.POSITIVE_INFINITY
  const isDown = () => Date.now() > startedAt && Math.floor((Date.now() - startedAt) / 1_500) % 2 === 0
  const flicker = (id: number) => startRudeProxy(rpcUrls[id] ?? '', () => (isDown() ? 'cut' : undefined))
  const proxies = await Promise.all([flicker(l1Id), flicker(l2Id)])
  const asked = () => proxies.reduce((all, proxy) => all + proxy.asked.length, 0)
  const [l1, l2] = proxies
  const app = await startApp({ L1_RPC_URLS: l1.url, L2_RPC_URLS: l2.url })
  try {
    const pages = drawn.map((path) => app.url + path)
    await look(pages)
    const one = asked()
    startedAt = Date.now()
    const { answers, faults } = await crowd(pages, 200, 10_000)
    const seconds = (Date.now() - startedAt) / 1_000
    expect(faults).toEqual([])
    expect(answers).toBeGreaterThan(200)
    // A minute of it takes some 540 MB (docs/performance.md).
    expect(memoryMb(app.pid)).toBeLessThan(1_000)
    // No answer is fresh for less than 15 s, and a reading that fails stops at its first requests.
    expect(asked() - one).toBeLessThanOrEqual(one * (1 + Math.ceil(seconds / 15)))
  } finally {
    await app.stop()
    await Promise.all(proxies.map((proxy) => proxy.stop()))
  }
})
