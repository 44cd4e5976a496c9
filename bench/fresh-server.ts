import { startRudeProxy } from '../test/chain/rude-proxy'
import { startApp } from '../test/e2e/serve'

/** A server that has just started, and how many RPC requests it has made so far. */
export type FreshServer = { url: string; requests(): number; stop(): Promise<void> }

// A thousand views take a slow machine longer than a cache window: the server's clock stands still, so that all fall into one.
const stillClock = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent('const now=Date.now();Date.now=()=>now')}`,
}

/** Serves what was built, with every request to either chain counted on the way. */
export async function startFreshServer(
  environment: Record<string, string>,
  { l1Url, l2Url }: { l1Url: string; l2Url: string },
): Promise<FreshServer> {
  const [l1, l2] = await Promise.all([l1Url, l2Url].map((url) => startRudeProxy(url, () => undefined)))
  const app = await startApp({ ...environment, L1_RPC_URLS: l1?.url, L2_RPC_URLS: l2?.url, ...stillClock })
  return {
    url: app.url,
    requests: () => (l1?.asked.length ?? 0) + (l2?.asked.length ?? 0),
    stop: async () => {
      await app.stop()
      await Promise.all([l1?.stop(), l2?.stop()])
    },
  }
}
