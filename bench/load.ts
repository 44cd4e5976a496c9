import { setTimeout as delay } from 'node:timers/promises'
import { type RudeProxy, startRudeProxy } from '../test/chain/rude-proxy'
import { type Crowd, crowd, drawn, look, memoryMb } from '../test/e2e/crowd'
import { startApp } from '../test/e2e/serve'

type Load = Crowd & {
  /** RPC requests: of one look at every page by a server that has just started, and during the load. */
  one: number
  requests: number
  /** What the load may cost at most. */
  bound: number
  beforeMb: number
  /** Memory after each third of the load, and by how much the last one made it grow. */
  thirdsMb: readonly number[]
  lastGrowthMb: number
}

/** Shortest time that an answer is fresh (app/snapshots.ts). A reading that fails is tried again sooner, but stops at its first requests. */
const windowSeconds = 15

const sum = (proxies: readonly RudeProxy[]) => proxies.reduce((all, { asked }) => all + asked.length, 0)

/** So many clients at once on every page, while both RPCs are gone for every other `turnMs`. */
export async function underLoad(
  environment: Record<string, string>,
  urls: { l2: string; l1: string },
  { clients, seconds, turnMs }: { clients: number; seconds: number; turnMs: number },
): Promise<Load> {
  let startedAt = Number.POSITIVE_INFINITY
  const isDown = () => Date.now() > startedAt && Math.floor((Date.now() - startedAt) / turnMs) % 2 === 0
  const flicker = (url: string) => startRudeProxy(url, () => (isDown() ? 'cut' : undefined))
  const proxies = await Promise.all([flicker(urls.l2), flicker(urls.l1)])
  const [l2, l1] = proxies
  const app = await startApp({ ...environment, L2_RPC_URLS: l2.url, L1_RPC_URLS: l1.url })
  const pages = drawn.map((path) => app.url + path)
  try {
    await look(pages)
    const one = sum(proxies)
    const beforeMb = memoryMb(app.pid)
    startedAt = Date.now()
    const sample = async (third: number) => {
      await delay((third * seconds * 1_000) / 3)
      return memoryMb(app.pid)
    }
    const [heard, ...thirdsMb] = await Promise.all([
      crowd(pages, clients, seconds * 1_000),
      sample(1),
      sample(2),
      sample(3),
    ])
    const [, second = Number.NaN, last = Number.NaN] = thirdsMb
    const lasted = (Date.now() - startedAt) / 1_000
    const bound = one * (1 + Math.ceil(lasted / windowSeconds))
    return { ...heard, one, requests: sum(proxies) - one, bound, beforeMb, thirdsMb, lastGrowthMb: last - second }
  } finally {
    await app.stop()
    await Promise.all(proxies.map((proxy) => proxy.stop()))
  }
}
