import { parseEther } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { en } from '@/lib/messages/en'
import { fund, holdings, holdMining, mineAgain } from './chain'
import { advance, balanceOf, claimTicket, enterQueue, giveLp, sendTicket, setQueueMetis, stakeAll } from './exit-chain'
import { button, openTab, ticketList, ticketRow } from './redeem-form'
import { amountField, closeFlow, finish, flowDialog, openStake, stakeButton } from './stake-form'
import { axe, connect, expect, test } from './test'
import { walletName } from './wallet'

test('the whole way: METIS, seMetis, eMetis, ticket, 20 days, METIS', async ({ page, wallet }) => {
  test.setTimeout(60_000)
  await openStake(page, wallet, { metis: '100', amount: '60' })
  await stakeButton(page).click()
  await finish(page)

  await page.getByRole('link', { name: 'Redeem', exact: true }).click()
  await openTab(page, 'Unstake')
  await expect(button(page, 'Max')).toBeEnabled()
  await button(page, 'Max').click()
  await button(page, 'Unstake').click()
  await finish(page)
  const unstaked = await holdings(wallet.address)
  expect(unstaked.shares).toBe(0n)
  expect(unstaked.eMetis).toBeGreaterThan(parseEther('41.9'))
  expect(unstaked.eMetis).toBeLessThanOrEqual(parseEther('42'))

  await openTab(page, 'Redeem')
  await button(page, 'Max').click()
  await button(page, 'Request redemption').click()
  await finish(page)
  await expect(ticketRow(page)).toHaveCount(1)
  await expect(ticketRow(page)).toContainText('Waiting')
  await expect(button(ticketRow(page), 'Claim')).toBeDisabled()
  await expect(page.getByRole('main')).toContainText(/Ticket \d+ is yours/)

  await setQueueMetis(unstaked.eMetis)
  await advance('20d')
  await page.reload()
  await expect(ticketRow(page)).toContainText('now: mature, and the queue holds its METIS')
  await expect(page).toHaveTitle(/^\(1 ready\) /)
  await button(ticketRow(page), 'Claim').click()
  await finish(page)
  await expect(ticketRow(page)).toHaveCount(0)
  await expect(page).not.toHaveTitle(/ready/)
  expect(await holdings(wallet.address)).toEqual({ metis: parseEther('40') + unstaked.eMetis, eMetis: 0n, shares: 0n })
})

test('what arrives now can be asked for exactly', async ({ page, wallet }) => {
  await fund(wallet.address, { eMetis: parseEther('30') })
  await stakeAll(wallet.account, parseEther('30'))
  await page.goto('/en/redeem')
  await connect(page)
  await page.getByRole('radio', { name: 'Received now' }).check()
  await amountField(page).fill('7')
  await button(page, 'Unstake').click()
  await finish(page)
  expect((await holdings(wallet.address)).eMetis).toBe(parseEther('7'))
})

test('a ticket is cancelled for its fee, after being asked once more', async ({ page, wallet }) => {
  await fund(wallet.address, { eMetis: parseEther('10') })
  const id = await enterQueue(wallet.account, parseEther('10'))
  await page.goto('/en/redeem?tab=redeem')
  await connect(page)
  await button(ticketRow(page, id), 'Cancel').click()
  await expect(ticketRow(page, id)).toContainText('You get 9.95 eMetis back; the queue keeps 0.05 eMetis')
  await button(page, 'Keep it').click()
  await expect(button(page, `Cancel ticket ${id}`)).toHaveCount(0)
  await button(ticketRow(page, id), 'Cancel').click()
  await button(page, `Cancel ticket ${id}`).click()
  await finish(page)
  await expect(ticketRow(page, id)).toHaveCount(0)
  expect((await holdings(wallet.address)).eMetis).toBe(parseEther('9.95'))
})

test('a ticket is brought forward, paid, and its LP tokens are taken back', async ({ page, wallet }) => {
  test.setTimeout(60_000)
  await fund(wallet.address, { eMetis: parseEther('2') })
  const lp = await giveLp(wallet.address, parseEther('5'))
  const id = await enterQueue(wallet.account, parseEther('2'))
  await page.goto('/en/redeem?tab=redeem')
  await connect(page)
  const row = ticketRow(page, id)
  await button(row, 'Speed up').click()
  await row.getByRole('slider').fill('10')
  await expect(row).toContainText('10 days')
  await button(row, `Bring ticket ${id} forward`).click()
  await finish(page)
  await expect(row).toContainText('LP tokens locked')
  await expect(button(row, 'Unlock LP')).toBeDisabled()
  await setQueueMetis(parseEther('2'))
  await advance('10d')
  await page.reload()
  await button(row, 'Claim').click()
  await finish(page)
  await expect(row).toContainText('Paid, LP tokens left')
  await expect(button(row, 'Cancel')).toHaveCount(0)
  await advance('21d')
  await page.reload()
  const held = wallet.holdNext()
  await button(row, 'Unlock LP').click()
  await held.asked
  await expect(flowDialog(page).getByText('Change, tried out on the chain now')).toBeVisible()
  await expect(flowDialog(page)).toContainText(/\+[\d.,]+ LP/)
  held.release()
  await finish(page)
  await expect(row).toHaveCount(0)
  expect(await balanceOf(lp, wallet.address)).toBe(parseEther('5'))
  expect((await holdings(wallet.address)).metis).toBe(parseEther('2'))
})

test('while one claim is on its way another button shows it, and nothing more is asked', async ({ page, wallet }) => {
  await fund(wallet.address, { eMetis: parseEther('5') })
  const [first, second] = [
    await enterQueue(wallet.account, parseEther('2')),
    await enterQueue(wallet.account, parseEther('3')),
  ]
  await setQueueMetis(parseEther('5'))
  await advance('21d')
  await page.goto('/en/redeem?tab=redeem')
  await connect(page)
  const claim = (id: bigint) => button(ticketRow(page, id), 'Claim').click()
  await holdMining()
  try {
    await claim(first)
    await expect(flowDialog(page)).toContainText('Sent. Waiting')
    await closeFlow(page)
    await claim(second)
    await expect(flowDialog(page)).toContainText('Sent. Waiting')
    expect(wallet.transactions()).toHaveLength(1)
  } finally {
    await mineAgain()
  }
  await finish(page)
  await claim(second)
  await finish(page)
  expect((await holdings(wallet.address)).metis).toBe(parseEther('5'))
})

test('a ticket received from another account is in the list', async ({ page, wallet }) => {
  const other = privateKeyToAccount(generatePrivateKey())
  await fund(other.address, { eMetis: parseEther('4') })
  const id = await enterQueue(other, parseEther('4'))
  await sendTicket(other, wallet.address, id)
  await page.goto('/en/redeem?tab=redeem')
  await connect(page)
  await expect(ticketRow(page, id)).toContainText('Waiting')
  await expect(ticketList(page).getByRole('row')).toHaveCount(1)
})

test('two accounts race for the queue’s METIS: the later one is told, and paid once METIS has come', async ({
  page,
  wallet,
}) => {
  test.setTimeout(60_000)
  const other = privateKeyToAccount(generatePrivateKey())
  await fund(wallet.address, { eMetis: parseEther('6') })
  await fund(other.address, { eMetis: parseEther('6') })
  const own = await enterQueue(wallet.account, parseEther('6'))
  const theirs = await enterQueue(other, parseEther('6'))
  await setQueueMetis(parseEther('6'))
  await advance('20d')
  await page.goto('/en/redeem?tab=redeem')
  await connect(page)
  await expect(button(ticketRow(page, own), 'Claim')).toBeEnabled()
  await claimTicket(other, theirs)
  await button(ticketRow(page, own), 'Claim').click()
  await expect(flowDialog(page).getByText('Done', { exact: true })).toHaveCount(0)
  await expect(flowDialog(page)).toContainText(en.failure.queueShort)
  await flowDialog(page).getByRole('button', { name: 'Close' }).click()
  await page.reload()
  await expect(ticketRow(page, own)).toContainText('Mature, not yet payable')
  await expect(button(ticketRow(page, own), 'Claim')).toBeDisabled()
  await setQueueMetis(parseEther('6'))
  await page.reload()
  await button(ticketRow(page, own), 'Claim').click()
  await finish(page)
  expect((await holdings(wallet.address)).metis).toBe(parseEther('6'))
})

test('all payable tickets are claimed in one flow', async ({ page, wallet }) => {
  await fund(wallet.address, { eMetis: parseEther('9') })
  await enterQueue(wallet.account, parseEther('4'))
  await enterQueue(wallet.account, parseEther('5'))
  await setQueueMetis(parseEther('9'))
  await advance('20d')
  await page.goto('/en/redeem?tab=redeem')
  await connect(page)
  await button(page, 'Claim all 2 payable').click()
  await expect(flowDialog(page).getByRole('listitem')).toHaveCount(2)
  await expect(flowDialog(page)).toContainText('You received 9 METIS.')
  await finish(page)
  expect((await holdings(wallet.address)).metis).toBe(parseEther('9'))
})

test('a calendar file keeps the ticket’s identity', async ({ page, wallet }) => {
  await fund(wallet.address, { eMetis: parseEther('3') })
  const id = await enterQueue(wallet.account, parseEther('3'))
  await page.goto('/en/redeem?tab=redeem')
  await connect(page)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    button(page, `Calendar file for ticket ${id}`).click(),
  ])
  expect(file.suggestedFilename()).toBe(`abzu-ticket-${id}.ics`)
})

test('a second open tab of the same account shows the new ticket', async ({ page, context }) => {
  await page.goto('/en/redeem?tab=redeem')
  await connect(page, 'Demo account')
  const second = await context.newPage()
  await second.clock.install()
  await second.goto('/en/redeem?tab=redeem')
  await expect(button(second, 'Max')).toBeEnabled()
  await amountField(page).fill('1.5')
  await button(page, 'Request redemption').click()
  await finish(page)
  const made = /Ticket (\d+) is yours/.exec((await page.getByRole('main').textContent()) ?? '')?.[1]
  await second.clock.fastForward(31_000)
  await expect(ticketRow(second, BigInt(made ?? -1))).toBeVisible()
})

test('tabs move by arrow keys and can be linked to', async ({ page }) => {
  await page.goto('/en/redeem')
  await page.getByRole('tab', { name: 'Unstake', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Redeem', exact: true })).toBeFocused()
  await expect(page).toHaveURL(/\?tab=redeem$/)
  await page.keyboard.press('End')
  await expect(page.getByRole('tab', { name: 'Vesting', exact: true })).toBeFocused()
  await page.reload()
  await expect(button(page, 'Connect wallet to stake ENKI')).toBeVisible()
})

test('axe finds nothing in a list with a ticket that is about to be brought forward', async ({ page, wallet }) => {
  await fund(wallet.address, { eMetis: parseEther('3') })
  await giveLp(wallet.address, parseEther('1'))
  const id = await enterQueue(wallet.account, parseEther('3'))
  await page.goto('/en/redeem?tab=redeem')
  await connect(page)
  await button(ticketRow(page, id), 'Speed up').click()
  await expect(ticketRow(page, id).getByRole('slider')).toBeVisible()
  await axe(page)
})

for (const route of ['/en/redeem', '/zh/redeem'])
  for (const tab of ['unstake', 'redeem', 'vesting'])
    test(`axe finds nothing on ${route}?tab=${tab}, and it fits 320 px`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(`${route}?tab=${tab}`)
      await expect(page.getByRole('tabpanel')).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      await axe(page)
    })

test('the page in Chinese redeems too', async ({ page, wallet }) => {
  await fund(wallet.address, { eMetis: parseEther('2') })
  await page.goto('/zh/redeem?tab=redeem')
  await page.getByRole('banner').getByRole('button', { name: '连接钱包', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: walletName }).click()
  await page.getByRole('main').getByRole('textbox').fill('２')
  const held = wallet.holdNext()
  await page.getByRole('main').getByRole('button', { name: '申请赎回', exact: true }).click()
  await held.asked
  await axe(page)
  held.release()
  await expect(page.getByRole('dialog').getByText('完成', { exact: true })).toBeVisible()
  await axe(page)
  await expect(page.getByRole('region', { name: '赎回凭证' }).getByRole('row')).toHaveCount(1)
})
