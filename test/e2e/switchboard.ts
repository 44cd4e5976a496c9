import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Asked, type Manner, type Rudeness, startRudeProxy } from '../chain/rude-proxy'
import { l1Id, l2Id, l2Urls, rpcUrls } from './chain'
import { startApp } from './serve'

/** What a chain does instead of answering; undefined: it answers. */
export type Fault = Rudeness | Manner | undefined

type Faults = { l1?: Fault; l2?: Fault }

/** An app of its own, whose chains can be switched off and whose clock can be moved. */
export type Switchboard = {
  url: string
  /** What the app's server has asked L2 so far, its first host if it has two. */
  asked: readonly Asked[]
  /** What the app's server hears from each chain from now on; from second hosts, where it has them, the same unless said otherwise. */
  set(faults: Faults, second?: Faults): void
  /** Moves the server's clock: what it keeps grows older by so many minutes. Returns its time (unix seconds). */
  pass(minutes: number): Promise<number>
  stop(): Promise<void>
}

/** Runs in the server before anything else: its clock is ahead by the seconds in a file. */
const clockOf = (file: string) => {
  const program = `import{readFileSync}from'node:fs';const now=Date.now;let ahead=0;const look=()=>{ahead=Number(readFileSync(${JSON.stringify(file)}))*1000};look();setInterval(look,50).unref();Date.now=()=>now()+ahead`
  return `--import=data:text/javascript,${encodeURIComponent(program)}`
}

/** A proxy before one chain's node, whose manner can be changed. */
export async function startSwitch(chainId: number) {
  let fault: Fault
  const proxy = await startRudeProxy(rpcUrls[chainId] ?? '', (asked, answer) =>
    typeof fault === 'function' ? fault(asked, answer) : fault,
  )
  return {
    ...proxy,
    set: (next: Fault) => {
      fault = next
    },
  }
}

/** The two RPCs that a browser has for L2, each behind a switch of its own. */
export async function startHosts() {
  const switches = await Promise.all(l2Urls.map(() => startSwitch(l2Id)))
  return {
    names: l2Urls.map((url) => new URL(url).host),
    /** How often each has been asked. */
    counts: () => switches.map(({ asked }) => asked.length),
    /** What each does from now on; both the same unless said otherwise. */
    set: (...each: [Fault] | [Fault, Fault]) => {
      for (const [i, one] of switches.entries()) one.set(each.length === 1 ? each[0] : each[i])
    },
    /** What a page asks them goes through the switches. */
    reroute: async (page: Page) => {
      for (const [i, { url }] of switches.entries())
        await page.route(`${l2Urls[i]}/**`, async (route) => {
          try {
            const response = await route.fetch({ url, timeout: 0 })
            await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } })
          } catch {
            await route.abort().catch(() => {})
          }
        })
    },
    stop: async () => {
      for (const { stop } of switches) await stop()
    },
  }
}

/**
 * Serves what was built for these tests once more, as a server that has read nothing yet. It has one host of each chain, or two
 * where it is said what the `second` ones do at first.
 */
export async function startSwitchboard(first: Faults, second?: Faults): Promise<Switchboard> {
  const pairs = await Promise.all(
    (second ? [0, 1] : [0]).map(async () => ({ l1: await startSwitch(l1Id), l2: await startSwitch(l2Id) })),
  )
  const folder = await mkdtemp(join(tmpdir(), 'abzu-clock-'))
  const file = join(folder, 'ahead')
  let ahead = 0
  const set: Switchboard['set'] = (faults, others = faults) => {
    for (const [i, pair] of pairs.entries())
      for (const chain of ['l1', 'l2'] as const) pair[chain].set((i === 0 ? faults : others)[chain])
  }
  const endings = [...pairs.flatMap((pair) => [pair.l1.stop, pair.l2.stop]), () => rm(folder, { recursive: true })]
  const stop = async () => {
    for (const end of endings.splice(0)) await end()
  }
  const urls = (chain: keyof Faults) => pairs.map((pair) => pair[chain].url).join()
  try {
    await writeFile(file, '0')
    set(first, second)
    const environment = { L1_RPC_URLS: urls('l1'), L2_RPC_URLS: urls('l2'), NODE_OPTIONS: clockOf(file) }
    const app = await startApp(environment)
    endings.unshift(app.stop)
    const pass = async (minutes: number) => {
      ahead += minutes * 60
      await writeFile(file, String(ahead))
      await new Promise((resolve) => setTimeout(resolve, 150))
      return Math.floor(Date.now() / 1000) + ahead
    }
    return { url: app.url, asked: pairs[0]?.l2.asked ?? [], set, pass, stop }
  } catch (reason) {
    await stop()
    throw reason
  }
}
