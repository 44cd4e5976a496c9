import { test as base, expect, type Page } from '@playwright/test'
import { appUrl } from './chain'
import { type Stranger, startStranger } from './stranger'

/** Without the guard of the other specs: these pages are meant to break the policy. */
const test = base.extend<{ stranger: Stranger }>({
  stranger: async ({ page: _ }, use) => {
    const stranger = await startStranger()
    await use(stranger)
    await stranger.stop()
  },
})

type Marked = { broken?: string; violations: string[] }

/** Opens the overview with markup in it that the server never sent, `{nonce}` being the page's; the headers are the server's. */
async function openWith(page: Page, markup: string): Promise<void> {
  await page.addInitScript(() => {
    const marked = window as unknown as Marked
    marked.violations = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      marked.violations.push(effectiveDirective),
    )
  })
  await page.route(`${appUrl}/en`, async (route) => {
    const response = await route.fetch()
    const html = await response.text()
    const nonce = /nonce="([^"]+)"/.exec(html)?.[1] ?? ''
    await route.fulfill({ response, body: html.replace('</main>', `${markup.replaceAll('{nonce}', nonce)}</main>`) })
  })
  await page.goto('/en')
}

const marked = (page: Page) =>
  page.evaluate(() => {
    const { broken, violations } = window as unknown as Marked
    return { broken, violations }
  })

type Attack = { name: string; refusedBy: string; markup: (stranger: string) => string }

const attacks: Attack[] = [
  { name: 'an inline script', refusedBy: 'script-src-elem', markup: () => '<script>window.broken = 1</script>' },
  {
    name: 'a script with a guessed nonce',
    refusedBy: 'script-src-elem',
    markup: () => '<script nonce="abc">window.broken = 1</script>',
  },
  {
    name: 'a script from elsewhere',
    refusedBy: 'script-src-elem',
    markup: (stranger) => `<script src="${stranger}/script.js"></script>`,
  },
  {
    name: 'an event handler in an attribute',
    refusedBy: 'script-src-attr',
    markup: () => '<img src="data:," alt="" onerror="window.broken = 1">',
  },
  { name: 'a style element', refusedBy: 'style-src-elem', markup: () => '<style>main { display: none }</style>' },
  { name: 'a style attribute', refusedBy: 'style-src-attr', markup: () => '<p style="color: red">red</p>' },
  {
    name: 'a style sheet from elsewhere',
    refusedBy: 'style-src-elem',
    markup: (stranger) => `<link rel="stylesheet" href="${stranger}/style.css">`,
  },
  {
    name: 'an image that carries something out',
    refusedBy: 'img-src',
    markup: (stranger) => `<img src="${stranger}/pixel?balance=1" alt="">`,
  },
  {
    name: 'a frame of another page',
    refusedBy: 'frame-src',
    markup: (stranger) => `<iframe src="${stranger}/frame"></iframe>`,
  },
  { name: 'another base', refusedBy: 'base-uri', markup: (stranger) => `<base href="${stranger}/">` },
  { name: 'a plugin', refusedBy: 'object-src', markup: (stranger) => `<object data="${stranger}/plugin"></object>` },
]

for (const { name, refusedBy, markup } of attacks)
  test(`markup in the page: ${name} does nothing`, async ({ page, stranger }) => {
    await openWith(page, markup(stranger.url))
    await expect.poll(async () => (await marked(page)).violations).toContain(refusedBy)
    expect((await marked(page)).broken).toBeUndefined()
    expect(new URL(page.url()).origin).toBe(appUrl)
    expect(stranger.asked).toEqual([])
  })

/** What a script that got into the page would try; each throws, rejects or is refused silently, and then breaks a rule. */
const deeds: { name: string; refusedBy: string; run: (stranger: string) => unknown }[] = [
  { name: 'fetch', refusedBy: 'connect-src', run: (to) => fetch(`${to}/fetch`) },
  {
    name: 'XMLHttpRequest',
    refusedBy: 'connect-src',
    run: (to) => {
      const request = new XMLHttpRequest()
      request.open('GET', `${to}/xhr`)
      request.send()
    },
  },
  {
    name: 'WebSocket',
    refusedBy: 'connect-src',
    run: (to) => void new WebSocket(`${to.replace('http', 'ws')}/socket`),
  },
  { name: 'EventSource', refusedBy: 'connect-src', run: (to) => void new EventSource(`${to}/events`) },
  { name: 'a beacon', refusedBy: 'connect-src', run: (to) => navigator.sendBeacon(`${to}/beacon`, 'x') },
  {
    name: 'an image',
    refusedBy: 'img-src',
    run: (to) => {
      new Image().src = `${to}/image`
    },
  },
  { name: 'a font', refusedBy: 'font-src', run: (to) => new FontFace('x', `url(${to}/font)`).load() },
  {
    name: 'a javascript: address',
    refusedBy: 'script-src-elem',
    run: () => {
      const link = document.createElement('a')
      link.href = 'javascript:void(window.broken = 1)'
      document.body.append(link)
      link.click()
    },
  },
  {
    name: 'a form',
    refusedBy: 'form-action',
    run: (to) => {
      const form = document.createElement('form')
      form.action = `${to}/form`
      document.body.append(form)
      form.submit()
    },
  },
  {
    name: 'a worker',
    refusedBy: 'require-trusted-types-for',
    run: () => void new Worker('data:text/javascript,0' as never),
  },
  {
    name: 'a script element',
    refusedBy: 'require-trusted-types-for',
    run: (to) => {
      const script = document.createElement('script')
      script.src = `${to}/script.js`
      document.body.append(script)
    },
  },
  {
    name: 'a script element of our own origin that is no chunk',
    refusedBy: 'require-trusted-types-for',
    run: () => {
      document.createElement('script').src = '/_next/static/../../payouts.csv'
    },
  },
  {
    name: 'markup from text',
    refusedBy: 'require-trusted-types-for',
    run: () => {
      document.body.innerHTML = '<b>markup</b>'
    },
  },
  {
    name: 'a frame without an address',
    refusedBy: 'require-trusted-types-for',
    run: () => {
      const frame = document.createElement('iframe')
      frame.srcdoc = '<script>parent.broken = 1</script>'
      document.body.append(frame)
    },
  },
  {
    name: 'text as code',
    refusedBy: 'require-trusted-types-for',
    run: () => {
      const script = document.createElement('script')
      script.textContent = 'window.broken = 1'
      document.body.append(script)
    },
  },
  {
    name: 'a policy of its own',
    refusedBy: 'trusted-types',
    run: () =>
      (window as unknown as { trustedTypes: { createPolicy(name: string): void } }).trustedTypes.createPolicy('x'),
  },
]

for (const { name, refusedBy, run } of deeds)
  test(`a script in the page: ${name} is refused`, async ({ page, stranger }) => {
    await openWith(page, '')
    await page.waitForLoadState('networkidle')
    await page.evaluate(run as (to: string) => void, stranger.url).catch(() => {})
    await expect.poll(async () => (await marked(page)).violations).toContain(refusedBy)
    expect((await marked(page)).broken).toBeUndefined()
    expect(new URL(page.url()).origin).toBe(appUrl)
    expect(stranger.asked).toEqual([])
  })

test('a script in the page can not turn text into a function', async ({ page }) => {
  await openWith(page, '')
  // Later, because what the test itself evaluates is exempt.
  const result = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            resolve(String(new Function('return 1')()))
          } catch (error) {
            resolve((error as Error).name)
          }
        })
      }),
  )
  expect(result).toBe('EvalError')
})

test('a file that is no script does not run as one, though it has the nonce', async ({ page }) => {
  await page.addInitScript(() => {
    const ends: string[] = []
    Object.assign(window, { ends })
    for (const type of ['load', 'error'])
      document.addEventListener(
        type,
        ({ target }) => target instanceof HTMLScriptElement && target.id && ends.push(`${target.id}: ${type}`),
        true,
      )
  })
  // The same file without its header: what the browser would do then.
  await page.route(
    ({ search }) => search === '?bare',
    async (route) => {
      const response = await route.fetch()
      const { 'x-content-type-options': _, ...headers } = response.headers()
      await route.fulfill({ response, headers })
    },
  )
  const paths = ['/robots.txt', '/robots.txt?bare', '/status.json', '/manifest.json']
  await openWith(page, paths.map((path) => `<script id="${path}" nonce="{nonce}" src="${path}"></script>`).join(''))
  await expect
    .poll(async () => (await page.evaluate(() => (window as unknown as { ends: string[] }).ends)).toSorted())
    .toEqual(['/manifest.json: error', '/robots.txt: error', '/robots.txt?bare: load', '/status.json: error'])
})

test('a page can not ask where its reader is, though the reader allowed it to all', async ({ page, context }) => {
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: 1, longitude: 2 })
  const place = () =>
    page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          navigator.geolocation.getCurrentPosition(
            ({ coords }) => resolve(`at ${coords.latitude}`),
            ({ code }) => resolve(`refused: ${code}`),
          )
        }),
    )
  const stranger = await startStranger('<p>without a policy</p>')
  await page.goto(stranger.url)
  expect(await place()).toBe('at 1')
  await page.goto('/en')
  expect(await place()).toBe('refused: 1')
  await stranger.stop()
})

test('where a link leads away, the other site hears of the app but not of the page', async ({ page, stranger }) => {
  await page.goto(`/en/rewards?account=0x${'a'.repeat(40)}`)
  await page.evaluate((to) => location.assign(to), `${stranger.url}/away`)
  await expect.poll(() => stranger.asked).toContain('GET /away')
  expect(stranger.referrers[stranger.asked.indexOf('GET /away')]).toBe(`${appUrl}/`)
})

test('a whole visit breaks no rule of the policy', async ({ page }) => {
  await openWith(page, '')
  for (const name of ['Stake', 'Redeem', 'Rewards', 'Sequencers', 'Contracts', 'Overview'])
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click()
  await page.waitForLoadState('networkidle')
  expect((await marked(page)).violations).toEqual([])
})

const documents = [
  '/en',
  '/zh/stake',
  '/en/redeem',
  '/en/rewards',
  '/en/sequencers',
  '/en/sequencers/5',
  '/en/contracts',
]
const missing = ['/en/nothing', '/en/no.page', '/en/sequencers/99999', '/no.page', '/x.php', '/_next/nothing']
const files = ['/status.json', '/manifest.json', '/icon.svg', '/favicon.ico', '/payouts.csv', '/robots.txt']

test('another site can frame nothing of the app', async ({ page }) => {
  const framed = [...documents, ...missing, ...files.filter((file) => !file.endsWith('.csv'))]
  const frames = framed.map((path) => `<iframe src="${appUrl}${path}"></iframe>`).join('')
  const stranger = await startStranger(frames)
  await page.goto(stranger.url)
  await expect(page.locator('iframe')).toHaveCount(framed.length)
  const shown = page.frames().slice(1)
  expect(shown.map((frame) => frame.url())).toEqual(framed.map(() => 'chrome-error://chromewebdata/'))
  await stranger.stop()
})

test('a browser that asks for an icon before it has read of one gets it', async ({ request }) => {
  const response = await request.get('/favicon.ico')
  expect(response.status()).toBe(200)
  expect(response.headers()['content-type']).toContain('icon')
})

test('the name of a file that there is not is answered in plain text, and robots may read all', async ({ request }) => {
  for (const path of ['/no.page', '/x.php', '/X.PHP', '/a/b.php', '/.env', '/en.txt']) {
    const response = await request.get(path, { maxRedirects: 0 })
    expect.soft(response.status(), path).toBe(404)
    expect.soft(response.headers()['content-type'], path).toBe('text/plain')
    expect.soft(await response.text(), path).toBe('There is no such file.\n')
  }
  expect(await (await request.get('/robots.txt')).text()).toBe('User-agent: *\nAllow: /\n')
})

test('every answer carries the headers that shield it', async ({ request }) => {
  const html = await (await request.get('/en')).text()
  const chunk = /"(\/_next\/static\/chunks\/[^"]+\.js)"/.exec(html)?.[1] ?? ''
  for (const path of [...documents, ...missing, ...files, chunk, '/', '/stake']) {
    const response = await request.get(path, { maxRedirects: 0 })
    expect.soft(response.headers(), path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': expect.stringMatching(/^camera=\(\), microphone=\(\), geolocation=\(\), payment=\(\)/),
      'cross-origin-opener-policy': 'same-origin-allow-popups',
      'strict-transport-security': 'max-age=31536000',
      'x-frame-options': 'DENY',
    })
    const isRedirect = response.status() >= 300 && response.status() < 400
    if (!isRedirect)
      expect
        .soft(response.headers()['content-security-policy'], path)
        .toMatch(/^default-src 'none'.*frame-ancestors 'none'/)
    expect.soft(response.headers()['x-powered-by'], path).toBeUndefined()
  }
})
