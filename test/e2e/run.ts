import { once } from 'node:events'
import { join } from 'node:path'
import { startDevnet } from '../devnet/start-devnet'
import { findBrowser } from './browser'
import { buildApp, launch, startApp } from './serve'

const offset = 1000

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
  const l2Url = `http://127.0.0.1:${31088 + offset}`
  const l1Url = `http://127.0.0.1:${31001 + offset}`
  const environment = {
    NEXT_PUBLIC_NETWORK: 'devnet',
    NEXT_PUBLIC_L2_RPC_URLS: l2Url,
    NEXT_PUBLIC_L1_RPC_URLS: l1Url,
    NEXT_DIST_DIR: '.next-e2e',
    DEVNET_PORT_OFFSET: String(offset),
  }
  Object.assign(process.env, environment)
  const endings: (() => Promise<void>)[] = []
  const keep = async <T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
    const started = await starting
    endings.push(() => started.stop())
    return started
  }
  try {
    const results = await Promise.allSettled([
      keep(startDevnet({ offset, auto: false, seed: 1 })),
      buildApp(environment),
    ])
    for (const result of results) if (result.status === 'rejected') throw result.reason
    const { url } = await keep(startApp(environment))
    return await play({ ...environment, CHROMIUM_PATH, E2E_APP_URL: url, E2E_L2_URL: l2Url, E2E_L1_URL: l1Url }, args)
  } finally {
    for (const stop of endings.reverse()) await stop()
  }
}

// An orderly exit ends every child by its own id.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(code))

process.exitCode = await run(process.argv.slice(2)).catch((reason: unknown) => {
  console.error(reason instanceof Error ? reason.message : reason)
  return 1
})
