import { request } from 'node:http'
import { parseEther, zeroAddress } from 'viem'
import { allowMinter, appUrl, fund } from './chain'
import { fillStake, finish, signed, stakeButton } from './stake-form'
import { connect, expect, test } from './test'

/** It would be seen in a page if it came through as markup; everything that quotes must have changed it. */
const mark = '<zq x="1">'

const payloads = [
  mark,
  `"${mark}`,
  `'>${mark}`,
  `</script>${mark}`,
  `]]>${mark}<!--`,
  '__proto__',
  'constructor',
  'toString',
  '\u0000',
  '\u202e\u2066ﷺ',
  '\ud83d\ude80'.repeat(200),
  '9'.repeat(3_000),
  '-1',
  '1e309',
  '0x',
  `0x${'a'.repeat(40)}`,
  `0x${'a'.repeat(4_000)}`,
  '../../../etc/passwd',
  '//evil.example/',
  '\\\\evil.example',
  'javascript:alert(1)',
  '%',
  '%2e%2e%2f',
  '{"a":1}',
  '[]',
  ' ',
]

/** Sent as it is; `fetch` would mend some of them first. */
const raw = [
  '/%',
  '/%E0%A4%A',
  '/en/%',
  '/en/sequencers/%E0%A4%A',
  '/en/%ff%fe',
  '/en/sequencers/%00',
  '/en//evil.example',
  '//evil.example/en',
  '/x.php',
  '/.env',
  '/devnet',
]

const pages = ['/en', '/zh/stake', '/en/redeem', '/en/rewards', '/en/sequencers', '/en/contracts']
const names = [
  'account',
  'amount',
  'inviter',
  'range',
  'tab',
  'sort',
  'order',
  'page',
  'epochs',
  'method',
  'filter',
  '__proto__',
]

type Answer = { status: number; location: string; body: string }

const ask = (path: string, headers: Record<string, string> = {}) =>
  new Promise<Answer>((resolve, reject) => {
    const { hostname, port } = new URL(appUrl)
    request({ hostname, port, path, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          location: response.headers.location ?? '',
          body: Buffer.concat(parts).toString(),
        }),
      )
    })
      .on('error', reject)
      .end()
  })

let tried = 0
test.afterAll(() => console.log(`${tried} hostile requests answered`))

/** Largest page of the app, with room: what is asked for must not make it grow. */
const most = 1_500_000

function check(what: string, { status, location, body }: Answer): void {
  tried += 1
  expect.soft(status, what).toBeLessThan(500)
  expect.soft(body, what).not.toContain('<zq')
  expect.soft(body.length, what).toBeLessThan(most)
  if (location) expect.soft(new URL(location, appUrl).origin, `${what} leads to ${location}`).toBe(appUrl)
}

test('an address that means harm fails nothing, injects nothing and leads nowhere else', async () => {
  test.setTimeout(300_000)
  const encoded = payloads.map((payload) => encodeURIComponent(payload))
  const asked = [
    ...raw,
    ...encoded.flatMap((payload) => [`/${payload}`, `/en/${payload}`, `/en/sequencers/${payload}`, `/${payload}/en`]),
    // Every parameter on every page, each page with its share of the payloads.
    ...pages.flatMap((page, i) =>
      encoded
        .filter((_, j) => (i + j) % 2 === 0)
        .map((payload) => `${page}?${names.map((name) => `${name}=${payload}`).join('&')}`),
    ),
    ...pages.map((page) => `${page}?${'page=2&sort=name&account=x&'.repeat(200)}`),
    ...pages.map((page) => `${page}?${Array.from({ length: 1_000 }, (_, i) => `p${i}=1`).join('&')}`),
  ]
  expect(asked.length).toBeGreaterThan(180)
  for (const path of asked) check(path.slice(0, 200), await ask(path))
})

test('headers that mean harm do no more', async () => {
  for (const payload of payloads.filter((each) => /^[\x20-\x7e]+$/.test(each)))
    for (const name of ['x-forwarded-host', 'x-forwarded-proto', 'accept-language', 'cookie', 'x-pathname']) {
      const value = name === 'cookie' ? `locale=${payload}; theme=${payload}` : payload
      check(`${name}: ${value.slice(0, 100)}`, await ask('/en/stake', { [name]: value }))
    }
  const { body } = await ask('/en', { 'x-forwarded-host': `evil.example/${mark}` })
  expect(body).not.toContain('evil.example')
})

test('an amount or an inviter in the address fills in nothing, injects nothing and is in no call', async ({
  page,
  wallet,
}) => {
  test.setTimeout(120_000)
  const inviter = `0x${'a'.repeat(40)}`
  const field = page.getByRole('main').getByRole('textbox')
  for (const path of ['/en/stake', '/en/redeem?tab=unstake', '/en/redeem?tab=redeem'])
    for (const value of ['5', mark, inviter, '-1', '1e309']) {
      const said = encodeURIComponent(value)
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}amount=${said}&inviter=${said}`)
      await expect(field).toHaveValue('')
      await expect(page.locator('zq')).toHaveCount(0)
      await expect(page.getByRole('main')).not.toContainText(inviter)
    }
  await fund(wallet.address, { metis: parseEther('10') })
  await allowMinter(wallet.account)
  await page.goto(`/en/stake?amount=5&inviter=${inviter}`)
  await connect(page)
  await expect(field).toHaveValue('')
  await fillStake(page, { amount: '2' })
  await stakeButton(page).click()
  await finish(page)
  expect(signed(wallet)).toEqual([`minter.mint(${wallet.address}, ${parseEther('2')}, true, ${zeroAddress})`])
})
