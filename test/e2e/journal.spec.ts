import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { keccak256, parseEther } from 'viem'
import { generatePrivateKey } from 'viem/accounts'
import { minter } from '@/lib/contracts'
import { en } from '@/lib/messages/en'
import {
  allowMinter,
  becomeContract,
  carryOut,
  chainTime,
  fund,
  holdings,
  holdMining,
  l2Urls,
  mineAgain,
  positionOf,
} from './chain'
import { closeJournal, journalButton, journalDialog, openJournal } from './journal-list'
import {
  amountField,
  closeFlow,
  expectRefused,
  expectSeen,
  fillStake,
  finish,
  flowDialog,
  openBeside,
  openStake,
  sendOne,
  signed,
  stakeButton,
} from './stake-form'
import { axe, connect, connectButton, expect, test } from './test'
import { show } from './visibility'
import { refuse, type Wallet } from './wallet'

test.afterEach(mineAgain)

test('nothing signed, nothing to list', async ({ page }) => {
  await page.goto('/en/stake')
  await expect(journalButton(page)).toHaveCount(0)
})

test('every signed step is listed with what became of it, and can be exported', async ({ page, wallet }) => {
  await openStake(page, wallet, { amount: '2' })
  await stakeButton(page).click()
  await finish(page)
  await openJournal(page)
  const rows = journalDialog(page).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(0)).toContainText('Stake 2 METIS for seMetis')
  await expect(rows.nth(1)).toContainText('Allow the minter to take 2 METIS and no more')
  for (const row of await rows.all()) await expect(row).toContainText('Mined in block')
  await axe(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    journalDialog(page).getByRole('button', { name: 'Download as JSON' }).click(),
  ])
  const kept: { data: string; amount: string; account: string }[] = JSON.parse(
    await readFile(await download.path(), 'utf8'),
  )
  expect(kept.map(({ data }) => data)).toEqual(
    wallet
      .transactions()
      .map(({ data }) => data)
      .toReversed(),
  )
  expect(kept[0]).toMatchObject({ amount: String(parseEther('2')), account: wallet.address })
})

test('nothing that was signed is ever forgotten, however much that is', async ({ page, wallet }) => {
  const copies = 600
  await openStake(page, wallet, { amount: '2' })
  await stakeButton(page).click()
  await finish(page)
  const count = await page.evaluate((times) => {
    const own = Object.entries({ ...localStorage }).filter(([key]) => key.startsWith('abzu.journal.'))
    for (const [key, text] of own)
      for (let i = 0; i < times; i += 1) {
        const id = JSON.parse(text).id
        localStorage.setItem(`${key}${i}`, text.replace(id, `${id}${i}`))
      }
    return own.length * (times + 1)
  }, copies)
  await page.reload()
  await expect(connectButton(page)).toHaveCount(0)
  await fillStake(page, { amount: '1' })
  await stakeButton(page).click()
  await finish(page)
  await openJournal(page)
  expect(await journalDialog(page).getByRole('listitem').count()).toBeGreaterThan(count)
  await expect(journalDialog(page)).not.toContainText('did not keep')
})

test('a declined signature leaves no trace', async ({ page, wallet }) => {
  await openStake(page, wallet)
  wallet.rejectNext()
  await stakeButton(page).click()
  await expect(page.getByRole('main')).toContainText('You declined in the wallet')
  await expect(journalButton(page)).toHaveCount(0)
})

test('another page follows what was left open, to its end', async ({ page, wallet }) => {
  await sendOne(page, wallet)
  await page.goto('/en')
  await expect(journalButton(page)).toHaveAccessibleName('Transactions, 1 open')
  await expect(await openJournal(page)).toContainText('Waiting for a block')
  await mineAgain()
  await expect(journalDialog(page).getByRole('listitem').first()).toContainText('Mined in block')
  await closeJournal(page)
  await expect(journalButton(page)).toHaveAccessibleName('Transactions')
})

test('sped up while no page was open, it is still found', async ({ page, wallet }) => {
  await sendOne(page, wallet)
  await page.goto('about:blank')
  await wallet.speedUp()
  await mineAgain()
  await page.goto('/en/rewards')
  await expect(await openJournal(page)).toContainText('Mined in block')
  expect((await holdings(wallet.address)).metis).toBe(parseEther('9'))
})

for (const [name, act, sentence] of [
  ['cancelled', (wallet: Wallet) => wallet.cancel(), 'Cancelled in the wallet'],
  ['replaced', (wallet: Wallet) => wallet.replace(), 'Another transaction of the account took its place'],
] as const)
  test(`${name} while no page was open, it is called that`, async ({ page, wallet }) => {
    await sendOne(page, wallet)
    await page.goto('about:blank')
    await act(wallet)
    await mineAgain()
    await page.goto('/en')
    await expect(await openJournal(page)).toContainText(sentence)
  })

test('a wallet that fails after it has sent is not asked twice, and the truth is found', async ({ page, wallet }) => {
  await openStake(page, wallet, { isAllowed: true })
  await holdMining()
  wallet.failAfterSending(refuse(-32000, 'timeout'))
  await stakeButton(page).click()
  await expect(flowDialog(page)).toContainText('may have been sent all the same')
  await expect(flowDialog(page)).toContainText('The wallet reported a fault')
  await expect(flowDialog(page)).not.toContainText('Nothing was sent')
  await closeFlow(page)
  await expect(amountField(page)).toHaveValue('1')
  await expectRefused(page, wallet, 'sameCall')
  expect(signed(wallet)).toHaveLength(1)
  expect(wallet.asked('wallet_sendTransaction')).toEqual([])
  await mineAgain()
  await expect(await openJournal(page)).toContainText('Mined in block')
  expect((await holdings(wallet.address)).metis).toBe(parseEther('9'))
})

test('an entry that is no longer followed can be sent again', async ({ page, wallet }) => {
  await openStake(page, wallet, { isAllowed: true })
  wallet.failBeforeSending()
  await stakeButton(page).click()
  await expect(flowDialog(page)).toContainText('may have been sent all the same')
  await closeFlow(page)
  const row = await openJournal(page)
  await expect(row).toContainText('has not said that it sent this')
  await row.getByRole('button', { name: 'Stop following' }).click()
  await expect(row).toContainText('No longer followed')
  await closeJournal(page)
  await stakeButton(page).click()
  await finish(page)
  expect((await holdings(wallet.address)).metis).toBe(parseEther('9'))
})

test('what is no longer followed is not waited for on the page either', async ({ page, wallet }) => {
  await openStake(page, wallet, { isAllowed: true })
  wallet.withholdNext()
  await stakeButton(page).click()
  await expect(flowDialog(page)).toContainText('Sent. Waiting')
  await closeFlow(page)
  const row = await openJournal(page)
  await row.getByRole('button', { name: 'Stop following' }).click()
  await closeJournal(page)
  await stakeButton(page).click()
  await finish(page)
  expect((await holdings(wallet.address)).metis).toBe(parseEther('9'))
})

for (const isLate of [false, true])
  test(`what follows a step of a contract account ${isLate ? 'is planned anew where signers took more than a minute' : 'is asked for at once where a lone signer was quick'}`, async ({
    page,
    wallet,
  }) => {
    await page.clock.install({ time: await chainTime() })
    await openStake(page, wallet, { amount: '2', receive: 'eMetis' })
    await becomeContract(wallet.address)
    wallet.failBeforeSending({ result: keccak256(generatePrivateKey()) })
    await stakeButton(page).click()
    await expect(flowDialog(page)).toContainText('Waiting for signers')
    if (isLate) await page.clock.fastForward(61_000)
    wallet.failBeforeSending({ result: keccak256(generatePrivateKey()) })
    const [{ to, data } = {}] = wallet.transactions()
    await carryOut(wallet.address, { to: to ?? '0x', data: data ?? '0x' })
    if (isLate) await expect(flowDialog(page)).toContainText(en.flow.stopped.late)
    else await expect.poll(() => wallet.transactions().length).toBe(2)
    expect(wallet.transactions()).toHaveLength(isLate ? 1 : 2)
  })

test('while the signers of a contract account take their time, it can sign other things, and nothing twice', async ({
  page,
  wallet,
}) => {
  await openStake(page, wallet, { isAllowed: true, receive: 'eMetis' })
  await becomeContract(wallet.address)
  const hand = async (tab: Page) => {
    wallet.failBeforeSending({ result: keccak256(generatePrivateKey()) })
    await stakeButton(tab).click()
    await expect(flowDialog(tab)).toContainText('Waiting for signers')
  }
  await hand(page)
  await closeFlow(page)
  await expectRefused(page, wallet, 'sameCall')
  await amountField(page).fill('2')
  await hand(page)
  // With its dialog open, too.
  const second = await openBeside(page, wallet, { amount: '3', receive: 'eMetis' })
  await hand(second)
  await closeFlow(second)
  await closeFlow(page)
  for (const { to = '0x', data = '0x' } of wallet.transactions()) await carryOut(wallet.address, { to, data })
  await openJournal(page)
  await expect(journalDialog(page).getByText('Mined in block')).toHaveCount(3)
  expect((await holdings(wallet.address)).metis).toBe(parseEther('4'))
})

test('with no room to keep it, this tab knows of it all the same, and says so', async ({ page, wallet }) => {
  await openStake(page, wallet, { isAllowed: true })
  await page.evaluate(() => {
    for (let size = 2 ** 22; size >= 1; size /= 2)
      for (let i = 0; i < 3; i += 1)
        try {
          localStorage.setItem(`full.${size}.${i}`, 'x'.repeat(size))
        } catch {}
  })
  await holdMining()
  wallet.failAfterSending()
  await stakeButton(page).click()
  await expect(flowDialog(page)).toContainText('may have been sent all the same')
  await closeFlow(page)
  await expectRefused(page, wallet, 'sameCall')
  await openJournal(page)
  await expect(journalDialog(page)).toContainText('The browser did not keep all of this')
  await mineAgain()
  await expect(journalDialog(page).getByRole('listitem').first()).toContainText('Mined in block')
})

test('a second tab does not send what the first is sending, and sees how it ends', async ({ page, wallet }) => {
  await sendOne(page, wallet)
  const second = await openBeside(page, wallet, { amount: '3' })
  await expectRefused(second, wallet, 'otherTab')
  await expect(amountField(second)).toHaveValue('3')
  await expect(journalButton(second)).toHaveAccessibleName('Transactions, 1 open')
  await mineAgain()
  await expect(journalButton(second)).toHaveAccessibleName('Transactions')
  await finish(page)
  expect(signed(wallet)).toHaveLength(1)
  await stakeButton(second).click()
  await finish(second)
  expect((await holdings(wallet.address)).metis).toBe(parseEther('6'))
})

test('a permission that was on its way when the page was reloaded is not called the stake', async ({
  page,
  wallet,
}) => {
  await openStake(page, wallet, { amount: '2', receive: 'eMetis' })
  await holdMining()
  await stakeButton(page).click()
  await expectSeen(page)
  await page.reload()
  await mineAgain()
  await expect(flowDialog(page)).toContainText(en.flow.state.granted)
  await expect(flowDialog(page).getByText(en.flow.done, { exact: true })).toHaveCount(0)
  await closeFlow(page)
  await expect(amountField(page)).toHaveValue('2')
  await stakeButton(page).click()
  await finish(page)
  expect(signed(wallet)).toHaveLength(2)
})

test('a tab that nobody sees keeps no other one from signing', async ({ page, wallet }) => {
  await sendOne(page, wallet)
  await show(page, 'hidden')
  const beside = await openBeside(page, wallet, { amount: '3' })
  await mineAgain()
  await expect(journalButton(beside)).toHaveAccessibleName('Transactions')
  await stakeButton(beside).click()
  await finish(beside)
  await show(page, 'visible')
  await finish(page)
  expect(signed(wallet)).toHaveLength(2)
})

test('a tab that nobody sees keeps no other one from following what was left open', async ({ page, wallet }) => {
  await sendOne(page, wallet)
  await page.goto('/en')
  await expect(journalButton(page)).toHaveAccessibleName('Transactions, 1 open')
  await show(page, 'hidden')
  const beside = await openBeside(page, wallet, { amount: '3' })
  await mineAgain()
  await expect(journalButton(beside)).toHaveAccessibleName('Transactions')
})

test('a permission left over is shown and taken back', async ({ page, wallet }) => {
  await fund(wallet.address, { metis: parseEther('10') })
  await allowMinter(wallet.account)
  await page.goto('/en/stake')
  await connect(page)
  const card = page.getByRole('region', { name: 'Permissions left over' })
  await expect(card).toContainText('The minter may take any amount')
  await card.getByRole('button', { name: 'Take back: The minter may take any amount' }).click()
  await finish(page)
  await expect(card).toHaveCount(0)
  expect(signed(wallet)).toEqual([`metis.approve(${minter.address}, 0)`])
  expect((await positionOf(wallet.address)).metisAllowance).toBe(0n)
})

test('the call is shown with names, bytes and what it does, before it is signed', async ({ page, wallet }) => {
  await openStake(page, wallet, { isAllowed: true, amount: '2', receive: 'eMetis' })
  const held = wallet.holdNext()
  await stakeButton(page).click()
  await held.asked
  const call = flowDialog(page).getByRole('region', { name: 'The call you sign' })
  await expect(call).toContainText(`EMetisMinter${minter.address}`)
  await expect(call).toContainText(`you${wallet.address}`)
  await expect(call).toContainText('tried out on the chain now−2 METIS+2 eMetis')
  await call.getByText('The bytes').click()
  await expect(call).toContainText(wallet.transactions()[0]?.data ?? 'no data')
  await axe(page)
  held.release()
  await finish(page)
})

test('where no RPC tries the call out, what it does is said to be worked out only', async ({ page, wallet }) => {
  for (const url of l2Urls)
    await page.route(`${url}/**`, async (route) => {
      const { id, method, params } = route.request().postDataJSON() ?? {}
      // Nothing may stand in the place of anything.
      if (method !== 'eth_call' || params[2] === undefined) return route.fallback()
      const error = { code: -32602, message: 'too many arguments, want at most 2' }
      await route.fulfill({ json: { jsonrpc: '2.0', id, error }, headers: { 'access-control-allow-origin': '*' } })
    })
  await openStake(page, wallet, { isAllowed: true, amount: '2', receive: 'eMetis' })
  const held = wallet.holdNext()
  await stakeButton(page).click()
  await held.asked
  const call = flowDialog(page).getByRole('region', { name: 'The call you sign' })
  await expect(call).toContainText('Expected change, worked out here: the RPC did not try it out−2 METIS+2 eMetis')
  await expect(call).not.toContainText('tried out on the chain')
  held.release()
  await finish(page)
})

test('in Chinese', async ({ page, wallet }) => {
  await sendOne(page, wallet)
  await page.goto('/zh')
  await page.getByRole('button', { name: '交易记录，1 笔进行中' }).click()
  const dialog = page.getByRole('dialog', { name: '交易记录' })
  await expect(dialog.getByRole('listitem').first()).toContainText('质押 1 METIS，换得 seMetis')
  await expect(dialog).toContainText('等待打包进区块')
  await axe(page)
})
