import { parseEther } from 'viem'
import { fund, holdings } from './chain'
import { advance, giveEnki, stakeAll } from './exit-chain'
import { button, openTab } from './redeem-form'
import { amountField, finish } from './stake-form'
import { connect, expect, test } from './test'
import type { Wallet } from './wallet'

/** An account with 30 eMetis in Vesting. */
async function vest(page: Parameters<typeof connect>[0], wallet: Wallet): Promise<void> {
  await fund(wallet.address, { eMetis: parseEther('100') })
  await stakeAll(wallet.account, parseEther('100'))
  await page.goto('/en/redeem')
  await connect(page)
  await expect(button(page, 'Max')).toBeEnabled()
  await button(page, 'Max').click()
  await button(page, 'Unstake').click()
  await finish(page)
  await openTab(page, 'Vesting')
}

test('without ENKI nothing is released; with enough of it all is, in 90 days', async ({ page, wallet }) => {
  test.setTimeout(180_000)
  await giveEnki(wallet.address, parseEther('300'))
  await vest(page, wallet)
  await expect(page.getByRole('main')).toContainText('Never at this pace')
  await expect(button(page, 'Claim')).toBeDisabled()
  await expect(button(page, 'Unstake ENKI')).toBeDisabled()
  await amountField(page).fill('300')
  await button(page, 'Stake ENKI').click()
  await finish(page)
  const before = (await holdings(wallet.address)).eMetis
  await advance('91d')
  await page.reload()
  await button(page, 'Claim').click()
  await finish(page)
  const paid = (await holdings(wallet.address)).eMetis - before
  expect(paid).toBeGreaterThan(parseEther('29.99'))
  expect(paid).toBeLessThanOrEqual(parseEther('30'))
  await button(page, 'Unstake ENKI').click()
  await finish(page)
  await expect(page.getByRole('main')).toContainText('Nothing vests for this account')
})

test('with half the ENKI half is released, and a pause in the middle stops all but the claim', async ({
  page,
  wallet,
  switches,
}) => {
  test.setTimeout(180_000)
  await giveEnki(wallet.address, parseEther('150'))
  await vest(page, wallet)
  await amountField(page).fill('150')
  await button(page, 'Stake ENKI').click()
  await finish(page)
  await expect(button(page, 'Unstake ENKI')).toBeEnabled()
  const picture = page.getByRole('img', { name: /^From .* on\. As it is: all/ })
  const [, date = ''] =
    /As it is: all [\d.,]+ eMetis by ([^.]+)\./.exec((await picture.getAttribute('aria-label')) ?? '') ?? []
  await page.getByText('Show as table').click()
  await expect(page.getByRole('table').getByRole('row', { name: date })).toContainText(/(30|29\.9\d*)(\.0+)? eMetis/)
  const before = (await holdings(wallet.address)).eMetis
  await advance('45d')
  await switches.pause(true)
  await switches.served()
  await page.reload()
  await expect(button(page, 'Paused by ENKI')).toBeVisible()
  await expect(button(page, 'Unstake ENKI')).toBeDisabled()
  await button(page, 'Claim').click()
  await finish(page)
  const paid = (await holdings(wallet.address)).eMetis - before
  expect(paid).toBeGreaterThan(parseEther('7.4'))
  expect(paid).toBeLessThan(parseEther('7.6'))
})
