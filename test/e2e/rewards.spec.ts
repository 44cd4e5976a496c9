import type { Page } from '@playwright/test'
import { getAddress, parseEther } from 'viem'
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { rewardDispatcherAbi } from '@/abi/reward-dispatcher'
import { readAccountHistory } from '@/lib/account-history'
import { readAddressBook } from '@/lib/address-book'
import { minter, queueAt, vault } from '@/lib/contracts'
import { formatAddress, formatAmount, formatExact, formatRate } from '@/lib/format'
import { createHistory } from '@/lib/history'
import { readProtocol } from '@/lib/protocol'
import { movementsOf } from '@/lib/reward-rows'
import { toRewards } from '@/lib/rewards'
import { l2 as client } from '@/lib/rpc'
import { toTicket } from '@/lib/ticket-ids'
import { naming, shortOfLogs } from '../chain/faults'
import { stakers } from '../devnet/accounts'
import { gainOf, readAwaiting } from './awaiting'
import { allowMinter, fund, holdings, isL2, l2, legacy, mined, positionOf, setPrice, walletOf } from './chain'
import { readCsv, sum } from './csv'
import { advance, enterQueue, relay, stakeAll, stakeEnki, unstake } from './exit-chain'
import { startHosts, startSwitchboard } from './switchboard'
import { axe, connect, connectButton, expect, test } from './test'

const [staker = '0x'] = stakers
const total = (page: Page) => page.getByText('Rewards so far').locator('xpath=following-sibling::dd[1]')

const open = async (page: Page) => {
  await page.goto(`/en/rewards?account=${staker}`)
  await expect(total(page)).toContainText(/[\d,]+\.\d{2}/)
}
/** Every digit of what the account has earned. */
const exactTotal = async (page: Page): Promise<bigint> => {
  const text = (await total(page).locator('.tip-text').textContent()) ?? ''
  return parseEther(/^(-?[\d,.]+) eMetis/.exec(text)?.[1]?.replaceAll(',', '') ?? '')
}
const worthOf = (shares: bigint) => l2.readContract({ ...vault, functionName: 'convertToAssets', args: [shares] })
const position = (page: Page) => page.getByRole('region', { name: 'Position' })

test('any address that is linked shows what it holds and has earned', async ({ page }) => {
  await open(page)
  const { shares } = await holdings(staker)
  await expect(position(page)).toContainText(formatAmount(shares, 'en'))
  await expect(page.getByRole('region', { name: 'History' }).getByRole('row').nth(1)).toContainText(/UTC/)
  await expect(page.getByRole('slider', { name: 'Payout read in the chart' })).toBeVisible()
  await expect(async () => {
    const { toVault } = await readAwaiting()
    const next = page
      .locator('dl')
      .filter({ has: page.getByText('The next payout, if it happened now', { exact: true }) })
    const gain = formatAmount(await gainOf((await holdings(staker)).shares, toVault), 'en')
    await open(page)
    await expect(next.locator('dd').first()).toContainText(gain, { timeout: 1_000 })
    await expect(next).toContainText(`the ${formatAmount(toVault, 'en')} eMetis that it would bring`, {
      timeout: 1_000,
    })
  }).toPass()
  await expect(page.getByRole('main')).toContainText(
    /dispatcher at block [\d,]+, .*; nodes’ rewards at block [\d,]+ on Ethereum/,
  )
  await axe(page)
})

test('the position is what the chain says, to the wei: value, eMetis, vesting and tickets', async ({ page }) => {
  const own = privateKeyToAccount(generatePrivateKey())
  await fund(own.address, { eMetis: parseEther('12') })
  await stakeAll(own, parseEther('7'))
  await unstake(own, parseEther('2'))
  const id = await enterQueue(own, parseEther('1.5'))
  const { redemptionQueue } = await readAddressBook(client)
  const info = { ...queueAt(redemptionQueue ?? '0x'), functionName: 'nftInformation', args: [id] } as const
  const [{ shares, eMetis, vesting }, ticket] = [
    await positionOf(own.address),
    toTicket(id, await l2.readContract(info)),
  ]
  const worth = formatAmount(await worthOf(shares), 'en')
  await page.goto(`/en/rewards?account=${own.address}`)
  const part = (label: string) => position(page).getByText(label, { exact: true }).locator('xpath=..')
  await expect(part('In vesting')).toContainText(`${formatExact(vesting?.locked ?? 0n, 'en')} eMetis`)
  await expect(part('In redemption tickets')).toContainText(`${formatExact(ticket.amount, 'en')} METIS`)
  await expect(position(page)).toContainText(`${formatExact(shares, 'en')} seMetis`)
  await expect(position(page)).toContainText(`worth ${worth} eMetis now`)
  await expect(position(page)).toContainText(`${formatExact(eMetis, 'en')} eMetis`)
  for (const each of [shares, eMetis, vesting?.locked ?? 0n]) expect(each).toBeGreaterThan(0n)
})

test('US dollars stand beside METIS while the price is younger than a day, and not after', async ({ page }) => {
  // The server keeps a price for a quarter of a minute.
  test.setTimeout(180_000)
  const until = (shown: boolean) =>
    expect(async () => {
      await open(page)
      await expect(position(page)).toContainText('worth')
      expect((await position(page).textContent())?.includes('at $51.23 for a METIS')).toBe(shown)
    }).toPass({ timeout: 80_000 })
  await setPrice(5_123_000_000n)
  await until(true)
  await page.goto('/en')
  await expect(page.getByRole('main')).toContainText(/About \$[\d,]+ at \$51\.23 for a METIS\./)
  await advance('25h')
  await until(false)
  await expect(position(page)).not.toContainText('$')
  await page.goto('/en')
  await expect(page.getByRole('main')).toContainText('METIS staked')
  await expect(page.getByRole('main')).not.toContainText('$')
})

test('an address that is typed is checked, then shown', async ({ page }) => {
  await page.goto('/en/rewards')
  await page.getByRole('textbox', { name: 'Account' }).fill('0x123')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByText('An address is 0x followed by')).toBeVisible()
  await page.getByRole('textbox', { name: 'Account' }).fill(staker)
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`account=${staker}`))
  await expect(total(page)).toContainText(/[\d,]+\.\d{2}/)
})

test('the connected account is shown without asking, and told when it never held seMetis', async ({ page, wallet }) => {
  await fund(wallet.account.address, {})
  await page.goto('/en/rewards')
  await connect(page)
  await expect(page.getByText('This account has never held seMetis.')).toBeVisible()
})

test('an unstake for another is marked, with where it went, and is no money of this account', async ({
  page,
  wallet,
}) => {
  const [{ address }, friend] = [wallet, '0x00000000000000000000000000000000000000bb'] as const
  await fund(address, { eMetis: parseEther('10') })
  await stakeAll(wallet.account, parseEther('10'))
  const shares = await holdings(address).then((held) => held.shares / 2n)
  const call = { ...legacy, ...vault, functionName: 'redeem', args: [shares, friend, address] } as const
  await mined(await walletOf(wallet.account).writeContract(call))
  const row = page.getByRole('row', { name: /Unstaked|Paid by another/ })
  await page.goto(`/en/rewards?account=${address}`)
  await expect(row).toContainText('⇄ Unstaked')
  await expect(row).toContainText(`to ${formatAddress(getAddress(friend))}`)
  await expect(row).not.toContainText('vests')
  await expect(page.getByRole('main')).toContainText(/eMetis, counts as taken out, but none of it came here/)
  await expect(page.getByRole('main')).not.toContainText('arrived at once')
  await page.goto(`/en/rewards?account=${friend}`)
  await expect(row).toContainText('⇄ Paid by another’s unstake')
  await expect(row).toContainText('of it vests')
  await expect(row).toContainText(`from ${formatAddress(getAddress(address))}`)
})

test('an address is taken in whatever case it is linked', async ({ page }) => {
  await open(page)
  const shown = await total(page).textContent()
  const swapped = staker.replace(/[a-f]/gi, (each) => (each < 'a' ? each.toLowerCase() : each.toUpperCase()))
  for (const linked of [staker.toUpperCase(), `0x${staker.slice(2).toUpperCase()}`, staker.toLowerCase(), swapped]) {
    await page.goto(`/en/rewards?account=${linked}`)
    await expect(total(page)).toHaveText(shown ?? '')
  }
})

test('a link with no address says so, and shows nobody’s figures', async ({ page, wallet }) => {
  await fund(wallet.address, { eMetis: parseEther('2') })
  await page.goto('/en/rewards')
  await connect(page)
  await expect(position(page)).toContainText('2.00')
  for (const linked of ['0x123', 'nonsense', `${staker}&account=${staker}`]) {
    await page.goto(`/en/rewards?account=${linked}`)
    await expect(connectButton(page)).toHaveCount(0)
    await expect(page.getByText('An address is 0x followed by')).toBeVisible()
    await expect(page.getByRole('main').locator('dl, table')).toHaveCount(0)
    await expect(page.getByRole('progressbar')).toHaveCount(0)
  }
})

test.describe('with two hosts', () => {
  test.use({ tolerated: [/Failed to load resource|net::ERR|CORS policy/] })
  let hosts: Awaited<ReturnType<typeof startHosts>>
  test.beforeAll(async () => {
    hosts = await startHosts()
  })
  test.afterAll(() => hosts.stop())
  test.beforeEach(({ page }) => hosts.reroute(page))
  test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }))

  test('the first visit shows how far it has come while the provider is slow and narrow, whoever stakes meanwhile', async ({
    page,
  }) => {
    const other = privateKeyToAccount(generatePrivateKey())
    await fund(other.address, { eMetis: parseEther('3') })
    const short = shortOfLogs(500)
    hosts.set((asked, answer) => short(asked, answer) ?? (asked.method === 'eth_getLogs' ? { after: 150 } : undefined))
    await page.clock.install()
    await page.addInitScript(() => {
      const seen: string[] = []
      const look = () => {
        const now = document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')
        if (now && now !== seen.at(-1)) seen.push(now)
      }
      new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true })
      Object.assign(window, { seen })
    })
    await page.goto(`/en/rewards?account=${staker}`)
    await expect(page.getByRole('progressbar', { name: 'Reading the history of this account' })).toBeVisible()
    await stakeAll(other, parseEther('3'))
    await page.clock.fastForward(31_000)
    await expect(total(page)).toContainText(/[\d,]+\.\d{2}/)
    await expect(page.getByRole('progressbar')).toHaveCount(0)
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen.map(Number))
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.filter((each) => each > 0 && each < 100).length).toBeGreaterThan(5)
    expect(seen.at(-1)).toBe(100)
  })

  test('what could not be read is said in its place, and read as soon as it can be', async ({ page }) => {
    hosts.set('cut')
    await page.goto(`/en/rewards?account=${staker}`)
    await expect(page.getByRole('main').getByRole('alert')).toContainText('could not be read')
    await expect(position(page).getByText('could not be read: the chain did not answer')).toHaveCount(4)
    await expect(position(page).getByText('—', { exact: true })).toHaveCount(4)
    await expect(position(page).locator('[aria-busy=true]')).toHaveCount(0)
    hosts.set(undefined)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(position(page)).toContainText(formatAmount((await holdings(staker)).shares, 'en'))
    await expect(position(page)).not.toContainText('could not be read')
  })
})

/** A server that is told of no Vesting and of no queue: where Config’s answers to the address book stand. */
const unnamed = test.extend({
  baseURL: async ({ tolerated: _ }, use) => {
    const board = await startSwitchboard({ l2: naming([0, 2], 6) })
    await use(board.url)
    await board.stop()
  },
})

unnamed('where the contracts name no Vesting and no queue, no zero stands for them', async ({ page }) => {
  await expect(async () => {
    await page.goto(`/en/rewards?account=${staker}`)
    await expect(position(page)).toBeVisible({ timeout: 5_000 })
  }).toPass()
  const figure = (name: string) => position(page).getByText(name, { exact: true }).locator('xpath=..')
  await expect(figure('In vesting')).toHaveText('In vesting—The contracts name no Vesting.')
  await expect(figure('In redemption tickets')).toHaveText(
    'In redemption tickets—The contracts name no redemption queue.',
  )
})

test('the second visit asks once for the history, and once for what the account has', async ({ page }) => {
  // The newest blocks may be taken back, and somebody has staked in them.
  const other = privateKeyToAccount(generatePrivateKey())
  await fund(other.address, { metis: 5n })
  await allowMinter(other)
  const args = [other.address, 5n, true, other.address] as const
  await mined(await walletOf(other).writeContract({ ...legacy, ...minter, functionName: 'mint', args }))
  const asked: { method: string; params: unknown[] }[] = []
  page.on('request', (request) => {
    // Beside them it finds out which chain the hosts serve, and how far they are.
    const isAnswer = /eth_(call|getLogs)/.test(request.postData() ?? '')
    if (isL2(new URL(request.url())) && isAnswer) asked.push(JSON.parse(request.postData() ?? '{}'))
  })
  const visit = async () => {
    asked.length = 0
    await page.goto(`/en/rewards?account=${staker}`, { waitUntil: 'networkidle' })
    await expect(total(page)).toContainText(/[\d,]+\.\d{2}/)
    // But for the blocks that figures were read at, and how old they are: the server reads its own again.
    return page.getByRole('main').evaluate((main) => {
      const copy = main.cloneNode(true) as HTMLElement
      for (const source of copy.querySelectorAll('.tip-text > :last-child')) source.remove()
      return copy.textContent?.replace(/ \d+ (minutes|hours|days) ago/g, '')
    })
  }
  const first = await visit()
  // It holds tickets, which had to be searched for.
  expect(asked.filter(({ method }) => method === 'eth_call').length).toBeGreaterThan(1)
  expect(asked.filter(({ method }) => method === 'eth_getLogs').length).toBeGreaterThan(3)
  expect(await visit()).toBe(first)
  // Position and tickets in one multicall; then every log since the cursor.
  expect(asked.map(({ method }) => method)).toEqual(['eth_call', 'eth_getLogs'])
  expect(asked[1]?.params).toEqual([expect.objectContaining({ fromBlock: expect.stringMatching(/^0x/) })])
})

test('a payout on the open page raises the rewards by what it brings the shares, to the wei', async ({ page }) => {
  await open(page)
  const { shares } = await holdings(staker)
  const [before, worth, since] = [await exactTotal(page), await worthOf(shares), await l2.getBlockNumber()]
  await page.getByRole('button', { name: 'Advance 20 days' }).click()
  await expect(page.getByText('Done. The figures are being read again.')).toBeVisible()
  await page.getByRole('button', { name: 'Pay a reward' }).click()
  await expect(page.getByText('Done. The figures are being read again.')).toBeVisible()
  const { rewardDispatcher } = await readAddressBook(client)
  const payouts = await l2.getContractEvents({
    abi: rewardDispatcherAbi,
    address: rewardDispatcher ?? '0x',
    eventName: 'Dispatched',
    fromBlock: since + 1n,
    strict: true,
  })
  expect(payouts.length).toBeGreaterThan(0)
  expect((await holdings(staker)).shares).toBe(shares)
  const expected = before + (await worthOf(shares)) - worth
  expect(expected).toBeGreaterThan(before)
  await expect(total(page)).toContainText(`${formatExact(expected, 'en')} eMetis`)
  await expect(total(page)).toContainText(formatAmount(expected, 'en'))
})

const downloaded = async (page: Page, name: string): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
  let text = ''
  for await (const part of await download.createReadStream()) text += part
  return text
}

test('the files add up: shares to what is held, rewards to the payouts', async ({ page }) => {
  await open(page)
  const all = await downloaded(page, 'Download everything as CSV')
  expect(all.split('\r\n')[0]).toContain(`# account ${staker.toLowerCase()}`)
  const rows = readCsv(all)
  expect(sum(rows, 'shares_wei')).toBe((await holdings(staker)).shares)
  const payouts = rows.filter(({ action }) => action === 'payout')
  expect(sum(rows, 'reward_since_last_row_wei')).toBe(sum(payouts, 'amount_wei'))
  const koinly = readCsv(await downloaded(page, 'Download for Koinly'))
  expect(Object.keys(koinly[0] ?? {})).toContain('Received Currency')
  expect(koinly.length).toBeGreaterThan(5)
})

test('the history can be filtered, and the lots counted otherwise', async ({ page }) => {
  await open(page)
  const history = page.getByRole('region', { name: 'History' })
  await history.getByRole('button', { name: 'Payouts' }).click()
  await expect(history.getByRole('row').nth(1)).toContainText('Payout')
  const before = await total(page).textContent()
  await page.getByRole('radio', { name: 'A part of all, at average cost' }).check()
  await expect(total(page)).toHaveText(before ?? '')
})

/** Two stakes with a payout after each, a part taken out again, and ENKI that lets the rest of it vest; Vesting. */
async function live(account: PrivateKeyAccount) {
  await fund(account.address, { eMetis: parseEther('50') })
  for (const amount of ['20', '30']) {
    await stakeAll(account, parseEther(amount))
    await advance('20d')
    await relay()
  }
  await unstake(account, parseEther('25'))
  const at = await stakeEnki(account, parseEther('30'))
  await advance('10d')
  return at
}

/** An account's rewards by both ways of counting, from the logs as the chain has them now. */
async function readRewards(account: `0x${string}`) {
  const book = await readAddressBook(client)
  const read = createHistory({ client, dispatcher: book.rewardDispatcher ?? '0x', archive: (_, text) => text() })
  const past = await read(await readProtocol(client, book), Number.POSITIVE_INFINITY)
  const store = { read: async () => undefined, write: async () => {} }
  const {
    deeds,
    payouts,
    vault: now,
    block,
  } = await readAccountHistory({
    client,
    book,
    account,
    past,
    head: past.block,
    store,
  })
  const by = (method: 'fifo' | 'average') =>
    toRewards(movementsOf(deeds), payouts, { ...now, seconds: block.seconds }, method)
  return { fifo: by('fifo'), average: by('average') }
}

test('the sums are what the chain says by either way of counting, and so is what Vesting would pay', async ({
  page,
  wallet,
}) => {
  test.setTimeout(180_000)
  const { account, address } = wallet
  const vesting = await live(account)
  const figure = (name: string) => page.locator('dl').filter({ has: page.getByText(name, { exact: true }) })
  const soon = { timeout: 3_000 }
  await expect(async () => {
    const { fifo, average } = await readRewards(address)
    const due = await l2.readContract({ ...vesting, functionName: 'claimable', args: [address] })
    for (const each of [due, average.realised, fifo.realised - average.realised]) expect(each).toBeGreaterThan(0n)
    await page.goto(`/en/rewards?account=${address}`)
    await expect(figure('In vesting')).toContainText(`${formatAmount(due, 'en')} eMetis of it can be claimed`, soon)
    for (const [name, of] of [
      ['The oldest', fifo],
      ['A part of all, at average cost', average],
    ] as const) {
      await page.getByRole('radio', { name }).check()
      await expect(figure('Rewards so far')).toContainText(`${formatExact(of.rewards, 'en')} eMetis`, soon)
      await expect(figure('Realised')).toContainText(`${formatExact(of.realised, 'en')} eMetis`, soon)
      await expect(figure('Not realised')).toContainText(`${formatExact(of.unrealised, 'en')} eMetis`, soon)
      await expect(figure('Own rate, per year')).toContainText(formatRate(of.rate ?? Number.NaN, 'en'), soon)
    }
  }).toPass({ timeout: 120_000 })
})

test('says the same in Chinese', async ({ page }) => {
  await page.goto(`/zh/rewards?account=${staker}`)
  await expect(page.getByText('累计收益', { exact: true })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('未实现')
})
