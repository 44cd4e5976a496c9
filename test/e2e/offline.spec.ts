import { parseEther } from 'viem'
import { allowMinter, fund } from './chain'
import { amountField, fillStake, finish, flowDialog, signed, stakeButton } from './stake-form'
import { axe, connect, expect, test } from './test'

test.use({ tolerated: [/Failed to load resource|net::ERR/] })

test('offline: the last figures stay, marked, nothing is signed, and all goes on when the line is back', async ({
  page,
  context,
  wallet,
}) => {
  await fund(wallet.address, { metis: parseEther('20') })
  await allowMinter(wallet.account)
  await page.clock.install()
  await page.goto('/en/stake')
  await connect(page)
  await fillStake(page, { amount: '1.25', receive: 'eMetis' })
  await expect(stakeButton(page)).toBeEnabled()

  await context.setOffline(true)
  const main = page.getByRole('main')
  await stakeButton(page).click()
  await expect(flowDialog(page)).toContainText('The chain does not answer. Nothing was sent; try again in a moment.')
  await page.keyboard.press('Escape')
  const unread = main.getByText('Your balances could not be read. Nothing can be signed until they are')
  await expect(async () => {
    await page.clock.fastForward(31_000)
    await expect(unread).toBeVisible({ timeout: 400 })
  }).toPass()
  await expect(main).toContainText(/You have\s*20/)
  await expect(amountField(page)).toHaveValue('1.25')
  await axe(page)
  expect(signed(wallet)).toEqual([])

  await context.setOffline(false)
  await expect(async () => {
    await page.clock.fastForward(31_000)
    await expect(unread).toHaveCount(0, { timeout: 400 })
  }).toPass()
  await expect(amountField(page)).toHaveValue('1.25')
  await stakeButton(page).click()
  await finish(page)
  expect(signed(wallet)).toHaveLength(1)
})

test('offline: a part of the page that is still to come takes nothing down with it, and comes with the line', async ({
  page,
  context,
}) => {
  await page.goto('/en/redeem')
  await page.getByRole('textbox', { name: 'Amount' }).fill('2.5')
  await context.setOffline(true)
  await page.getByRole('tab', { name: 'Vesting' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('Loading')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Redeem')
  await context.setOffline(false)
  await expect(page.getByRole('tabpanel')).not.toContainText('Loading')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Redeem')
})
