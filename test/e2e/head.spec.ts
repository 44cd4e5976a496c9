import type { APIRequestContext, Page } from '@playwright/test'
import { drawPicture } from '@/app/draw-picture'
import { pictureText } from '@/app/picture-text'
import { isPicture, type Pictured } from '@/app/pictures'
import { readAddressBook } from '@/lib/address-book'
import { createHistory } from '@/lib/history'
import { en } from '@/lib/messages/en'
import { zh } from '@/lib/messages/zh'
import { readProtocol } from '@/lib/protocol'
import { rateOver } from '@/lib/rate'
import { l2 } from '@/lib/rpc'
import { appUrl } from './chain'
import { advance, relay } from './exit-chain'
import { pages } from './routes'
import { expect, test } from './test'

const words = { en, zh }
const tags = { en: 'en', zh: 'zh-Hans' } as const
const { origin } = new URL(appUrl)

const attribute = (page: Page, selector: string, name: string) =>
  page.locator(`head ${selector}`).first().getAttribute(name)
const pathOf = (address: string | null) => new URL(address ?? '', origin).pathname

/** What a picture shows figures of, by the chain itself. */
async function figuresNow() {
  const book = await readAddressBook(l2)
  const dispatcher = book.rewardDispatcher
  if (!dispatcher) throw new Error('The devnet has no dispatcher')
  const protocol = await readProtocol(l2, book)
  const read = createHistory({ client: l2, dispatcher, archive: (_, text) => text() })
  const { payouts } = await read(protocol, Number.POSITIVE_INFINITY)
  return { protocol, rate: rateOver(payouts, 30, protocol.block.seconds) }
}

const priceNow = async () => pictureText('stake', 'en', await figuresNow()).stats[1].value

/** Waits until each page's picture, by its address, is the one of the chain's figures, dot for dot. */
const expectDrawn = (request: APIRequestContext, language: 'en' | 'zh', pictures: ReadonlyMap<Pictured, string>) =>
  expect(async () => {
    const figures = await figuresNow()
    const wrong: string[] = []
    for (const [page, address] of pictures) {
      const served = await (await request.get(address)).body()
      const expected = await drawPicture(pictureText(page, language, figures))
      if (!served.equals(Buffer.from(await expected.arrayBuffer()))) wrong.push(page)
    }
    expect(wrong).toEqual([])
  }).toPass({ timeout: 60_000 })

for (const language of ['en', 'zh'] as const)
  test(`every page in ${language} has its own title, names its other language and brings a picture of the chain’s figures`, async ({
    page,
    request,
  }) => {
    test.setTimeout(120_000)
    // New ones, by a payout, before the first look.
    const before = await priceNow()
    if (language === 'en') {
      await advance('20d')
      await relay()
      expect(await priceNow()).not.toBe(before)
    }
    const { shell, nav, sequencers } = words[language]
    const expected: Record<string, RegExp> = { '': new RegExp(`^${shell.title}$`) }
    for (const key of ['stake', 'redeem', 'rewards', 'sequencers', 'contracts'] as const)
      expected[`/${key}`] = new RegExp(`^${words[language][key].title} · ${shell.name}$`)
    expected['/sequencers/5'] = new RegExp(`^(?!${sequencers.title} · |${nav.sequencers} · ).+ · ${shell.name}$`)
    const pictures = new Map<Pictured, string>()
    for (const address of pages) {
      const path = address.replace(/\?.*/, '')
      await page.goto(`/${language}${address}`)
      await expect.soft(page).toHaveTitle(expected[path] ?? /never/)
      expect.soft(await attribute(page, 'meta[property="og:title"]', 'content'), path).toBe(await page.title())
      expect.soft(await attribute(page, 'meta[name="description"]', 'content'), path).toBeTruthy()
      expect.soft(pathOf(await attribute(page, 'link[rel="canonical"]', 'href'))).toBe(`/${language}${path}`)
      for (const each of ['en', 'zh'] as const)
        expect
          .soft(pathOf(await attribute(page, `link[rel="alternate"][hreflang="${tags[each]}"]`, 'href')))
          .toBe(`/${each}${path}`)
      expect.soft(pathOf(await attribute(page, 'link[hreflang="x-default"]', 'href'))).toBe(path || '/')
      const shown = (await attribute(page, 'meta[property="og:image"]', 'content')) ?? ''
      const picture = await request.get(shown)
      expect.soft(picture.headers()['content-type']).toBe('image/png')
      expect.soft(picture.headers()['cache-control']).toContain('max-age=300')
      const bytes = await picture.body()
      expect.soft([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
      const name = path.split('/')[1] || 'overview'
      if (!isPicture(name)) throw new Error(`${path} has no picture`)
      // One node stands under its list's picture.
      expect.soft(pictures.get(name) ?? shown, path).toBe(shown)
      pictures.set(name, shown)
    }
    expect(pictures.size).toBe(6)
    await expectDrawn(request, language, pictures)
  })

test('the app can be installed', async ({ page, request }) => {
  await page.goto('/en')
  const address = await attribute(page, 'link[rel="manifest"]', 'href')
  const manifest = await (await request.get(address ?? '')).json()
  expect(manifest).toMatchObject({ short_name: 'Abzu', start_url: '/', display: 'standalone' })
  const sizes: string[] = manifest.icons.map(({ sizes: each }: { sizes: string }) => each)
  expect(sizes).toEqual(expect.arrayContaining(['192x192', '512x512']))
  for (const icon of manifest.icons) {
    const bytes = await (await request.get(icon.src)).body()
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(icon.sizes)
  }
  const session = await page.context().newCDPSession(page)
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  const faults = installabilityErrors.map(({ errorId }) => errorId)
  // A test's browser has no profile to install into.
  expect(faults.filter((fault) => fault !== 'in-incognito')).toEqual([])
})

test('Rewards goes onto paper whole, black on white, without what only a screen can use', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`/en${pages.find((path) => path.startsWith('/rewards'))}`)
  await page.getByRole('button', { name: en.rewards.filters.all, exact: true }).click()
  const rows = page.getByRole('region', { name: en.rewards.history }).getByRole('row')
  await expect(rows).toHaveCount(26)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  expect(await rows.count()).toBeGreaterThan(26)
  await expect(page.getByRole('navigation')).toBeHidden()
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByText(/^Account 0x[0-9a-fA-F]{40}$/)).toBeVisible()
  const colours = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.documentElement)
    return [backgroundColor, color]
  })
  expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(rows).toHaveCount(26)
})
