import { fillStake, finish, stakeButton } from './stake-form'
import { connect, connectButton, expect, test } from './test'

test('the Demo account stakes without any extension', async ({ page }) => {
  await page.goto('/en/stake')
  await connect(page, 'Demo account')
  await fillStake(page, { amount: '1.5' })
  await stakeButton(page).click()
  await finish(page)
})

test('the Demo account is still connected after a reload', async ({ page }) => {
  await page.goto('/en/stake')
  await connect(page, 'Demo account')
  await page.reload()
  await expect(connectButton(page)).toHaveCount(0)
})
