import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp } from './serve'
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

test('a build for Andromeda holds nothing of the devnet', async () => {
  test.setTimeout(600_000)
  const rpcs = ['NEXT_PUBLIC_L2_RPC_URLS', 'NEXT_PUBLIC_L1_RPC_URLS', 'L2_RPC_URLS']
  const unset = ['NEXT_PUBLIC_NETWORK', 'DEVNET_PORT_OFFSET', ...rpcs]
  await buildApp({ ...Object.fromEntries(unset.map((name) => [name, undefined])), NEXT_DIST_DIR: distDir })
  const key = /0x([0-9a-f]{64})/.exec(readFileSync(join(root, 'lib/demo-wallet.ts'), 'utf8'))?.[1]
  if (!key) throw new Error('lib/demo-wallet.ts holds no key: look for it elsewhere')
  const forbidden = ['Demo account', key, '127.0.0.1:31088', '127.0.0.1:31001']
  const sent = filesBelow(join(root, distDir, 'static'))
  const kept = filesBelow(join(root, distDir, 'server')).filter(isCode)
  const files = [...sent, ...kept]
  expect(files.some((path) => readFileSync(path, 'utf8').includes('Metis Andromeda'))).toBe(true)
  const found = files.flatMap((path) => {
    const text = readFileSync(path, 'utf8')
    return forbidden.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`)
  })
  expect(found).toEqual([])
})
