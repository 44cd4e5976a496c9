import { once } from 'node:events'
import { join } from 'node:path'
import { appEnvironment } from '../devnet/app-environment'
import { onSignal } from '../devnet/on-signal'
import { startDevnet } from '../devnet/start-devnet'
import { findBrowser } from './browser'
import { buildApp, launch, startApp } from './serve'

/** Ports of its own, so that a devnet in use is left alone; another offset lets two checkouts test at once. */
const offset = Number(process.env.DEVNET_PORT_OFFSET ?? 1000)

/** Runs Playwright to its end; its exit code. */
async function play(environment: Record<string, string>, args: string[]): Promise<number> {
  const config = join(import.meta.dirname, 'playwright.config.ts')
  const child = launch('@playwright/test/cli.js', ['test', '--config', config, ...args], environment)
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : 1
}

/** The app built against a devnet of its own, served, and put to the test in a real browser. */
async function run(args: string[]): Promise<number> {
  const CHROMIUM_PATH = findBrowser()
  const plain = appEnvironment(offset)
  const one = plain.NEXT_PUBLIC_L2_RPC_URLS ?? ''
  const environment = {
    ...plain,
    NEXT_DIST_DIR: process.env.NEXT_DIST_DIR ?? '.next-e2e',
    // A browser has two RPCs to compare, as in production: the same chain by another name. The server needs one.
    NEXT_PUBLIC_L2_RPC_URLS: `${one},${one.replace('127.0.0.1', 'localhost')}`,
    L2_RPC_URLS: one,
  }
  Object.assign(process.env, environment)
  const endings: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const each of endings.splice(0).reverse()) await each()
  }
  onSignal(stop)
  const keep = async <T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
    const started = await starting
    endings.push(() => started.stop())
    return started
  }
  try {
    const [devnet, build] = await Promise.allSettled([keep(startDevnet({ offset })), buildApp(environment)])
    if (devnet.status === 'rejected') throw devnet.reason
    if (build.status === 'rejected') throw build.reason
    const { l1Url, l2Url } = devnet.value
    const { url } = await keep(startApp(environment))
    return await play({ CHROMIUM_PATH, E2E_APP_URL: url, E2E_L1_URL: l1Url, E2E_L2_URL: l2Url }, args)
  } finally {
    await stop()
  }
}

process.exitCode = await run(process.argv.slice(2)).catch((reason: unknown) => {
  console.error(reason instanceof Error ? reason.message : reason)
  return 1
})
