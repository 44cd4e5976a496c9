import { afterEach } from 'vitest'
import { type Manner, type RudeProxy, startRudeProxy } from './rude-proxy'

export const honest: Manner = () => undefined

/** For the tests of one file: what starts a host for each manner before a node. All are stopped after each test. */
export function rudeHosts() {
  const proxies: RudeProxy[] = []
  afterEach(async () => {
    for (const proxy of proxies.splice(0)) await proxy.stop()
  })
  return async (node: string, manners: readonly Manner[]): Promise<RudeProxy[]> => {
    const found = await Promise.all(manners.map((manner) => startRudeProxy(node, manner)))
    proxies.push(...found)
    return found
  }
}
