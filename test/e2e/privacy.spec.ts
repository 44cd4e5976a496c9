import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { appUrl } from './chain'
import { buildApp, startApp } from './serve'
import { connectButton, expect, test } from './test'
import { walletName } from './wallet'

test('with the wallet list open nobody outside is asked for anything', async ({ page, wallet }) => {
  await page.goto('/en/stake')
  await connectButton(page).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: walletName })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(wallet.requests.map(({ method }) => method)).not.toContain('eth_requestAccounts')
})

test('the page names its policy: scripts by nonce, requests only to itself and the two RPCs', async ({ page }) => {
  const response = await page.goto('/en')
  const policy = response?.headers()['content-security-policy'] ?? ''
  expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'/)
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe-')
  const again = await page.goto('/en')
  expect(again?.headers()['content-security-policy']).not.toBe(policy)
})

const root = join(import.meta.dirname, '../..')
const distDir = '.next-andromeda'

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : [path]
  })

/** A map of the server's code quotes our sources; it is code of neither side. */
const isCode = (path: string) => !path.endsWith('.js.map')

/** A build for Andromeda that lists WalletConnect. */
const environment = {
  ...Object.fromEntries(
    ['NEXT_PUBLIC_NETWORK', 'DEVNET_PORT_OFFSET', 'NEXT_PUBLIC_L2_RPC_URLS', 'NEXT_PUBLIC_L1_RPC_URLS'].map((name) => [
      name,
      undefined,
    ]),
  ),
  NEXT_DIST_DIR: distDir,
  NEXT_PUBLIC_WALLETCONNECT_PROJECT_ID: '0'.repeat(32),
  // Nobody answers the server there: whatever it asks, it asks this machine.
  L2_RPC_URLS: 'http://127.0.0.1:9',
  L1_RPC_URLS: 'http://127.0.0.1:9',
}

const andromeda = test.extend<{ app: { url: string } }, { built: string }>({
  built: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      await buildApp(environment)
      await use(distDir)
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  app: async ({ built: _ }, use) => {
    const app = await startApp(environment)
    await use(app)
    await app.stop()
  },
})

andromeda('a build for Andromeda holds nothing of the devnet', ({ built }) => {
  const key = /0x([0-9a-f]{64})/.exec(readFileSync(join(root, 'lib/demo-wallet.ts'), 'utf8'))?.[1]
  if (!key) throw new Error('lib/demo-wallet.ts holds no key: look for it elsewhere')
  const forbidden = ['Demo account', key, '127.0.0.1:31088', '127.0.0.1:31001']
  const sent = filesBelow(join(root, built, 'static'))
  const kept = filesBelow(join(root, built, 'server')).filter(isCode)
  const files = [...sent, ...kept]
  expect(files.some((path) => readFileSync(path, 'utf8').includes('Metis Andromeda'))).toBe(true)
  const found = files.flatMap((path) => {
    const text = readFileSync(path, 'utf8')
    return forbidden.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`)
  })
  expect(found).toEqual([])
})

/** A policy without its nonce, and what it lets the page connect to. */
function take(policy = '') {
  const parts = policy.replaceAll(/'nonce-[^']+'/g, "'nonce'").split('; ')
  const [connect = '', rest] = [
    parts.find((part) => part.startsWith('connect-src ')),
    parts.filter((part) => !part.startsWith('connect-src ')),
  ]
  return { connect: connect.split(' ').slice(1), rest }
}

andromeda.describe('with WalletConnect in the list', () => {
  andromeda.use({
    baseURL: async ({ app }, use) => use(app.url),
    // Its SDK would ask a frame of its own who we are, and does without.
    tolerated: [/verify\.walletconnect\.org/],
  })

  andromeda('nobody outside is asked for anything, and its relay alone may be', async ({ page, request }) => {
    const response = await page.goto('/en/stake')
    const { connect, rest } = take(response?.headers()['content-security-policy'])
    expect(connect).toEqual([
      "'self'",
      'https://andromeda.metis.io',
      'https://metis-rpc.publicnode.com',
      'https://metis.drpc.org',
      'https://ethereum-rpc.publicnode.com',
      'https://eth.drpc.org',
      'wss://relay.walletconnect.org',
    ])
    expect(rest).toEqual(take((await request.get(`${appUrl}/en`)).headers()['content-security-policy']).rest)
    await connectButton(page).click()
    await expect(page.getByRole('dialog').getByRole('button', { name: 'WalletConnect' })).toBeVisible()
    await page.waitForLoadState('networkidle')

    // Chosen, its SDK runs under the same policy and speaks with the relay alone, whose part is played here.
    const [methods, outside]: [string[], string[]] = [[], []]
    await page.routeWebSocket(/^wss:\/\/relay\.walletconnect\.org\//, (socket) =>
      socket.onMessage((message) => {
        const { id, method } = JSON.parse(String(message))
        if (!method) return
        methods.push(method)
        socket.send(JSON.stringify({ jsonrpc: '2.0', id, result: method === 'irn_subscribe' ? '1'.repeat(64) : true }))
      }),
    )
    page.on('request', (each) => {
      if (new URL(each.url()).origin !== new URL(page.url()).origin) outside.push(each.url())
    })
    await page.getByRole('dialog').getByRole('button', { name: 'WalletConnect' }).click()
    // A code to be scanned is many squares.
    await expect.poll(() => page.getByRole('dialog').locator('svg path, svg rect').count()).toBeGreaterThan(3)
    await expect(page.getByRole('dialog').getByText('Scan with your phone')).toBeVisible()
    await expect.poll(() => methods).toContain('irn_subscribe')
    expect(outside).toEqual([])

    // The devnet's control server is behind no address of this build.
    const control = await request.get('/devnet/health')
    expect([control.status(), new URL(control.url()).pathname]).toEqual([404, '/en/devnet/health'])
    expect(control.headers()['content-security-policy']).toMatch(/^default-src 'none'/)
  })
})
