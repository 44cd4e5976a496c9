import type { Browser, BrowserContext, Page } from '@playwright/test'
import { getAddress, type Hex, keccak256, parseEther, toHex } from 'viem'
import { mnemonicToAccount, privateKeyToAccount } from 'viem/accounts'
import { readAddressBook } from '@/lib/address-book'
import { dealer as dealerL1, eMetis, minter, vault } from '@/lib/contracts'
import { fromFragment, toFragment } from '@/lib/evidence-link'
import { formatAddress } from '@/lib/format'
import { readMarket } from '@/lib/market'
import { network } from '@/lib/network'
import { readProtocol } from '@/lib/protocol'
import { l1, l2 } from '@/lib/rpc'
import { mnemonic, stakers } from '../devnet/accounts'
import {
  allowMinter,
  changeCode,
  exchangeCode,
  fund,
  isL2,
  nameInConfig,
  rpcUrls,
  setVestingRatio,
  stranger,
} from './chain'
import { enterQueue, giveEnki, stakeAll, unstake } from './exit-chain'
import { button, openTab, ticketRow } from './redeem-form'
import { closeFlow, finish, flowDialog } from './stake-form'
import { type Switchboard, startSwitchboard } from './switchboard'
import { axe, connect, expect, test } from './test'
import { installWallet, type Wallet } from './wallet'

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
    await expect(main(page)).toContainText('Every contract of ENKI on Metis is the one it should be')
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
async function askAgain(
  browser: Browser,
  link: string,
  prepareIt = async (_: BrowserContext): Promise<unknown> => undefined,
): Promise<Page> {
  const context = await browser.newContext()
  await prepareIt(context)
  const page = await context.newPage()
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

test('a link with another time is found untrue, and one whose chain is silent is not found true', async ({
  page,
  browser,
}) => {
  const link = await copiedLink(page)
  const [place, fragment = ''] = link.split('#record=')
  const parsed = await fromFragment(fragment)
  if ('flaw' in parsed) throw new Error(parsed.flaw)
  const chains = parsed.evidence.chains.map((chain) => ({ ...chain, seconds: chain.seconds - 86_400 }))
  const other = await askAgain(browser, `${place}#record=${await toFragment({ ...parsed.evidence, chains })}`)
  await expect(other.getByText('The chains do not know the blocks of this record')).toBeVisible()
  await other.close()
  const deaf = await askAgain(browser, link, (context) =>
    context.route(`${rpcUrls[network.l1.id]}/**`, (each) => each.abort()),
  )
  const found = deaf.getByRole('region', { name: 'A record that was sent to you' })
  await expect(found).toContainText('What Ethereum devnet said could not be asked again: no RPC answered.')
  await expect(found).toContainText('Not every answer of today could be read.')
  await expect(found).not.toContainText('no state of a block that old')
  await deaf.close()
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

test.describe('changes since the connected account staked', () => {
  test.use({ tolerated: [/Failed to load resource|net::ERR/] })

  test('are marked once its logs were read, which is remembered', async ({ page }) => {
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
    const read = page.getByRole('button', { name: 'Read it from the logs' })
    await page.route(isL2, (route) => route.abort())
    await read.click()
    await expect(page.getByText('Your account’s logs could not be read.')).toBeVisible()
    await page.unrouteAll()
    await read.click()
    const known = page.getByText(/^\d+ changes on Metis devnet and Ethereum devnet since you first staked, on /)
    await expect(known).toBeVisible()
    await expect(read).toHaveCount(0)
    const row = page.getByRole('row').filter({ hasText: 'Reward for a block' }).first()
    await expect(row).toContainText('since you staked')
    await page.reload()
    await expect(known).toBeVisible()
  })

  test('are none of an account that never staked', async ({ page, wallet: _ }) => {
    await page.goto('/en/contracts')
    await connect(page)
    await page.getByRole('button', { name: 'Read it from the logs' }).click()
    await expect(page.getByText('No stake of this account in seMetis was found.')).toBeVisible()
  })
})

const served = test.extend<{ first: Parameters<typeof startSwitchboard>[0]; board: Switchboard }>({
  first: [{}, { option: true }],
  board: async ({ first }, use) => {
    const board = await startSwitchboard(first)
    await use(board)
    await board.stop()
  },
  baseURL: async ({ board }, use) => use(board.url),
})

/** Opens the page until it says so: the server keeps what it read for a while. */
const untilSaid = (page: Page, text: string) =>
  expect(async () => {
    await page.goto('/en/contracts')
    await expect(main(page)).toContainText(text, { timeout: 1_000 })
  }).toPass()

const good = 'Every contract of ENKI on Metis is the one it should be'

/** An account with something to do in every form: tokens, shares, a vest, a payable ticket, a permission left over. */
async function prepare({ account, address }: Wallet): Promise<bigint> {
  await fund(address, { metis: parseEther('5'), eMetis: parseEther('40') })
  await giveEnki(address, parseEther('5'))
  await allowMinter(account, parseEther('2'))
  await stakeAll(account, parseEther('20'))
  await unstake(account, parseEther('5'))
  return enterQueue(account, parseEther('4'))
}

const note = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i')

/** Every place where something would be signed is shut, and says why. */
async function expectStopped(page: Page, id: bigint, why: RegExp): Promise<void> {
  const stopped = main(page).getByRole('button', { name: 'Signing is stopped', exact: true })
  await page.goto('/en/stake')
  await expect(stopped).toBeDisabled()
  await expect(main(page).getByText(why)).toBeVisible()
  await page.getByRole('button', { name: /^Take back: The minter/ }).click()
  await expect(flowDialog(page).getByText(why)).toContainText('Nothing was sent')
  await closeFlow(page)
  await page.goto('/en/redeem')
  for (const tab of ['Unstake', 'Redeem', 'Vesting'] as const) {
    await openTab(page, tab)
    await expect(stopped).toBeDisabled()
    await expect(main(page).getByText(why).first()).toBeVisible()
    if (tab === 'Unstake') continue
    const place = tab === 'Redeem' ? ticketRow(page, id) : main(page)
    for (const act of tab === 'Redeem' ? ['Claim', 'Cancel'] : ['Claim', 'Unstake ENKI'])
      await expect(button(place, act)).toBeDisabled()
    await expect(place.getByText(why)).toHaveCount(tab === 'Redeem' ? 2 : 3)
  }
}

served(
  'whatever is wrong with the contracts is named here, and stops every signature',
  async ({ page, board, wallet }) => {
    served.setTimeout(180_000)
    const id = await prepare(wallet)
    await page.goto('/en/stake')
    await connect(page)
    const undo: (() => Promise<void>)[] = []
    const putBack = async () => {
      for (const each of undo.splice(0)) await each()
    }
    try {
      const exchanged = await exchangeCode(vault.address)
      const dealer = await exchangeCode(dealerL1.address, network.l1)
      undo.push(exchanged.undo, dealer.undo)
      const { pair } = await readMarket(l2, await readAddressBook(l2))
      undo.push((await changeCode(pair?.address ?? stranger)).undo)
      // The server may have read the code while it started.
      await board.pass(3)
      await untilSaid(page, 'The code behind seMetis was exchanged')
      await expect(main(page)).toContainText('ENKI’s contracts on Ethereum, for which you never sign: Dealer.')
      await expect(main(page)).toContainText('outside ENKI that you may sign for: Netswap pair.')
      const list = page.getByRole('region', { name: 'ENKI on Metis' }).getByRole('listitem')
      await expect(list.filter({ hasText: 'The vault:' })).toContainText('other implementation than on record')
      const now = `it now stands for ${stranger}, expected ${exchanged.known}.`
      await expect(main(page)).toContainText(note(now))
      await expectStopped(page, id, note(`The code behind seMetis was exchanged: ${now}`))
      await putBack()

      const changed = await changeCode(eMetis.address)
      undo.push(changed.undo)
      await board.pass(3)
      await untilSaid(page, 'The code of eMetis is not the code that was checked')
      const hashes = `its hash is ${changed.found}, expected ${changed.known}.`
      await expectStopped(page, id, note(`The code of eMetis is not the code that was checked: ${hashes}`))
      await putBack()

      undo.push(() => nameInConfig('ADDRESS_EMETIS_MINTER', minter.address))
      await nameInConfig('ADDRESS_EMETIS_MINTER', stranger)
      await board.pass(3)
      const named = `The contracts do not name each other as they should: eMetisMinter is ${getAddress(stranger)}, expected ${minter.address}.`
      await untilSaid(page, named)
      await expectStopped(page, id, note(named))
    } finally {
      await putBack()
    }
    expect(wallet.transactions()).toEqual([])
    await board.pass(3)
    await untilSaid(page, good)
    for (const text of ['on Ethereum, for which you never sign', 'outside ENKI that you may sign for'])
      await expect(main(page)).not.toContainText(text)
    await page.goto('/en/stake')
    await page.getByRole('button', { name: /^Take back: The minter/ }).click()
    await finish(page)
    expect(wallet.transactions()).toHaveLength(1)
  },
)

served.describe('a server that has just started, with a slow L2', () => {
  served.use({ first: { l2: { after: 250 } }, javaScriptEnabled: false })

  served('waits for the file, and calls nobody what it could not read', async ({ page, board, request }) => {
    const file: RecordFile = await (await request.get('/contracts.json')).json()
    expect(file.chains.map(({ id }) => id)).toEqual([network.l2.id, network.l1.id])
    expect(file.calls.length).toBeGreaterThan(80)
    board.set({
      l2: ({ method, params }) =>
        method === 'eth_getCode' && String(params[0]).toLowerCase() === vault.address.toLowerCase()
          ? { error: { code: -32000, message: 'missing trie node' } }
          : undefined,
    })
    await board.pass(2)
    const row = page
      .getByRole('region', { name: 'ENKI on Metis' })
      .getByRole('listitem')
      .filter({ hasText: 'The vault:' })
    const until = (text: string) =>
      expect(async () => {
        await page.goto('/en/contracts')
        await expect(row).toContainText(text, { timeout: 1_000 })
      }).toPass()
    await until('could not be read')
    // Who can change a contract is kept for longer than its code.
    await board.pass(11)
    await until('Its code was not read, so who can exchange it is not known.')
    await expect(row).not.toContainText('nobody found')
    await expect(page.getByRole('region', { name: 'What you trust' })).toContainText(
      'Of these the code was not read, so who can exchange it is not known: seMetis.',
    )
  })
})
