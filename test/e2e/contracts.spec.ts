import type { Browser, Page } from '@playwright/test'
import { type Hex, keccak256, toHex } from 'viem'
import { mnemonicToAccount, privateKeyToAccount } from 'viem/accounts'
import { readAddressBook } from '@/lib/address-book'
import { eMetis, minter, vault } from '@/lib/contracts'
import { formatAddress } from '@/lib/format'
import { network } from '@/lib/network'
import { readProtocol } from '@/lib/protocol'
import { l1, l2 } from '@/lib/rpc'
import { mnemonic, stakers } from '../devnet/accounts'
import { exchangeCode, setVestingRatio } from './chain'
import { openTab } from './redeem-form'
import { type Switchboard, startSwitchboard } from './switchboard'
import { axe, connect, expect, test } from './test'
import { installWallet } from './wallet'

const main = (page: Page) => page.getByRole('main')

test.describe('Contracts without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('shows the verdict, every answer of the wiring check, and addresses with how they were found', async ({
    page,
  }) => {
    const book = await readAddressBook(l2)
    await page.goto('/en/contracts')
    const wiring = page.getByRole('region', { name: 'Do the contracts name each other' })
    await expect(wiring.getByText('as it should be')).toHaveCount(5)
    const list = page.getByRole('region', { name: 'ENKI on Metis' })
    for (const address of [
      vault.address,
      eMetis.address,
      minter.address,
      book.config,
      book.vesting,
      book.redemptionQueue,
    ])
      await expect(list).toContainText(formatAddress(address ?? 'none'))
    await expect(list.getByRole('listitem').filter({ hasText: 'Keeps the withheld part' })).toContainText(
      'Config.vesting()',
    )
    await expect(list.getByRole('listitem').filter({ hasText: 'The vault:' })).toContainText('pinned in the app')
  })

  test('shows whose code it is, who can change it, the rules in force and their changes', async ({ page }) => {
    await page.goto('/en/contracts')
    await expect(main(page)).toContainText('Every contract of ENKI is the one it should be')
    await expect(page.getByRole('region', { name: 'What you trust' })).toContainText(/Safe, \d of \d/)
    const rules = page.getByRole('region', { name: 'Parameters in force' })
    await expect(rules).toContainText('Part of an unstake that vests30%')
    await expect(rules).toContainText('Wait of a ticket20 days')
    const changes = page.getByRole('table', { name: 'Changes of parameters, rights and code' }).first()
    await expect(changes.getByRole('row').filter({ hasText: '21 days' }).first()).toContainText('Wait of a ticket')
    await expect(page.getByRole('link', { name: 'Download JSON' })).toBeVisible()
  })

  test('says the same in Chinese', async ({ page }) => {
    await page.goto('/zh/contracts')
    await expect(main(page)).toContainText('合约之间的指向对不对')
    await expect(main(page)).toContainText('固定写在本应用里')
  })
})

test('one link leads here at every width', async ({ page }) => {
  await page.goto('/en')
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await expect(page.getByRole('link', { name: 'Contracts', exact: true })).toHaveCount(1)
  }
  await page.setViewportSize({ width: 320, height: 640 })
  await page.getByRole('contentinfo').getByRole('link', { name: 'Contracts' }).click()
  await expect(page).toHaveURL(/\/en\/contracts$/)
})

test('an address is copied whole, by keyboard too', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/en/contracts')
  const button = page.getByRole('button', { name: 'Copy the address of seMetis' })
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await button.click()
  await expect.poll(clipboard).toBe(vault.address)
  await page.getByRole('button', { name: 'Copy the address of EMetisMinter' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(clipboard).toBe(minter.address)
})

type Asked = { kind: 'call' | 'slot' | 'code'; chainId: number; to: Hex; data: Hex; result: Hex | null }
type RecordFile = { network: string; chains: { id: number; block: string }[]; calls: Asked[] }

test('the file holds what both chains answer at its blocks', async ({ request }) => {
  await request.get('/en/contracts')
  const response = await request.get('/contracts.json')
  expect(response.headers()['content-disposition']).toContain('abzu-contracts.json')
  const file: RecordFile = await response.json()
  const clients = { [network.l2.id]: l2, [network.l1.id]: l1 }
  for (const { kind, chainId, to, data, result } of file.calls) {
    const client = clients[chainId]
    const blockNumber = BigInt(file.chains.find(({ id }) => id === chainId)?.block ?? 0)
    if (!client) throw new Error(`No chain has the id ${chainId}`)
    const code = async () => client.getCode({ address: to, blockNumber })
    const answer = {
      call: () =>
        client.call({ to, data, blockNumber }).then(
          (found) => found.data ?? '0x',
          () => null,
        ),
      slot: () => client.getStorageAt({ address: to, slot: data, blockNumber }),
      code: async () => keccak256((await code()) ?? '0x'),
    }
    // A call to an address without code succeeds and answers nothing.
    expect
      .soft((await answer[kind]()) ?? null, `${kind} ${to} ${data}`)
      .toBe(kind === 'code' && !result ? keccak256('0x') : result)
  }
  expect(file.calls.length).toBeGreaterThan(80)
})

/** The link that the page offers. */
async function copiedLink(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/en/contracts')
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('The link is in the clipboard.')).toBeVisible()
  return page.evaluate(() => navigator.clipboard.readText())
}

/** Opens a link as somebody else would, and asks the chains again. */
async function askAgain(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(link)
  await page.getByRole('button', { name: 'Ask the chains again' }).click()
  return page
}

test('a link is found true elsewhere, and says what has changed since', async ({ page, browser }) => {
  test.slow()
  const { vestingRatio } = await readProtocol(l2, await readAddressBook(l2))
  if (!vestingRatio) throw new Error('The devnet has no vesting part')
  const link = await copiedLink(page)
  const reader = await askAgain(browser, link)
  const found = reader.getByRole('region', { name: 'A record that was sent to you' })
  await expect(found).toContainText(/The record is true: .* the same \d+ answers/)
  await expect(found).toContainText('Nothing of it has changed since.')
  await reader.close()
  await setVestingRatio(250_000n)
  try {
    const later = await askAgain(browser, link)
    await expect(later.getByText('Config.vestingRatio(): 30% then, 25% now')).toBeVisible()
    await expect(later.getByRole('region', { name: 'A record that was sent to you' })).toContainText(
      'The record is true',
    )
    await later.getByText('All answers').first().click()
    await axe(later)
    await later.close()
  } finally {
    await setVestingRatio(vestingRatio)
  }
})

test('a link that is no record says so', async ({ page }) => {
  const link = await copiedLink(page)
  for (const [text, says] of [
    [link.slice(0, -40), 'This link is damaged'],
    [`/en/contracts#record=p${btoa('[1,"andromeda",[],[],[]]').replace(/=+$/, '')}`, 'of another network'],
    [`/en/contracts#record=p${btoa('[9]').replace(/=+$/, '')}`, 'another version of this app'],
    [`/en/contracts#record=p${'A'.repeat(70_000)}`, 'more than a record of this app ever holds'],
  ] as const) {
    await page.goto('about:blank')
    await page.goto(text)
    await expect(main(page).getByRole('alert')).toContainText(says)
  }
})

test('changes since the connected account staked are marked, once this browser knows when that was', async ({
  page,
}) => {
  const [staker] = stakers
  const account = Array.from({ length: 32 }, (_, addressIndex) => mnemonicToAccount(mnemonic, { addressIndex })).find(
    ({ address }) => address === staker,
  )
  const key = account?.getHdKey().privateKey
  if (!key) throw new Error('The first staker has no key')
  await installWallet(page, privateKeyToAccount(toHex(key)))
  await page.goto('/en/contracts')
  await connect(page)
  await expect(page.getByText('This browser does not know since when you have staked.')).toBeVisible()
  await page.getByRole('banner').getByRole('link', { name: 'Rewards' }).click()
  await expect(page.getByRole('region', { name: 'History' })).toBeVisible()
  await page.getByRole('banner').getByRole('link', { name: 'Contracts' }).click()
  await expect(page.getByText(/^\d+ changes since you first staked, on /)).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Reward for a block' }).first()).toContainText(
    'since you staked',
  )
})

const served = test.extend<{ board: Switchboard }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  board: async ({}, use) => {
    const board = await startSwitchboard({})
    await use(board)
    await board.stop()
  },
  baseURL: async ({ board }, use) => use(board.url),
})

served('an exchanged implementation is named here, and stops the forms', async ({ page, board, wallet }) => {
  served.setTimeout(180_000)
  const putBack = await exchangeCode(vault.address)
  try {
    // The server may have read the code while it started.
    await board.pass(3)
    await expect(async () => {
      await page.goto('/en/contracts')
      await expect(main(page)).toContainText('The code behind seMetis was exchanged', { timeout: 1_000 })
    }).toPass()
    await expect(main(page)).toContainText('0x000000000000000000000000000000000000c0de')
    const list = page.getByRole('region', { name: 'ENKI on Metis' }).getByRole('listitem')
    await expect(list.filter({ hasText: 'The vault:' })).toContainText('other implementation than on record')
    for (const path of ['stake', 'redeem']) {
      await page.goto(`/en/${path}`)
      if (path === 'redeem') await openTab(page, 'Redeem')
      await expect(main(page).getByRole('button', { name: 'Signing is stopped' }).first()).toBeDisabled()
      await expect(main(page).getByText('was exchanged').first()).toBeVisible()
    }
  } finally {
    await putBack()
  }
  await board.pass(3)
  await expect(async () => {
    await page.goto('/en/contracts')
    await expect(main(page)).toContainText('Every contract of ENKI is the one it should be', { timeout: 1_000 })
  }).toPass()
  expect(wallet.transactions()).toEqual([])
})
