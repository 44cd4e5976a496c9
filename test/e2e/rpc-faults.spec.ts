import type { Locator, Page } from '@playwright/test'
import { type Address, parseEther, zeroAddress } from 'viem'
import { formatAmount } from '@/lib/format'
import { en, type Messages } from '@/lib/messages/en'
import { zh } from '@/lib/messages/zh'
import { l1, l2 } from '@/lib/rpc'
import { lagging, lyingAbout, onAnotherChain, shortOfLogs } from '../chain/faults'
import type { Asked } from '../chain/rude-proxy'
import { allowMinter, chainTime, fund, holdings, mineAt, mineBlocks, rpcUrls } from './chain'
import { enterQueue, stakeAll } from './exit-chain'
import { expectFits } from './misfit'
import { button, openTab, ticketRow } from './redeem-form'
import { amountField, fillStake, finish, flowDialog, signed, stakeButton } from './stake-form'
import { type Fault, type Switchboard, startHosts, startSwitchboard } from './switchboard'
import { axe, test as base, connect, expect, inEither } from './test'

const hurried = { code: 429, message: 'Too many requests' }

/** By what a host misbehaves, `at` its newest block when it began to. */
const faults = {
  '429 in plain words': { status: 429, text: 'Too Many Requests' },
  '429 in JSON': { status: 429, error: hurried },
  'its own fault in JSON': { error: { code: -32603, message: 'Internal error' } },
  'HTTP 503': { status: 503, text: 'Service Unavailable' },
  'no answer': 'silence',
  'a cut line': 'cut',
  'half of its JSON': 'truncated',
  'slow answers': { after: 700 },
  'another chain': onAnotherChain,
  'a head that stands still': lagging,
  'a lying balance': lyingAbout,
  'logs of 500 blocks at most': shortOfLogs(500),
  'no logs for now': ({ method }: Asked) => (method === 'eth_getLogs' ? { status: 503, text: 'Later' } : undefined),
} as const satisfies Record<string, Fault | typeof lagging | typeof lyingAbout>

/**
 * What becomes of a page. `said`: a sentence says that nothing is read just now, figures and input stay, and it goes by itself.
 * `unread`: the same on a page that has not read anything yet. `right`: no sentence, and the figures are those of the chain now.
 * `dated`: the figures stay, and it is said how old they are. `disputed`: it is said that two hosts do not agree. A dash: it asks for nothing of the kind, or there is nothing to notice.
 */
type Effect = 'said' | 'unread' | 'right' | 'dated' | 'disputed' | '—'
type Row = readonly [keyof typeof faults, 'both' | 'first' | 'second', Effect, Effect, Effect, Effect, Effect]

// Four pages ask by the browser, which has two hosts; Sequencers by the server, which has one of each chain, and both have the fault.
// What is signed while a host lies: two-hosts.spec.ts.
// biome-ignore format: a table
const matrix: readonly Row[] = [
  // fault                        hosts     Overview  Stake     Redeem    Rewards   Sequencers
  ['429 in plain words',         'both',   'said',   'said',   'said',   'said',   'dated'],
  ['429 in JSON',                'both',   'said',   'said',   'said',   'said',   'dated'],
  ['its own fault in JSON',      'both',   'said',   'said',   'said',   'said',   'dated'],
  ['HTTP 503',                   'both',   'said',   'said',   'said',   'said',   'dated'],
  ['no answer',                  'both',   'said',   'said',   'said',   'said',   'dated'],
  ['a cut line',                 'both',   'said',   'said',   'said',   'said',   'dated'],
  ['half of its JSON',           'both',   'said',   'said',   'said',   'said',   'dated'],
  ['another chain',              'both',   'unread', 'unread', 'unread', 'unread', 'unread'],
  ['slow answers',               'both',   'right',  'right',  'right',  'right',  'right'],
  ['logs of 500 blocks at most', 'both',   '—',      '—',      'right',  'right',  'right'],
  ['no logs for now',            'both',   '—',      '—',      'right',  'unread', '—'],
  ['a cut line',                 'first',  'right',  'right',  'right',  'right',  '—'],
  ['another chain',              'first',  'right',  'right',  'right',  'right',  '—'],
  ['a head that stands still',   'both',   'dated',  'dated',  'dated',  'dated',  '—'],
  ['a head that stands still',   'first',  'right',  'right',  'right',  'right',  'dated'],
  ['a lying balance',            'first',  'disputed', 'disputed', 'disputed', 'disputed', '—'],
  ['a lying balance',            'second', 'disputed', 'disputed', 'disputed', 'disputed', '—'],
]

const paths = { Overview: '', Stake: '/stake', Redeem: '/redeem?tab=redeem', Rewards: '/rewards' } as const
const pages = ['Overview', 'Stake', 'Redeem', 'Rewards'] as const
type Name = (typeof pages)[number]

const languages = { en, zh }
type Language = keyof typeof languages
/** Rows take turns, so that what is said is read in both. */
const languageOf = (row: number): Language => (row % 2 === 0 ? 'en' : 'zh')

/** What a page says when it has figures and can't read newer ones, and when it has none. */
const sentences = (language: Language): { old: Record<Name, string>; none: Record<Name, string> } => {
  const { overview, stake, rewards } = languages[language]
  const unread = { Stake: stake.positionUnread, Redeem: stake.positionUnread }
  return {
    old: { ...unread, Overview: overview.positionOld, Rewards: rewards.old },
    none: { ...unread, Overview: overview.positionUnread, Rewards: rewards.failed },
  }
}

const survived: string[] = []

const main = (page: Page) => page.getByRole('main')

/** What is typed on a page and must be there afterwards; an account is typed only, never shown. */
const inputs: Partial<Record<Name, { field: (page: Page) => Locator; text: string }>> = {
  Stake: { field: amountField, text: '1.25' },
  Redeem: { field: amountField, text: '2.5' },
  Rewards: {
    field: (page) => main(page).getByRole('textbox', { name: inEither(({ rewards }) => rewards.account) }),
    text: '0x12ab',
  },
}
const type = (page: Page, name: Name) => inputs[name]?.field(page).fill(inputs[name].text)
const expectKept = async (page: Page, name: Name) => {
  const input = inputs[name]
  if (input) await expect(input.field(page)).toHaveValue(input.text)
}

const scanned = new Set<string>()
/** Whatever the fault, a page says the same of it. */
async function scanOnce(page: Page, ...what: [Name, Effect, Language]): Promise<void> {
  if (scanned.has(what.join())) return
  scanned.add(what.join())
  await axe(page)
  await expectFits(page, what.join())
}

/** What a host of a chain does from now on. */
async function faultNow(name: Row[0], node: typeof l1 = l2, about: Address = zeroAddress): Promise<Fault> {
  const fault = faults[name]
  if (fault === lyingAbout) return lyingAbout(about)
  if (fault !== lagging) return fault as Fault
  return lagging(rpcUrls[node.chain.id] ?? '', await node.getBlockNumber({ cacheTime: 0 }))
}

const rows = (page: Page) => page.getByRole('table', { name: /^Every sequencer/ }).locator('tbody tr')
const soon = { timeout: 300 }

/** Moves the page's clock on, again and again, until something holds. */
const until = (page: Page, ms: number, check: () => Promise<void>) =>
  expect(async () => {
    await page.clock.fastForward(ms)
    await check()
  }).toPass({ intervals: [100] })

type Fixtures = { hosts: Awaited<ReturnType<typeof startHosts>> }

const test = base.extend<Fixtures>({
  // Console errors of the browser itself about requests that failed on purpose.
  tolerated: [/Failed to load resource|net::ERR|CORS policy/],
  hosts: async ({ page }, use) => {
    const hosts = await startHosts()
    await hosts.reroute(page)
    await page.clock.install({ time: await chainTime() })
    await use(hosts)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await hosts.stop()
  },
})

const effectOn = ([, , ...effects]: Row, name: Name): Effect => effects[pages.indexOf(name)] ?? '—'

/** The page shows the eMetis that the account has now. */
const isRight = async (page: Page, account: `0x${string}`) =>
  expect(main(page)).toContainText(formatAmount((await holdings(account)).eMetis, 'en'), soon)

/** Goes to a page by the header, as a visitor would. */
async function follow(page: Page, name: Name, { nav, redeem }: Messages): Promise<void> {
  const names = { Overview: nav.overview, Stake: nav.stake, Redeem: nav.redeem, Rewards: nav.rewards }
  const links = page.getByRole('navigation', { name: nav.label }).getByRole('link', { name: names[name], exact: true })
  await links.first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  if (name === 'Redeem') await page.getByRole('tab', { name: redeem.queue }).click()
}

for (const [i, row] of matrix.filter((each) => each.includes('said')).entries())
  test(`${row[0]} of both hosts is said on every open page, which keeps all it has and recovers`, async ({
    page,
    wallet,
    hosts,
  }) => {
    const language = languageOf(i)
    await fund(wallet.address, { metis: parseEther('20'), eMetis: parseEther('3.17') })
    await page.goto(`/${language}/stake`)
    await connect(page)
    for (const each of pages) {
      await follow(page, each, languages[language])
      await expect(main(page)).toContainText('3.17')
      if (each === 'Rewards') await expect(main(page)).toContainText(languages[language].rewards.none)
      await type(page, each)
      const said = main(page).getByText(sentences(language).old[each])
      hosts.set(await faultNow(row[0]))
      await until(page, 31_000, () => expect(said).toBeVisible(soon))
      await expect(main(page)).toContainText('3.17')
      await scanOnce(page, each, 'said', language)
      hosts.set(undefined)
      await until(page, 31_000, () => expect(said).toHaveCount(0, soon))
      await isRight(page, wallet.address)
      await expectKept(page, each)
      survived.push(`${row[0]}, ${each}`)
    }
  })

for (const row of matrix.filter((each) => each.includes('unread')))
  test(`${row[0]} of both hosts from the start is said on every page, which reads when it can`, async ({
    page,
    wallet,
    hosts,
  }) => {
    await fund(wallet.address, { eMetis: parseEther('3.17') })
    await page.goto('/en/stake')
    await connect(page)
    for (const each of pages.filter((name) => effectOn(row, name) === 'unread'))
      for (const language of ['en', 'zh'] as const) {
        const said = main(page).getByText(sentences(language).none[each])
        hosts.set(await faultNow(row[0]))
        await page.goto(`/${language}${paths[each]}`)
        await type(page, each)
        await until(page, 31_000, () => expect(said).toBeVisible(soon))
        await scanOnce(page, each, 'unread', language)
        hosts.set(undefined)
        await until(page, 31_000, () => expect(said).toHaveCount(0, soon))
        await until(page, 31_000, () => isRight(page, wallet.address))
        await expectKept(page, each)
        survived.push(`${row[0]} from the start, ${each} in ${language}`)
      }
  })

for (const row of matrix.filter(([, , ...effects]) => effects.slice(0, 4).includes('right')))
  test(`${row[0]} of ${row[1] === 'both' ? 'both hosts' : 'the first host'} keeps no page from the true figures`, async ({
    page,
    wallet,
    hosts,
  }) => {
    await fund(wallet.address, { eMetis: parseEther('20') })
    await stakeAll(wallet.account, parseEther('5'))
    const ticket = await enterQueue(wallet.account, parseEther('4'))
    await page.goto('/en/stake')
    await connect(page)
    for (const each of pages.filter((name) => effectOn(row, name) === 'right')) {
      const fault = await faultNow(row[0])
      await mineBlocks(8, 30)
      await page.clock.fastForward(240_000)
      await fund(wallet.address, { eMetis: parseEther('1.17') })
      const [before = 0] = hosts.counts()
      hosts.set(fault, row[1] === 'both' ? fault : undefined)
      await page.goto(`/en${paths[each]}`)
      await type(page, each)
      // Only what was read too old has to be read once more; a request that takes long must not be made to take longer.
      await until(page, fault === faults['slow answers'] ? 1 : 31_000, () => isRight(page, wallet.address))
      const { old, none } = sentences('en')
      for (const sentence of [old[each], none[each]]) await expect(main(page).getByText(sentence)).toHaveCount(0)
      await expectKept(page, each)
      if (each === 'Redeem') await expect(ticketRow(page, ticket)).toBeVisible()
      if (each === 'Rewards') await expect(main(page).getByRole('region', { name: 'History' })).toContainText('5.00')
      expect(hosts.counts()[0]).toBeGreaterThan(before)
      hosts.set(undefined)
      survived.push(`${row[0]} of ${row[1]}, ${each}`)
    }
  })

for (const row of matrix.filter(([, , ...effects]) => effects.slice(0, 4).includes('dated')))
  test(`${row[0]} of both hosts: the figures say how old they are, and the page keeps all it has and recovers`, async ({
    page,
    wallet,
    hosts,
  }) => {
    test.setTimeout(120_000)
    await fund(wallet.address, { metis: parseEther('20'), eMetis: parseEther('3.17') })
    await page.goto('/en/stake')
    await connect(page)
    const ages = main(page).getByText(/^\d+( minutes ago| 分钟前)$/)
    for (const [i, each] of pages.filter((name) => effectOn(row, name) === 'dated').entries()) {
      const language = languageOf(i)
      hosts.set(await faultNow(row[0]))
      await page.goto(`/${language}${paths[each]}`)
      await expect(main(page)).toContainText('3.17')
      await type(page, each)
      await until(page, 61_000, () => expect(ages.first()).toBeVisible(soon))
      await scanOnce(page, each, 'dated', language)
      hosts.set(undefined)
      await mineAt(Math.floor((await page.evaluate(() => Date.now())) / 1_000))
      await until(page, 31_000, () => expect(ages).toHaveCount(0, soon))
      await isRight(page, wallet.address)
      await expectKept(page, each)
      survived.push(`${row[0]} of both, ${each}`)
    }
  })

for (const row of matrix.filter((each) => each.includes('disputed')))
  test(`${row[0]} of the ${row[1]} host is said on every page, for as long as it lies`, async ({
    page,
    wallet,
    hosts,
  }) => {
    await fund(wallet.address, { metis: parseEther('20'), eMetis: parseEther('3.17') })
    await page.goto('/en/stake')
    await connect(page)
    const fault = await faultNow(row[0], l2, wallet.address)
    for (const [i, each] of pages.entries()) {
      const language = languageOf(i)
      const [before = ''] = languages[language].shell.dispute.split('{')
      const said = page.getByRole('alert').filter({ hasText: before.trim() })
      hosts.set(...(row[1] === 'first' ? ([fault, undefined] as const) : ([undefined, fault] as const)))
      await page.goto(`/${language}${paths[each]}`)
      for (const name of hosts.names) await expect(said).toContainText(name)
      await type(page, each)
      await scanOnce(page, each, 'disputed', language)
      hosts.set(undefined)
      await until(page, 31_000, () => expect(said).toHaveCount(0, soon))
      await isRight(page, wallet.address)
      await expectKept(page, each)
      survived.push(`${row[0]} of the ${row[1]}, ${each}`)
    }
  })

const served = base.extend<{ board: Switchboard; fromTheStart: Row[0] | undefined }>({
  fromTheStart: [undefined, { option: true }],
  board: async ({ fromTheStart: name }, use) => {
    const board = await startSwitchboard(name ? { l1: await faultNow(name, l1), l2: await faultNow(name) } : {})
    await use(board)
    await board.stop()
  },
  baseURL: async ({ board }, use) => use(board.url),
})

for (const [name] of matrix.filter((each) => each[6] === 'unread'))
  served.describe(() => {
    served.use({ fromTheStart: name })

    served(
      `${name} on both chains from the start is said on Sequencers, which reads when it can`,
      async ({ page, board }) => {
        const alert = main(page).getByRole('alert')
        await page.clock.install()
        await page.goto('/zh/sequencers')
        await expect(alert).toContainText(l2.chain.name)
        await axe(page)
        await page.goto('/en/sequencers')
        await expect(alert).toContainText(`${l2.chain.name} and ${l1.chain.name} did not answer`)
        await axe(page)
        board.set({})
        await until(page, 31_000, () => expect(rows(page)).toHaveCount(10, soon))
        await expect(alert).toHaveCount(0)
        survived.push(`${name} from the start, Sequencers`)
      },
    )
  })

served('Sequencers keeps and dates its figures while both chains misbehave', async ({ page, board }) => {
  served.setTimeout(180_000)
  const dateline = page.getByRole('region', { name: 'How fresh the figures are' })
  /** Time passes for the chains, the server and the page alike, until something holds. */
  const until = (minutes: number, check: () => Promise<void>) =>
    expect(async () => {
      await mineAt(await board.pass(minutes))
      await page.clock.fastForward(minutes * 60_000)
      await check()
    }).toPass({ intervals: [100] })
  const isFresh = () => expect(dateline).not.toContainText('out of date', soon)
  const isOld = () => expect(dateline.getByText('out of date')).toHaveCount(2, soon)
  await page.clock.install()
  await page.goto('/en/sequencers')
  await expect(rows(page)).toHaveCount(10)
  await amountField(page).fill('12345')
  for (const row of matrix.filter((each) => each[6] === 'dated' || each[6] === 'right')) {
    board.set({ l1: await faultNow(row[0], l1), l2: await faultNow(row[0]) })
    await until(2, row[6] === 'dated' ? isOld : isFresh)
    await expect(rows(page)).toHaveCount(10)
    if (row === matrix[0]) await axe(page)
    board.set({})
    await until(0.6, isFresh)
    await expect(rows(page)).toHaveCount(10)
    await expect(amountField(page)).toHaveValue('12345')
    survived.push(`${row[0]}, Sequencers`)
  }
})

const acts = {
  Stake: async (page: Page) => {
    await fillStake(page, { amount: '3', receive: 'eMetis' })
    await stakeButton(page).click()
  },
  Redeem: async (page: Page) => {
    await openTab(page, 'Unstake')
    await amountField(page).fill('3')
    await button(page, 'Unstake').click()
  },
} as const

test('lines cut after a transaction was sent: the page says so, and tells its end when they are back', async ({
  page,
  wallet,
  hosts,
}) => {
  await fund(wallet.address, { metis: parseEther('20'), eMetis: parseEther('5') })
  await stakeAll(wallet.account, parseEther('5'))
  await allowMinter(wallet.account)
  await page.goto('/en/stake')
  await connect(page)
  for (const [i, each] of (['Stake', 'Redeem'] as const).entries()) {
    await page.getByRole('link', { name: each, exact: true }).first().click()
    await expect(main(page)).toContainText(/You have\s*[\d.,]+/)
    const hold = wallet.holdNext()
    await acts[each](page)
    await hold.asked
    hosts.set('cut')
    hold.release()
    await expect(flowDialog(page).getByText('Sent. Waiting for a block to take it.')).toBeVisible()
    await until(page, 31_000, () => expect(flowDialog(page).getByText('Not seen in a block yet.')).toBeVisible(soon))
    hosts.set(undefined)
    await until(page, 2_000, () => expect(flowDialog(page).getByText('Done', { exact: true })).toBeVisible(soon))
    await finish(page)
    expect(signed(wallet)).toHaveLength(i + 1)
    survived.push(`a line cut after signing, ${each}`)
  }
  expect(await holdings(wallet.address)).toMatchObject({ metis: parseEther('17'), shares: expect.any(BigInt) })
})

test.afterAll(() => console.log(`${survived.length} combinations of fault and page survived`))
