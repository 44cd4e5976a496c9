import type { Locator, Page } from '@playwright/test'
import { parseEther } from 'viem'
import { stakers } from '../devnet/accounts'
import { createSmartAccount } from '../devnet/smart-account'
import { fund, holdings, l2, positionOf } from './chain'
import {
  advance,
  balanceOf,
  enterQueue,
  giveEnki,
  giveLp,
  queueAddress,
  relay,
  setQueueMetis,
  stakeAll,
  unstake,
} from './exit-chain'
import { journalButton, journalDialog } from './journal-list'
import { expectFits } from './misfit'
import { neighbour } from './neighbour'
import { ticketRow } from './redeem-form'
import { flowDialog, stakeButton } from './stake-form'
import { axe, connectButton, expect, test } from './test'
import { type Wallet, walletName } from './wallet'

// Every flow by keys alone: reached by Tab, pressed by Enter, left by Escape.

// Weeks have passed without a payout, and whoever comes next looks at the last thirty days.
test.afterAll(relay)

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim() || document.activeElement?.getAttribute('aria-label'))

type Stop = 'button' | 'link' | 'textbox' | 'radio' | 'tab' | 'slider'
const reach = (page: Page, target: Locator) =>
  expect(async () => {
    await page.keyboard.press('Tab')
    await expect(target).toBeFocused({ timeout: 50 })
  }).toPass({ intervals: [0] })
const tabTo = (page: Page, name: string | RegExp, role: Stop) =>
  reach(page, page.getByRole(role, { name, exact: typeof name === 'string' }).first())

const connectByKeys = async (page: Page) => {
  await tabTo(page, 'Connect wallet', 'button')
  await page.keyboard.press('Enter')
  await tabTo(page, walletName, 'button')
  await page.keyboard.press('Enter')
  await expect(connectButton(page)).toHaveCount(0)
}

const closeWhenDone = async (page: Page) => {
  await expect(flowDialog(page).getByText('Done', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(flowDialog(page)).toBeHidden()
}

/** Presses Enter, and looks at each of the calls before the wallet signs it. */
const signLookedAt = async (page: Page, wallet: Wallet, ...calls: string[]) => {
  const holds = calls.map((call) => ({ call, ...wallet.holdNext() }))
  await page.keyboard.press('Enter')
  for (const { call, asked, release } of holds) {
    await asked
    await expect(flowDialog(page).getByRole('region', { name: 'The call you sign' })).toContainText(call)
    await axe(page)
    await expectFits(page, call)
    release()
  }
}

test('the first stop skips to the content', async ({ page }) => {
  await page.goto('/en')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Skip to the content')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true)
})

test('connect, type, stake, list the token in the wallet and close without a pointer', async ({ page, wallet }) => {
  await fund(wallet.address, { metis: parseEther('10') })
  await page.goto('/en/stake')
  await connectByKeys(page)
  await tabTo(page, 'Amount', 'textbox')
  await page.keyboard.type('2')
  await expect(stakeButton(page)).toBeEnabled()
  await tabTo(page, 'Stake', 'button')
  await page.keyboard.press('Enter')
  await expect(flowDialog(page).getByText('Done', { exact: true })).toBeVisible()
  await reach(page, flowDialog(page).getByRole('button', { name: 'Add seMetis to your wallet' }))
  await page.keyboard.press('Enter')
  await expect(flowDialog(page)).toContainText('Your wallet now lists seMetis.')
  expect(wallet.asked('wallet_watchAsset')).toHaveLength(1)
  await closeWhenDone(page)
  expect(await holdings(wallet.address)).toMatchObject({ metis: parseEther('8'), eMetis: 0n })
  expect((await holdings(wallet.address)).shares).toBeGreaterThan(0n)
})

test('send to another address, after comparing one that looks like the own, without a pointer', async ({
  page,
  wallet,
}) => {
  const { address } = wallet
  const alike = neighbour(address)
  await fund(address, { eMetis: parseEther('5') })
  await page.goto('/en/redeem?tab=redeem')
  await connectByKeys(page)
  await tabTo(page, 'Amount', 'textbox')
  await page.keyboard.type('2')
  await tabTo(page, 'Send to another address', 'button')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Recipient’s address', 'textbox')
  await page.keyboard.type(alike)
  await expect(page.getByRole('button', { name: 'Compare the address first' })).toBeDisabled()
  await reach(page, page.getByRole('checkbox'))
  await page.keyboard.press('Space')
  await tabTo(page, 'Request redemption', 'button')
  await signLookedAt(page, wallet, 'approve', 'enterRedemptionQueue')
  await closeWhenDone(page)
  const queue = await queueAddress()
  expect(await Promise.all([alike, address].map((each) => balanceOf(queue, each)))).toEqual([1n, 0n])
})

test('choose Unstake, type, sign, stop following that and sign again without a pointer', async ({ page, wallet }) => {
  await fund(wallet.address, { eMetis: parseEther('10') })
  await stakeAll(wallet.account, parseEther('10'))
  await page.goto('/en/redeem')
  await connectByKeys(page)
  await tabTo(page, 'Unstake', 'tab')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Redeem', exact: true })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('tab', { name: 'Unstake', exact: true })).toBeFocused()
  await tabTo(page, 'Amount', 'textbox')
  await page.keyboard.type('4')
  await expect(page.getByRole('button', { name: 'Unstake', exact: true })).toBeEnabled()
  wallet.withholdNext()
  await tabTo(page, 'Unstake', 'button')
  await page.keyboard.press('Enter')
  await expect(flowDialog(page)).toContainText('Sent. Waiting')
  await page.keyboard.press('Escape')
  await expect(flowDialog(page)).toBeHidden()
  await reach(page, journalButton(page))
  await page.keyboard.press('Enter')
  const entry = journalDialog(page).getByRole('listitem').first()
  // Its code comes when it is opened; a Tab before that would leave the button.
  await expect(entry).toBeVisible()
  await reach(page, entry.getByRole('button', { name: 'Stop following' }))
  await page.keyboard.press('Enter')
  await expect(entry).toContainText('No longer followed')
  await axe(page)
  // Where the button was, the way by Tab goes on.
  await reach(page, journalDialog(page).getByRole('button', { name: 'Download as JSON' }))
  await page.keyboard.press('Escape')
  await expect(journalButton(page)).toBeFocused()
  await tabTo(page, 'Unstake', 'button')
  await page.keyboard.press('Enter')
  await closeWhenDone(page)
  expect((await holdings(wallet.address)).shares).toBeLessThan(parseEther('10'))
})

test('stake ENKI and claim what has vested without a pointer', async ({ page, wallet }) => {
  await fund(wallet.address, { eMetis: parseEther('10') })
  await stakeAll(wallet.account, parseEther('10'))
  await unstake(wallet.account, parseEther('5'))
  await giveEnki(wallet.address, parseEther('30'))
  const before = (await holdings(wallet.address)).eMetis
  await page.goto('/en/redeem?tab=vesting')
  await connectByKeys(page)
  await tabTo(page, 'Amount', 'textbox')
  await page.keyboard.type('30')
  await expect(page.getByRole('button', { name: 'Stake ENKI', exact: true })).toBeEnabled()
  await page.keyboard.press('Enter')
  await closeWhenDone(page)
  await advance('30d')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Claim', exact: true })).toBeEnabled()
  await tabTo(page, 'Claim', 'button')
  await page.keyboard.press('Enter')
  await closeWhenDone(page)
  expect((await holdings(wallet.address)).eMetis).toBeGreaterThan(before)
})

test('cancel a ticket, claim another, then all at once, and read what was signed without a pointer', async ({
  page,
  wallet,
}) => {
  await fund(wallet.address, { eMetis: parseEther('12') })
  const [first, second] = [
    await enterQueue(wallet.account, parseEther('4')),
    await enterQueue(wallet.account, parseEther('5')),
  ]
  for (const amount of ['1', '2']) await enterQueue(wallet.account, parseEther(amount))
  await setQueueMetis(parseEther('12'))
  await advance('20d')
  await page.goto('/en/redeem?tab=redeem')
  await connectByKeys(page)
  await expect(ticketRow(page)).toHaveCount(4)
  await reach(page, ticketRow(page, first).getByRole('button', { name: 'Cancel', exact: true }))
  await page.keyboard.press('Enter')
  await tabTo(page, `Cancel ticket ${first}`, 'button')
  await page.keyboard.press('Enter')
  await closeWhenDone(page)
  await reach(page, ticketRow(page, second).getByRole('button', { name: 'Claim', exact: true }))
  await page.keyboard.press('Enter')
  await closeWhenDone(page)
  await tabTo(page, 'Claim all 2 payable', 'button')
  await page.keyboard.press('Enter')
  await closeWhenDone(page)
  await expect(ticketRow(page)).toHaveCount(0)
  expect(await holdings(wallet.address)).toEqual({ metis: parseEther('8'), eMetis: parseEther('3.98'), shares: 0n })

  await reach(page, journalButton(page))
  await page.keyboard.press('Enter')
  const entries = journalDialog(page).getByRole('listitem')
  await expect(entries).toHaveCount(4)
  await reach(page, entries.first().getByText('Bytes signed'))
  await page.keyboard.press('Enter')
  await expect(entries.first()).toContainText(`Account ${wallet.address}`)
  await page.keyboard.press('Escape')
  await expect(journalButton(page)).toBeFocused()
})

test('see an address’s rewards, read the chart and filter the history without a pointer', async ({ page }) => {
  const [staker = '0x'] = stakers
  await page.goto('/en/rewards')
  await tabTo(page, 'Account', 'textbox')
  await page.keyboard.type(staker)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`account=${staker}`))
  const cursor = page.getByRole('slider', { name: 'Payout read in the chart' })
  const last = Number(await cursor.getAttribute('aria-valuenow'))
  const text = (await cursor.getAttribute('aria-valuetext')) ?? ''
  await reach(page, cursor)
  await page.keyboard.press('ArrowLeft')
  await expect(cursor).toHaveAttribute('aria-valuenow', String(last - 1))
  await expect(cursor).not.toHaveAttribute('aria-valuetext', text)
  const history = page.getByRole('region', { name: 'History' })
  await reach(page, history.getByRole('button', { name: 'Payouts' }))
  await page.keyboard.press('Enter')
  await expect(history.getByRole('button', { name: 'Payouts', pressed: true })).toBeFocused()
  await expect(history.getByRole('row').nth(1)).toContainText('Payout')
})

test('Escape leaves the wallet list and gives the focus back', async ({ page }) => {
  await page.goto('/en/stake')
  await tabTo(page, 'Connect wallet', 'button')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(connectButton(page)).toBeFocused()
})

test('request a redemption without a pointer', async ({ page, wallet }) => {
  await fund(wallet.address, { eMetis: parseEther('5') })
  await page.goto('/en/redeem')
  await connectByKeys(page)
  await tabTo(page, 'Unstake', 'tab')
  await page.keyboard.press('ArrowRight')
  await tabTo(page, 'Amount', 'textbox')
  await page.keyboard.type('5')
  await expect(page.getByRole('button', { name: 'Request redemption', exact: true })).toBeEnabled()
  await page.keyboard.press('Enter')
  await closeWhenDone(page)
  await expect(ticketRow(page)).toHaveCount(1)
})

test('bring a ticket forward by the slider, then take its LP tokens back, without a pointer', async ({
  page,
  wallet,
}) => {
  test.setTimeout(60_000)
  await fund(wallet.address, { eMetis: parseEther('2') })
  const lp = await giveLp(wallet.address, parseEther('5'))
  const id = await enterQueue(wallet.account, parseEther('2'))
  await page.goto('/en/redeem?tab=redeem')
  await connectByKeys(page)
  const row = ticketRow(page, id)
  await reach(page, row.getByRole('button', { name: 'Speed up', exact: true }))
  await page.keyboard.press('Enter')
  const slider = row.getByRole('slider')
  await reach(page, slider)
  await page.keyboard.press('Home')
  const soonest = (await slider.getAttribute('aria-valuetext')) ?? ''
  await page.keyboard.press('ArrowRight')
  await expect(slider).not.toHaveAttribute('aria-valuetext', soonest)
  await reach(page, row.getByRole('button', { name: `Bring ticket ${id} forward`, exact: true }))
  await signLookedAt(page, wallet, 'approve', 'reduceRedemptionMaturity')
  await closeWhenDone(page)
  expect(await balanceOf(lp, wallet.address)).toBeLessThan(parseEther('5'))
  await setQueueMetis(parseEther('2'))
  await advance('40d')
  await page.reload()
  for (const name of ['Claim', 'Unlock LP']) {
    await reach(page, row.getByRole('button', { name, exact: true }))
    await page.keyboard.press('Enter')
    await closeWhenDone(page)
  }
  await expect(row).toHaveCount(0)
  expect(await balanceOf(lp, wallet.address)).toBe(parseEther('5'))
})

test('take ENKI back without a pointer', async ({ page, wallet }) => {
  await fund(wallet.address, { eMetis: parseEther('10') })
  await stakeAll(wallet.account, parseEther('10'))
  await unstake(wallet.account, parseEther('5'))
  await giveEnki(wallet.address, parseEther('300'))
  await page.goto('/en/redeem?tab=vesting')
  await connectByKeys(page)
  await tabTo(page, 'Amount', 'textbox')
  await page.keyboard.type('300')
  await expect(page.getByRole('button', { name: 'Stake ENKI', exact: true })).toBeEnabled()
  await signLookedAt(page, wallet, 'approve', 'stake')
  await closeWhenDone(page)
  await tabTo(page, 'Unstake ENKI', 'button')
  await page.keyboard.press('Enter')
  await closeWhenDone(page)
  await expect(page.getByRole('button', { name: 'Unstake ENKI', exact: true })).toBeDisabled()
})

test('give a larger permission than the stake takes, and take the rest back, without a pointer', async ({
  page,
  wallet,
}) => {
  await fund(wallet.address, { metis: parseEther('10') })
  await page.goto('/en/stake')
  await connectByKeys(page)
  await tabTo(page, 'Amount', 'textbox')
  await page.keyboard.type('2')
  await tabTo(page, 'Allow more than this takes', 'button')
  await page.keyboard.press('Enter')
  await tabTo(page, 'How much the minter may take in all', 'textbox')
  await page.keyboard.type('5')
  await tabTo(page, 'Stake', 'button')
  await page.keyboard.press('Enter')
  await closeWhenDone(page)
  expect((await positionOf(wallet.address)).metisAllowance).toBe(parseEther('3'))
  await tabTo(page, /^Take back/, 'button')
  await signLookedAt(page, wallet, 'approve')
  await closeWhenDone(page)
  expect((await positionOf(wallet.address)).metisAllowance).toBe(0n)
})

test('sign one by one what the wallet did not do as one, without a pointer', async ({ page, wallet }) => {
  const smart = await createSmartAccount(l2 as never, wallet.account)
  await fund(smart.address, { metis: parseEther('5') })
  wallet.become(smart.address, smart.methods)
  await page.goto('/en/stake')
  await connectByKeys(page)
  await tabTo(page, 'Amount', 'textbox')
  await page.keyboard.type('4')
  await expect(stakeButton(page)).toBeEnabled()
  wallet.rejectNext('wallet_sendCalls', 5750)
  await page.keyboard.press('Enter')
  const other = flowDialog(page).getByRole('button', { name: 'Sign one by one' })
  await expect(other).toBeVisible()
  await reach(page, other)
  await page.keyboard.press('Enter')
  await closeWhenDone(page)
  expect((await holdings(smart.address)).metis).toBe(parseEther('1'))
})
