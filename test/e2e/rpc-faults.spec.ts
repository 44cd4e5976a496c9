import type { Page } from '@playwright/test'
import { type Address, parseEther, zeroAddress } from 'viem'
import { minter } from '@/lib/contracts'
import { formatAmount } from '@/lib/format'
import { en } from '@/lib/messages/en'
import { l1, l2 } from '@/lib/rpc'
import { lagging, lyingAbout, onAnotherChain, shortOfLogs } from '../chain/faults'
import type { Asked } from '../chain/rude-proxy'
import { allowMinter, chainTime, fund, holdings, mineAt, mineBlocks, rpcUrls } from './chain'
import { advance, enterQueue, relay, setQueueMetis, stakeAll, stakeEnki, unstake } from './exit-chain'
import {
  age,
  dateline,
  expectKept,
  follow,
  isRefresh,
  type Language,
  languages,
  main,
  type Name,
  pages,
  paths,
  rows,
  sentences,
  soon,
  type,
  until,
} from './five-pages'
import { expectFits } from './misfit'
import { button, openTab, ticketRow } from './redeem-form'
import { amountField, closeFlow, fillStake, finish, flowDialog, signed, stakeButton } from './stake-form'
import { type Fault, type Switchboard, startHosts, startSwitchboard } from './switchboard'
import { axe, test as base, connect, connectButton, expect } from './test'

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
 * `dated`: the figures stay, and it is said how old they are. `part`: so it is with the parts that need what is missing, a sentence
 * is in their place where nothing was read before, and the others are right. `disputed`: it is said that two hosts do not agree.
 */
type Effect = 'said' | 'unread' | 'right' | 'dated' | 'part' | 'disputed'
type Hosts = 'both' | 'first' | 'second'
type Row = readonly [keyof typeof faults, Hosts, Effect, Effect, Effect, Effect, Effect]

// What an account has is asked by the browser, the rest, and with it all of Sequencers, by the server: of two hosts for each chain it asks.
// What is signed while a host lies: two-hosts.spec.ts.
// biome-ignore format: a table
const matrix: readonly Row[] = [
  // fault                        hosts     Overview    Stake       Redeem      Rewards     Sequencers
  ['429 in plain words',         'both',   'said',     'said',     'said',     'said',     'dated'],
  ['429 in JSON',                'both',   'said',     'said',     'said',     'said',     'dated'],
  ['its own fault in JSON',      'both',   'said',     'said',     'said',     'said',     'dated'],
  ['HTTP 503',                   'both',   'said',     'said',     'said',     'said',     'dated'],
  ['no answer',                  'both',   'said',     'said',     'said',     'said',     'dated'],
  ['a cut line',                 'both',   'said',     'said',     'said',     'said',     'dated'],
  ['half of its JSON',           'both',   'said',     'said',     'said',     'said',     'dated'],
  ['another chain',              'both',   'unread',   'unread',   'unread',   'unread',   'unread'],
  ['slow answers',               'both',   'right',    'right',    'right',    'right',    'right'],
  ['logs of 500 blocks at most', 'both',   'right',    'right',    'right',    'right',    'right'],
  ['no logs for now',            'both',   'part',     'right',    'right',    'unread',   'part'],
  ['a cut line',                 'first',  'right',    'right',    'right',    'right',    'right'],
  ['another chain',              'first',  'right',    'right',    'right',    'right',    'right'],
  ['a head that stands still',   'both',   'dated',    'dated',    'dated',    'dated',    'dated'],
  ['a head that stands still',   'first',  'right',    'right',    'right',    'right',    'right'],
  ['a lying balance',            'first',  'disputed', 'disputed', 'disputed', 'disputed', 'disputed'],
  ['a lying balance',            'second', 'disputed', 'disputed', 'disputed', 'disputed', 'disputed'],
]

/** Rows take turns, so that what is said is read in both. */
const languageOf = (row: number): Language => (row % 2 === 0 ? 'en' : 'zh')

const effectOn = ([, , ...effects]: Row, name: Name): Effect => effects[pages.indexOf(name)] as Effect
/** The pages of a row that have an effect and ask by the browser. */
const asking = (row: Row, effect: Effect) =>
  pages.filter((name) => name !== 'Sequencers').filter((name) => effectOn(row, name) === effect)
const whichAsk = (effect: Effect) => matrix.filter((row) => asking(row, effect).length > 0)

let combinations = 0
const cells = new Set<string>()
/** A combination in whatever language and state; a cell of the table is one of them at least. */
function survived(row: Row, name: Name): void {
  combinations += 1
  cells.add(`${row[0]} of ${row[1]}, ${name}`)
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

/** The page shows the eMetis that the account has now. */
const isRight = async (page: Page, account: `0x${string}`) =>
  expect(main(page)).toContainText(formatAmount((await holdings(account)).eMetis, 'en'), soon)

for (const [i, row] of whichAsk('said').entries())
  test(`${row[0]} of both hosts is said on every open page, which keeps all it has and recovers`, async ({
    page,
    wallet,
    hosts,
  }) => {
    const language = languageOf(i)
    await fund(wallet.address, { metis: parseEther('20'), eMetis: parseEther('3.17') })
    await page.goto(`/${language}/stake`)
    await connect(page)
    for (const each of asking(row, 'said')) {
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
      survived(row, each)
    }
  })

for (const row of whichAsk('unread'))
  test(`${row[0]} of both hosts from the start is said on every page, which reads when it can`, async ({
    page,
    wallet,
    hosts,
  }) => {
    await fund(wallet.address, { eMetis: parseEther('3.17') })
    await page.goto('/en/stake')
    await connect(page)
    for (const each of asking(row, 'unread'))
      for (const language of ['en', 'zh'] as const) {
        const said = main(page).getByText(sentences(language).none[each])
        hosts.set(await faultNow(row[0]))
        await page.goto(`/${language}${paths[each]}`)
        // What is typed before the page's own code has taken over does not last.
        await expect(connectButton(page)).toHaveCount(0)
        await type(page, each)
        await until(page, 31_000, () => expect(said).toBeVisible(soon))
        await scanOnce(page, each, 'unread', language)
        hosts.set(undefined)
        await until(page, 31_000, () => expect(said).toHaveCount(0, soon))
        await until(page, 31_000, () => isRight(page, wallet.address))
        await expectKept(page, each)
        survived(row, each)
      }
  })

for (const row of whichAsk('right'))
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
    for (const each of asking(row, 'right')) {
      const fault = await faultNow(row[0])
      await mineBlocks(8, 30)
      await page.clock.fastForward(240_000)
      await fund(wallet.address, { eMetis: parseEther('1.17') })
      const [before = 0] = hosts.counts()
      hosts.set(fault, row[1] === 'both' ? fault : undefined)
      await page.goto(`/en${paths[each]}`)
      // What is typed before the page's own code has taken over does not last.
      await expect(connectButton(page)).toHaveCount(0)
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
      survived(row, each)
    }
  })

for (const row of whichAsk('dated'))
  test(`${row[0]} of both hosts: the figures say how old they are, and the page keeps all it has and recovers`, async ({
    page,
    wallet,
    hosts,
  }) => {
    test.setTimeout(120_000)
    await fund(wallet.address, { metis: parseEther('20'), eMetis: parseEther('3.17') })
    await page.goto('/en/stake')
    await connect(page)
    const ages = main(page).getByText(new RegExp(`^${age.source}$`))
    for (const each of asking(row, 'dated'))
      for (const language of ['en', 'zh'] as const) {
        hosts.set(await faultNow(row[0]))
        await page.goto(`/${language}${paths[each]}`)
        await expect(main(page)).toContainText('3.17')
        await type(page, each)
        await until(page, 61_000, () => expect(ages.first()).toBeVisible(soon))
        await scanOnce(page, each, 'dated', language)
        hosts.set(undefined)
        await until(page, 31_000, async () => {
          // The page's clock goes on until what it has read is new.
          await mineAt(Math.floor((await page.evaluate(() => Date.now())) / 1_000))
          await expect(ages).toHaveCount(0, soon)
        })
        await isRight(page, wallet.address)
        await expectKept(page, each)
        survived(row, each)
      }
  })

for (const [at, row] of matrix.filter((each) => each.includes('disputed')).entries())
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
      const language = languageOf(at + i)
      const [before = ''] = languages[language].shell.dispute.split('{')
      const said = page.getByRole('alert').filter({ hasText: before.trim() })
      hosts.set(...(row[1] === 'first' ? ([fault, undefined] as const) : ([undefined, fault] as const)))
      await page.goto(`/${language}${paths[each]}`)
      for (const name of hosts.names) await expect(said).toContainText(name)
      await type(page, each)
      await scanOnce(page, each, 'disputed', language)
      hosts.set(undefined)
      await until(page, 31_000, () => expect(said).toHaveCount(0, soon))
      if (each === 'Sequencers') await expect(rows(page)).toHaveCount(10)
      else await isRight(page, wallet.address)
      await expectKept(page, each)
      survived(row, each)
    }
  })

/** What the hosts of both chains do in a row, the first ones and the second ones. */
async function ofRow([name, hosts]: Row) {
  const fault = { l1: await faultNow(name, l1), l2: await faultNow(name) }
  return [hosts === 'second' ? {} : fault, hosts === 'first' ? {} : fault] as const
}

/** A server of the test's own, with two hosts for each chain, and what they do before its first page. */
const served = base.extend<{ board: Switchboard; fromTheStart: Row }>({
  fromTheStart: [matrix[0] as Row, { option: true }],
  board: async ({ fromTheStart }, use) => {
    const board = await startSwitchboard(...(await ofRow(fromTheStart)))
    await use(board)
    await board.stop()
  },
  baseURL: async ({ board }, use) => use(board.url),
})

for (const row of matrix.filter((each) => effectOn(each, 'Sequencers') === 'unread'))
  served.describe(() => {
    served.use({ fromTheStart: row })

    served(
      `${row[0]} on both chains from the start is said on Sequencers, which reads when it can`,
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
        survived(row, 'Sequencers')
      },
    )
  })

const parts = ['Overview', 'Sequencers'] as const

/** What stands in place of what logs would tell: a host that is busy is asked again for a while, and it is said that they are being read. */
function lacks(name: (typeof parts)[number], language: Language): (string | RegExp)[] {
  const { overview, dashboard, sequencers } = languages[language]
  const { bridgeReading, bridgeUnread } = sequencers.allocation
  return {
    Overview: [overview.rateUnread, dashboard.wheelUnread],
    Sequencers: [
      new RegExp(`${sequencers.reading}|${sequencers.pastUnread}`),
      new RegExp(`${bridgeReading}|${bridgeUnread}`),
    ],
  }[name]
}

for (const row of matrix.filter((each) => parts.some((name) => effectOn(each, name) === 'part')))
  served.describe(() => {
    served.use({ fromTheStart: row })

    served(`${row[0]} on both chains from the start: the parts that need them say so`, async ({ page, board }) => {
      await page.clock.install()
      for (const [each, language] of [
        ['Overview', 'en'],
        ['Overview', 'zh'],
        ['Sequencers', 'zh'],
        ['Sequencers', 'en'],
      ] as const) {
        const { freshness } = languages[language]
        await page.goto(`/${language}${paths[each]}`)
        for (const text of lacks(each, language)) await expect(main(page).getByText(text).first()).toBeVisible()
        // Neither chain is blamed for what only its logs would tell.
        await expect(main(page).getByRole('alert')).toHaveCount(0)
        await expect(dateline(page)).not.toContainText(freshness.unreachable)
        await axe(page)
      }
      await expect(rows(page)).toHaveCount(10)
      board.set({})
      for (const each of parts) {
        await follow(page, each, en)
        await until(page, 31_000, async () => {
          for (const text of lacks(each, 'en')) await expect(main(page).getByText(text)).toHaveCount(0, soon)
        })
        survived(row, each)
      }
    })
  })

/** The block that the header names of a chain. */
async function shownBlock(page: Page, chain: string): Promise<bigint> {
  const text = await dateline(page).getByRole('paragraph').filter({ hasText: chain }).textContent(soon)
  return BigInt(/block ([\d,]+)/.exec(text ?? '')?.[1]?.replaceAll(',', '') ?? 0)
}

const isOther = ([name, hosts]: Row) => name === 'another chain' && hosts === 'first'

served.describe(() => {
  // A host is asked which chain it serves until it has once named the right one.
  served.use({ fromTheStart: matrix.find(isOther) })

  served('Sequencers has right or dated figures, whatever the hosts of both chains do', async ({ page, board }) => {
    served.setTimeout(240_000)
    // Where the chains are ahead of this machine's clock, a head that stands still would seem new for as long.
    const start = await board.pass(Math.max(0, Math.ceil(((await chainTime()) - Date.now()) / 60_000)))
    await mineAt(start)
    /** After so long an open page asks our server again. */
    const everyMs = 31_000
    /** Time passes for the chains, the server and the page alike, until something holds. */
    const until = (minutes: number, check: () => Promise<void>) =>
      expect(async () => {
        await mineAt(await board.pass(minutes))
        // A refresh brings what the server has; what it is made to read by that comes with the next one.
        const whole = minutes * 60_000
        for (const ms of whole < 2 * everyMs ? [whole] : [whole - everyMs, everyMs]) {
          const refreshed = page
            .waitForEvent('requestfinished', {
              predicate: (request) => isRefresh(new URL(request.url())),
              timeout: 200,
            })
            .catch(() => {})
          await page.clock.fastForward(ms)
          await refreshed
        }
        await check()
      }).toPass({ intervals: [100] })
    /** Both chains have been read since, and each figure says its block. */
    const readSince = async () => {
      const heads = await Promise.all([l2, l1].map((node) => node.getBlockNumber({ cacheTime: 0 })))
      return async () => {
        for (const [i, { chain }] of [l2, l1].entries())
          expect(await shownBlock(page, chain.name)).toBeGreaterThan(heads[i] ?? 0n)
        await expect(dateline(page)).not.toContainText('out of date', soon)
        await expect(main(page).getByRole('alert')).toHaveCount(0, soon)
      }
    }
    const isOld = () => expect(dateline(page).getByText('out of date')).toHaveCount(2, soon)
    const allocation = page.getByRole('region', { name: en.sequencers.allocation.title })
    const prices = page.getByRole('heading', { name: en.dashboard.chart })
    const isKept = async () => {
      await expect(rows(page)).toHaveCount(10)
      await expectKept(page, 'Sequencers')
    }
    await page.clock.install({ time: start * 1_000 })
    // The history is read for Overview.
    await page.goto('/en')
    await expect(prices).toBeVisible()
    await follow(page, 'Sequencers', en)
    await expect(rows(page)).toHaveCount(10)
    await expect(allocation).not.toContainText(en.sequencers.allocation.bridgeUnread)
    await type(page, 'Sequencers')
    const walked = matrix.filter((each) => ['dated', 'right', 'part'].includes(effectOn(each, 'Sequencers')))
    for (const row of walked.toSorted((a, b) => Number(isOther(b)) - Number(isOther(a)))) {
      const effect = effectOn(row, 'Sequencers')
      if (!isOther(row)) board.set(...(await ofRow(row)))
      const isNow = await readSince()
      await until(2, effect === 'dated' ? isOld : isNow)
      if (effect === 'part') await until(2, () => expect(allocation).toContainText(age, soon))
      await isKept()
      if (row === matrix[0])
        for (const language of ['zh', 'en'] as const) {
          await page.goto(`/${language}${paths.Sequencers}`)
          await expect(dateline(page).getByText(languages[language].freshness.stale.replace('{ago}', ''))).toHaveCount(
            2,
          )
          await axe(page)
          await type(page, 'Sequencers')
        }
      survived(row, 'Sequencers')
      // Of what Overview has from the server, only the history is read from logs.
      if (row[0].includes('logs')) {
        await follow(page, 'Overview', en)
        if (effectOn(row, 'Overview') === 'part') await until(2, () => expect(prices).toContainText(age, soon))
        else
          await until(2, async () => {
            await isNow()
            await expect(prices).not.toContainText(age, soon)
          })
        survived(row, 'Overview')
        await follow(page, 'Sequencers', en)
      }
      board.set({})
      await until(0.6, await readSince())
      await until(0.6, () => expect(allocation).not.toContainText(age, soon))
      await isKept()
    }
  })
})

type Act = { page: Extract<Name, 'Stake' | 'Redeem'>; press: (page: Page) => Promise<void> }

const stake = async (page: Page) => {
  await fillStake(page, { amount: '3', receive: 'eMetis' })
  await stakeButton(page).click()
}

/** What is one signature, in an order in which each leaves the next one possible. */
const acts: Record<string, Act> = {
  'a stake': { page: 'Stake', press: stake },
  'the taking back of a permission': {
    page: 'Stake',
    press: (page) => page.getByRole('region', { name: en.stake.allowances.title }).getByRole('button').click(),
  },
  'an unstake': {
    page: 'Redeem',
    press: async (page) => {
      await openTab(page, 'Unstake')
      await amountField(page).fill('3')
      await button(page, 'Unstake').click()
    },
  },
  'the claim of a ticket': {
    page: 'Redeem',
    press: async (page) => {
      await openTab(page, 'Redeem')
      await button(ticketRow(page), 'Claim').click()
    },
  },
  'the claim of what has vested': {
    page: 'Redeem',
    press: async (page) => {
      await openTab(page, 'Vesting')
      await button(page, 'Claim').click()
    },
  },
}

test.describe('lines that are cut', () => {
  // Weeks have passed without a payout, and whoever comes next looks at the last thirty days.
  test.afterAll(relay)

  test('after a transaction was sent: the page says so, and tells its end when they are back', async ({
    page,
    wallet,
    hosts,
  }) => {
    test.setTimeout(120_000)
    await fund(wallet.address, { metis: parseEther('20'), eMetis: parseEther('14') })
    await stakeAll(wallet.account, parseEther('10'))
    await unstake(wallet.account, parseEther('5'))
    await stakeEnki(wallet.account, parseEther('30'))
    await enterQueue(wallet.account, parseEther('4'))
    await setQueueMetis(parseEther('4'))
    await advance('30d')
    await allowMinter(wallet.account)
    await page.clock.setSystemTime(await chainTime())
    await page.goto('/en/stake')
    await connect(page)
    for (const [i, [name, act]] of Object.entries(acts).entries())
      await test.step(name, async () => {
        await follow(page, act.page, en)
        await expect(main(page)).toContainText(/You have\s*[\d.,]+/)
        const hold = wallet.holdNext()
        await act.press(page)
        await hold.asked
        hosts.set('cut')
        hold.release()
        await expect(flowDialog(page).getByText('Sent. Waiting for a block to take it.')).toBeVisible()
        await until(page, 31_000, () =>
          expect(flowDialog(page).getByText('Not seen in a block yet.')).toBeVisible(soon),
        )
        hosts.set(undefined)
        await until(page, 2_000, () => expect(flowDialog(page).getByText('Done', { exact: true })).toBeVisible(soon))
        await finish(page)
        expect(wallet.transactions()).toHaveLength(i + 1)
        combinations += 1
      })
    expect(await holdings(wallet.address)).toMatchObject({ metis: parseEther('21') })
  })

  test('between an approval and its stake: nothing is lost, and what is left is one signature', async ({
    page,
    wallet,
    hosts,
  }) => {
    await fund(wallet.address, { metis: parseEther('20') })
    await page.goto('/en/stake')
    await connect(page)
    let isCut = false
    hosts.set(({ method }, answer) => {
      if (isCut) return 'cut'
      isCut = method === 'eth_getTransactionReceipt' && !!answer
      return undefined
    })
    await stake(page)
    await expect(flowDialog(page)).toContainText('Mined in block')
    await until(page, 31_000, () => expect(flowDialog(page)).toContainText(en.failure.unreachable, soon))
    await expect(flowDialog(page)).toContainText(en.flow.kept)
    expect(signed(wallet)).toEqual([`metis.approve(${minter.address}, ${parseEther('3')})`])
    await closeFlow(page)
    await expect(amountField(page)).toHaveValue('3')
    hosts.set(undefined)
    await stakeButton(page).click()
    await finish(page)
    expect(signed(wallet)).toHaveLength(2)
    expect((await holdings(wallet.address)).eMetis).toBe(parseEther('3'))
    combinations += 1
  })
})

test.afterAll(() =>
  console.log(
    `${cells.size} of ${matrix.length * pages.length} cells of faults and pages played, in ${combinations} combinations; all survived`,
  ),
)
