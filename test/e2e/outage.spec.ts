import type { Page } from '@playwright/test'
import { parseEther, toFunctionSelector } from 'viem'
import { network } from '@/lib/network'
import type { Asked } from '../chain/rude-proxy'
import { fund, holdings, mineAt } from './chain'
import { stakeAll } from './exit-chain'
import { fillStake, finish, stakeButton } from './stake-form'
import { type Switchboard, startSwitchboard } from './switchboard'
import { axe, test as base, connect, expect } from './test'

const [l1, l2] = [network.l1.name, network.l2.name]

type Fixtures = {
  /** Which chain is off before the server's first page. */
  off: Parameters<Switchboard['set']>[0]
  /** A server of the test's own that has read nothing yet. */
  board: Switchboard
}

const test = base.extend<Fixtures>({
  off: [{}, { option: true }],
  board: async ({ off }, use) => {
    const board = await startSwitchboard(off)
    await use(board)
    await board.stop()
  },
  baseURL: async ({ board }, use) => use(board.url),
})

const main = (page: Page) => page.getByRole('main')
const alert = (page: Page) => main(page).getByRole('alert')
const rows = (page: Page) => page.getByRole('table', { name: /^Every sequencer/ }).locator('tbody tr')
const contract = (page: Page, group: string, job: string) =>
  page.getByRole('region', { name: group }).getByRole('listitem').filter({ hasText: job })
/** What the header says of a chain. */
const dateline = (page: Page, chain: string) =>
  page.getByRole('region', { name: 'How fresh the figures are' }).getByRole('paragraph').filter({ hasText: chain })

/** Loads a page until it is as expected: the first answer after a while may be the last good one. */
const reload = (page: Page, path: string, check: () => Promise<void>) =>
  expect(async () => {
    await page.goto(path)
    await check()
  }).toPass()

const soon = { timeout: 1_000 }

test.describe('without JavaScript, with L1 down from the start', () => {
  test.use({ javaScriptEnabled: false, off: { l1: 'cut' } })

  test('every page says what is missing and shows what L2 knows, and recovers', async ({ page, board }) => {
    await page.goto('/en')
    await expect(dateline(page, l1)).toContainText('not reachable')
    await expect(dateline(page, l2)).toContainText('block')
    await expect(main(page)).toContainText(/\d\.\d\d%/)
    await expect(main(page)).toContainText('The sequencer pool on Ethereum could not be read')
    await expect(main(page)).toContainText('One of the two chains did not answer.')
    await expect(main(page).getByRole('img', { name: /^Share price from/ })).toBeVisible()

    await page.goto('/en/redeem')
    await expect(main(page)).toContainText('You get now')
    await expect(alert(page)).toHaveCount(0)

    await page.goto('/en/rewards')
    await expect(alert(page)).toHaveCount(0)

    await page.goto('/en/sequencers')
    await expect(alert(page)).toContainText(`${l1} did not answer, so locks, caps and rewards are missing here.`)
    await expect(page.getByRole('table', { name: /^Blocks of the last/ })).toBeVisible()
    await expect(page.getByRole('table', { name: 'The other protocol' })).toContainText('did not answer')
    await expect(main(page)).not.toContainText('Nothing stands out')
    await expect(main(page)).toContainText('Not everything could be looked at just now')
    const blocks = section(page, 'Who made the blocks')
    await expect(blocks).toContainText(`The stake could not be read from ${l1} just now`)
    await expect(blocks).not.toContainText('no stake to compare with')
    await expect(rows(page)).toHaveCount(0)

    await page.goto('/en/contracts')
    await expect(alert(page)).toContainText(`${l1} did not answer, so what only it can tell may be missing here`)
    await expect(contract(page, 'ENKI on Ethereum', 'Takes in METIS from Metis')).toContainText('could not be read')
    await expect(contract(page, 'ENKI on Metis', 'The vault:')).toContainText('code as on record')
    const changes = page.getByRole('region', { name: 'Changes so far' })
    await expect(changes).toContainText(`${l1} did not answer, so the changes there are missing here.`)
    await expect(changes.getByRole('row').filter({ hasText: 'Wait of a ticket' }).first()).toBeVisible()
    await expect(page.getByRole('region', { name: 'Parameters in force' })).not.toContainText('Reward for a block')
    await page.goto('/zh/contracts')
    await expect(alert(page)).toContainText(`${l1} 没有回应，只有它知道的内容这里可能没有`)

    await page.goto('/en/sequencers/5')
    await expect(alert(page)).toContainText(`${l1} did not answer`)
    await page.goto('/zh/sequencers/5')
    await expect(alert(page)).toContainText(`${l1} 没有回应`)
    await page.goto('/zh/sequencers')
    await expect(alert(page)).toContainText(`${l1} 没有回应，因此这里缺少锁定量、上限和奖励`)

    board.set({})
    await reload(page, '/en/sequencers', () => expect(rows(page)).toHaveCount(10, soon))
    await expect(alert(page)).toHaveCount(0)
    await reload(page, '/en', () => expect(main(page)).not.toContainText('could not be read', soon))
    await expect(dateline(page, l1)).toContainText('block')
    await page.goto('/en/sequencers/5')
    await expect(page.getByRole('heading', { level: 1, name: 'ENKI0' })).toBeVisible()
    await reload(page, '/en/contracts', async () => {
      await expect(alert(page)).toHaveCount(0, soon)
      await expect(page.getByRole('region', { name: 'Changes so far' })).toContainText('Reward for a block', soon)
    })
  })
})

test.describe('with an L1 that keeps silent', () => {
  test.use({ off: { l1: 'silence' } })

  test('Stake does not wait for it, and stakes', async ({ page, wallet }) => {
    await fund(wallet.address, { metis: parseEther('20') })
    // Sooner than the server gives up on L1.
    await page.goto('/en/stake', { timeout: 9_000 })
    await expect(dateline(page, l1)).toContainText('not reachable')
    await connect(page)
    await fillStake(page, { amount: '12', receive: 'eMetis' })
    await stakeButton(page).click()
    await finish(page)
    expect((await holdings(wallet.address)).eMetis).toBe(parseEther('12'))
    await page.goto('/en/redeem', { timeout: 9_000 })
    await main(page).getByRole('tab', { name: 'Redeem' }).click()
    await expect(main(page)).toContainText('Ethereum did not answer, so how fast METIS could be freed is not known.')
    await page.goto('/en/sequencers', { timeout: 9_000 })
    await expect(alert(page)).toContainText(`${l1} did not answer`)
    await stakeAll(wallet.account, parseEther('2'))
    const read = page.getByRole('button', { name: 'Read it from the logs' })
    // What L2 has logged may still be on its way at first.
    await reload(page, '/en/contracts', () => expect(read).toBeVisible({ timeout: 5_000 }))
    await read.click()
    await expect(page.getByText(`Nothing has been changed on ${l2} since you first staked`)).toBeVisible()
    await expect(main(page)).toContainText(`${l1} did not answer, so the changes there are missing here.`)
  })
})

const silentLogs = ({ method }: Asked) => (method === 'eth_getLogs' ? ('silence' as const) : undefined)

test.describe('without JavaScript, with chains that keep silent about their logs', () => {
  test.use({ javaScriptEnabled: false, off: { l1: silentLogs, l2: silentLogs } })

  test('Overview names what stands out all the same, and says that the payouts are missing', async ({ page }) => {
    await page.goto('/en')
    await expect(main(page).getByRole('link', { name: /more on Sequencers/i })).toBeVisible()
    await expect(main(page)).toContainText('The payouts could not be read.')
    await expect(main(page)).toContainText('How the rate comes about')
  })
})

test.describe('without JavaScript, with L2 down from the start', () => {
  test.use({ javaScriptEnabled: false, off: { l2: 'cut' } })

  test('its pages draw a sentence and nothing else, the pool is there, and all recover', async ({ page, board }) => {
    for (const path of ['/en', '/en/stake', '/en/redeem', '/en/rewards']) {
      await page.goto(path)
      await expect(alert(page)).toHaveText(
        `${l2} did not answer, so there are no figures to show. Your funds are not affected.`,
      )
      await expect(main(page).locator('table, dl, form')).toHaveCount(0)
      await expect(dateline(page, l2)).toContainText('not reachable')
      await expect(dateline(page, l1)).toContainText('block')
    }
    await page.goto('/en/contracts')
    await expect(alert(page)).toContainText(`${l2} did not answer, so what only it can tell may be missing here`)
    await expect(contract(page, 'ENKI on Ethereum', 'Takes in METIS from Metis')).toContainText('code as on record')
    await expect(contract(page, 'ENKI on Metis', 'The vault:')).toContainText('could not be read')
    await expect(main(page)).not.toContainText('The chain names none here.')
    await expect(page.getByRole('region', { name: 'Parameters in force' })).toContainText('Reward for a block')
    const changes = page.getByRole('region', { name: 'Changes so far' })
    await expect(changes).toContainText(`${l2} did not answer, so the changes there are missing here.`)
    await page.goto('/zh/contracts')
    await expect(alert(page)).toContainText(`${l2} 没有回应，只有它知道的内容这里可能没有`)
    await page.goto('/zh/stake')
    await expect(alert(page)).toHaveText(`${l2} 没有回应，暂时没有数据可显示。你的资金不受影响。`)

    await page.goto('/en/sequencers')
    await expect(alert(page)).toContainText(`${l2} did not answer, so what lies on it`)
    await expect(rows(page)).toHaveCount(10)
    await expect(main(page)).toContainText('The pace of blocks is not known.')
    await expect(page.getByRole('heading', { name: 'Concentration' })).toBeVisible()
    await expect(main(page)).not.toContainText('Nothing stands out')
    await page.goto('/zh/sequencers')
    await expect(alert(page)).toContainText(`${l2} 没有回应，因此这里缺少链上的余额、出块情况和收益率`)
    await page.goto('/en/sequencers/5')
    await expect(page.getByRole('heading', { level: 1, name: 'ENKI0' })).toBeVisible()
    await expect(page.getByRole('img', { name: /^Locked METIS from/ })).toBeVisible()

    board.set({})
    for (const path of ['/en/stake', '/en/redeem', '/en/rewards', '/en/contracts', '/en/sequencers', '/en'])
      await reload(page, path, () => expect(alert(page)).toHaveCount(0, soon))
    await expect(main(page)).toContainText(/\d\.\d\d%/)
  })
})

/** Cuts the line of requests that ask for all of `these` functions and for none of `others`. */
const cutWhere =
  (these: readonly string[], others: readonly string[] = []) =>
  ({ params }: Asked) => {
    const asked = JSON.stringify(params)
    const asks = (name: string) => asked.includes(toFunctionSelector(`function ${name}`).slice(2))
    return these.every(asks) && !others.some(asks) ? ('cut' as const) : undefined
  }
const isEpochs = cutWhere(['currentEpochNumber()'])
const isReserves = cutWhere(['redemptionQueueAccounting()', 'totalSupply()'], ['totalAssets()'])
const isPool = cutWhere(['totalSequencers()'])
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test.describe('without JavaScript, with parts that fail from the start', () => {
  test.use({
    javaScriptEnabled: false,
    off: {
      l1: ({ method }) => (method === 'eth_getLogs' ? 'cut' : undefined),
      l2: (asked) => isEpochs(asked) ?? isReserves(asked),
    },
  })

  test('each part of Sequencers says what it lacks, and the figures that need it are not made up', async ({
    page,
    board,
  }) => {
    const lacks = (name: string, text: string) => expect(section(page, name)).toContainText(text, soon)
    await reload(page, '/en/sequencers', async () => {
      await lacks('Who made the blocks', `could not be read from ${l2} just now`)
      await lacks('Where ENKI’s METIS is', `could not be read from ${l2} just now`)
      await lacks('Concentration', 'The log of earlier events could not be read just now')
    })
    await expect(rows(page)).toHaveCount(10)
    await expect(main(page)).toContainText('Not everything could be looked at just now')
    await expect(page.getByRole('table', { name: 'Every agent of the Dealer, with its node' })).toContainText('ENKI0')

    board.set({ l1: ({ method }) => (method === 'eth_getLogs' ? 'cut' : undefined) })
    await reload(page, '/en/sequencers', () => lacks('Where ENKI’s METIS is', 'the log of transfers could not be read'))
    const table = page.getByRole('table', { name: 'Where ENKI’s METIS is' })
    for (const way of ['On the bridge to Ethereum', 'On the bridge to Metis', 'Difference'])
      await expect(table.getByRole('row', { name: way }).getByRole('cell')).toHaveText('—')
    await expect(table).toContainText('Together, as far as known')
    await lacks('Room for more', 'What is on the bridge or at the Dealer is not known')
    await expect(section(page, 'Room for more').getByRole('textbox')).toHaveCount(0)

    board.set({})
    await reload(page, '/en/sequencers', () => lacks('Room for more', 'Room in ENKI’s nodes'))
    await expect(
      table.getByRole('row', { name: 'On the bridge to Ethereum' }).getByRole('cell').locator('.tip-for'),
    ).toHaveText(/^[\d,]+\.\d{2}/)
    await expect(main(page)).not.toContainText('just now')
  })
})

test.describe('without JavaScript, with an L2 that gives no logs from the start', () => {
  test.use({ javaScriptEnabled: false, off: { l2: ({ method }) => (method === 'eth_getLogs' ? 'cut' : undefined) } })

  test('Contracts tells who can change them all the same, and that holders of roles were not read', async ({
    page,
    board,
    request,
  }) => {
    const trust = section(page, 'What you trust')
    const record = section(page, 'A record to keep')
    await reload(page, '/en/contracts', async () => {
      await expect(trust).toContainText(/Safe, \d of \d/, soon)
      await expect(record).toContainText('Who holds the roles of Config is not in it', soon)
    })
    await expect(trust).toContainText('the operator, timelock and backend roles is not known here')
    const config = contract(page, 'ENKI on Metis', 'Keeps ENKI’s addresses')
    await expect(config).toContainText('is not known here')
    await expect(contract(page, 'ENKI on Metis', 'The vault:')).not.toContainText('Not read')
    const file = async () => (await request.get('/contracts.json')).json()
    expect((await file()).absent).toEqual(['who holds the roles of Config'])

    board.set({ l1: 'cut', l2: 'cut' })
    await board.pass(2 * 60)
    board.set({ l2: 'cut' })
    await reload(page, '/en/contracts', () =>
      expect(record).toContainText(`${l2} did not answer, so nothing of it is in this record.`, soon),
    )
    expect((await file()).absent).toEqual([`everything on chain ${network.l2.id}`])

    board.set({})
    await board.pass(2 * 60)
    await reload(page, '/en/contracts', () => expect(config).toContainText('change any setting', soon))
    await expect(main(page)).not.toContainText('is not known here')
  })
})

test.describe('with a pool that fails while its chain answers', () => {
  test.use({ javaScriptEnabled: false })

  test('its figures say how old they are under a fresh dateline', async ({ page, board }) => {
    await mineAt(await board.pass(0))
    for (const path of ['/en', '/en/sequencers/5', '/en/sequencers'])
      await reload(page, path, () => expect(main(page)).toContainText('METIS', soon))
    await expect(main(page)).not.toContainText('minutes ago')
    board.set({ l1: isPool })
    await mineAt(await board.pass(10))
    for (const path of ['/en/sequencers', '/en/sequencers/5', '/en']) {
      await reload(page, path, () => expect(dateline(page, l1)).not.toContainText('out of date', soon))
      await expect(
        main(page)
          .getByText(/^1\d minutes ago$/)
          .first(),
      ).toBeVisible()
    }
    board.set({})
    await reload(page, '/en/sequencers', () => expect(main(page)).not.toContainText('minutes ago', soon))
  })
})

test.describe('with both down from the start', () => {
  test.use({ off: { l1: 'cut', l2: 'cut' } })

  test('an open page recovers by itself', async ({ page, board }) => {
    await page.clock.install()
    await page.goto('/zh/stake')
    await expect(alert(page)).toContainText(`${l2} 没有回应`)
    await axe(page)
    await page.goto('/en/sequencers')
    await expect(alert(page)).toContainText(`${l2} and ${l1} did not answer`)
    await axe(page)
    board.set({})
    await expect(async () => {
      await page.clock.runFor(31_000)
      await expect(rows(page)).toHaveCount(10, soon)
      await expect(alert(page)).toHaveCount(0, soon)
    }).toPass()
  })
})

test.describe('without JavaScript, with figures known before', () => {
  test.use({ javaScriptEnabled: false })

  test('the last good ones stay, marked as old, until they are too old to show', async ({ page, board }) => {
    const paths = ['/en', '/en/stake', '/en/redeem', '/en/rewards', '/en/sequencers', '/en/sequencers/5']
    await mineAt(await board.pass(0))
    await reload(page, '/en/sequencers', () => expect(main(page)).toContainText('Nothing is missing, to the wei', soon))
    for (const path of paths) await page.goto(path)
    board.set({ l1: 'cut', l2: 'cut' })
    await mineAt(await board.pass(10))
    for (const path of paths) {
      await page.goto(path)
      await expect(alert(page)).toHaveCount(0)
      for (const chain of [l1, l2]) await expect(dateline(page, chain)).toContainText('min ago, out of date')
    }
    await page.goto('/en/sequencers')
    await expect(rows(page)).toHaveCount(10)
    await expect(main(page)).toContainText('Nothing is missing, to the wei')

    board.set({ l1: 'cut' })
    await reload(page, '/en', () => expect(dateline(page, l2)).not.toContainText('out of date', soon))
    await expect(dateline(page, l1)).toContainText('out of date')

    board.set({ l1: 'cut', l2: 'cut' })
    await board.pass(25 * 60)
    await page.goto('/en/sequencers')
    await expect(alert(page)).toContainText(`${l2} and ${l1} did not answer`)
    await page.goto('/en/stake')
    await expect(alert(page)).toContainText(`${l2} did not answer`)

    board.set({})
    for (const path of paths) await reload(page, path, () => expect(alert(page)).toHaveCount(0, soon))
    for (const chain of [l1, l2]) await expect(dateline(page, chain)).toContainText('block')
  })
})
