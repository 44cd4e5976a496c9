import { pad } from 'viem'
import { answerSlots } from './browser-rpc'
import { holdings } from './chain'
import { closeFlow, finish, flowDialog, openStake, signed, stakeButton } from './stake-form'
import { expect, test } from './test'

const stranger = '0x000000000000000000000000000000000000dead'

test('code that was exchanged after the page was read is not signed for, and the reason is given', async ({
  page,
  wallet,
}) => {
  await openStake(page, wallet)
  await answerSlots(page, pad(stranger))
  await stakeButton(page).click()
  const dialog = flowDialog(page)
  await expect(dialog.getByText(`it now stands for ${stranger}`)).toBeVisible()
  await expect(dialog.getByText('Nothing was sent')).toBeVisible()
  expect(signed(wallet)).toEqual([])
  await page.unrouteAll()
  await closeFlow(page)
  await stakeButton(page).click()
  await finish(page)
  expect((await holdings(wallet.address)).shares).toBeGreaterThan(0n)
})

test('code that cannot be read is not signed for', async ({ page, wallet }) => {
  await openStake(page, wallet)
  await answerSlots(page, null)
  await stakeButton(page).click()
  await expect(flowDialog(page).getByText('nothing is signed unread')).toBeVisible()
  expect(signed(wallet)).toEqual([])
})
