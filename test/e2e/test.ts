import { test as base, expect, type Locator, type Page } from '@playwright/test'
import axeCore, { type RunOptions } from 'axe-core'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { en, type Messages } from '@/lib/messages/en'
import { zh } from '@/lib/messages/zh'
import { appUrl, fund, l2Urls, rpcUrls, turn, untilServed } from './chain'
import { installWallet, type Wallet, walletName } from './wallet'

export { expect }

const hosts = new Set([appUrl, ...Object.values(rpcUrls), ...l2Urls].map((url) => new URL(url).host))
const isLocal = (url: string) => /^(data|blob|about):/.test(url)

type Switches = {
  /** Pauses or resumes the protocol; undone after the test. */
  pause(on: boolean): Promise<void>
  /** Opens the vault to all or to beta users only; undone after the test. */
  open(on: boolean): Promise<void>
  /** Waits until the server, which keeps its answers for a while, tells visitors of it; and once more when it is undone. */
  served(): Promise<void>
}

type Fixtures = {
  /** Console errors a test provokes on purpose. */
  tolerated: RegExp[]
  /** Fails the test when its pages ask any other host, log an error or break the content security policy. */
  guard: undefined
  /** A wallet of the test's own, with a fresh account that holds no tokens but 5 METIS to pay for gas. */
  wallet: Wallet
  switches: Switches
}

export const test = base.extend<Fixtures>({
  tolerated: [[], { option: true }],
  guard: [
    async ({ context, tolerated, baseURL }, use) => {
      const own = new Set([...hosts, new URL(baseURL ?? appUrl).host])
      const outside: string[] = []
      const errors: string[] = []
      context.on('request', (request) => {
        if (!isLocal(request.url()) && !own.has(new URL(request.url()).host)) outside.push(request.url())
      })
      context.on('page', (page) => page.on('websocket', (socket) => outside.push(socket.url())))
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`)
      })
      context.on('weberror', (error) => errors.push(error.error().stack ?? String(error.error())))
      await context.addInitScript(() =>
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
          console.error(`Content security policy: ${effectiveDirective} refused ${blockedURI}`),
        ),
      )
      await use(undefined)
      expect.soft(outside, 'requests to other hosts').toEqual([])
      const unexpected = errors.filter((text) => !tolerated.some((pattern) => pattern.test(text)))
      expect.soft(unexpected, 'errors in the console').toEqual([])
    },
    { auto: true },
  ],
  wallet: async ({ page }, use) => {
    const account = privateKeyToAccount(generatePrivateKey())
    await fund(account.address, {})
    await use(await installWallet(page, account))
  },
  switches: async ({ guard: _ }, use) => {
    const undo: (() => Promise<void>)[] = []
    const flip = (name: 'setPaused' | 'setPublic', usual: boolean) => async (on: boolean) => {
      undo.push(() => turn(name, usual))
      await turn(name, on)
    }
    let isServed = false
    const served = async () => {
      isServed = true
      await untilServed()
    }
    await use({ pause: flip('setPaused', false), open: flip('setPublic', true), served })
    for (const turnBack of undo) await turnBack()
    if (isServed) await untilServed()
  },
})

/** A text of the app, whole, in whichever language the page is. */
export function inEither(pick: (words: Messages) => string): RegExp {
  const texts = [en, zh].map((words) => pick(words).replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
  return new RegExp(`^(${texts.join('|')})$`)
}

/** The header's button; it is gone while somebody is connected. */
export const connectButton = (page: Page): Locator =>
  page.getByRole('banner').getByRole('button', { name: inEither(({ wallet }) => wallet.connect) })

/** Connects a wallet of RainbowKit's list, as a visitor would. */
export async function connect(page: Page, name = walletName): Promise<void> {
  await connectButton(page).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name }).click()
  await expect(dialog).toBeHidden()
  await expect(connectButton(page)).toHaveCount(0)
}

/** Whatever a theme can change: its colours, and which of its two names the switch has. */
const themed = ['color-contrast', 'link-in-text-block', 'button-name']

/** Not among axe's own, but who speaks to a page says what is written on it. */
const asked = { 'label-content-name-mismatch': { enabled: true }, 'document-title': { enabled: false } }

/**
 * Takes every fade and slide to its end: one that began before the reader asked for none would still run, with the text of
 * one theme on the ground of the other.
 */
const stand = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const moving = () =>
      document
        .getAnimations()
        .filter(({ playState, effect }) => playState !== 'finished' && effect?.getComputedTiming().endTime !== Infinity)
    // The end of one can be the beginning of the next.
    for (let left = moving(); left.length > 0; left = moving()) for (const each of left) each.finish()
  })

/** What axe finds in the page, a line each. Its half megabyte is read once by each document, which may be looked at often. */
async function scan(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source)
  return page.evaluate(async (asked) => {
    const { axe } = window as unknown as { axe: typeof axeCore }
    const { violations } = await axe.run(document, asked)
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`)
  }, options)
}

/** Fails on what axe finds: by its rules in the light theme, in the dark one by those that a theme can break, unless all are asked for. */
export async function axe(page: Page, { isWholeInDark = false } = {}): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await stand(page)
    // Instead of the rule: a page that streams in, or is being refreshed, may be scanned while its head is not there.
    await expect(page).toHaveTitle(/./)
    const isWhole = colorScheme === 'light' || isWholeInDark
    const rules: RunOptions = isWhole ? { rules: asked } : { runOnly: { type: 'rule', values: themed } }
    const found = await scan(page, { resultTypes: ['violations'], ...rules })
    expect.soft(found, `${page.url()}, ${colorScheme} theme`).toEqual([])
  }
}
