import { parseEther } from 'viem'
import { holdings } from './chain'
import { amountField, closeFlow, fillStake, finish, flowDialog, openStake, signed, stakeButton } from './stake-form'
import { expect, test } from './test'

test('more METIS than there is: the button says so and nothing is asked of the wallet', async ({ page, wallet }) => {
  await openStake(page, wallet, { metis: '1', amount: '1.000000000000000001' })
  await expect(page.getByRole('main').getByRole('button', { name: 'Not enough METIS' })).toBeVisible()
  await expect(stakeButton(page)).toHaveCount(0)
  expect(signed(wallet)).toEqual([])
})

test('while paused, staking to seMetis says why not, and the way to eMetis stays open', async ({
  page,
  wallet,
  switches,
}) => {
  await switches.pause(true)
  await switches.served()
  await openStake(page, wallet)
  await expect(page.getByRole('main').getByRole('button', { name: 'Staking is paused' })).toBeVisible()
  await fillStake(page, { amount: '1', receive: 'eMetis' })
  await stakeButton(page).click()
  await finish(page)
  expect((await holdings(wallet.address)).eMetis).toBe(parseEther('1'))
})

test('while not public, an account without the beta role is told so', async ({ page, wallet, switches }) => {
  await switches.open(false)
  await switches.served()
  await openStake(page, wallet)
  await expect(page.getByRole('main').getByRole('button', { name: 'Staking is not public yet' })).toBeVisible()
  await fillStake(page, { amount: '1', receive: 'eMetis' })
  await expect(stakeButton(page)).toBeEnabled()
})

test('paused after the page was read: the simulation refuses in words before anything is signed', async ({
  page,
  wallet,
  switches,
}) => {
  await openStake(page, wallet, { isAllowed: true })
  await expect(stakeButton(page)).toBeEnabled()
  await switches.pause(true)
  await stakeButton(page).click()
  await expect(flowDialog(page)).toContainText('ENKI has paused staking')
  expect(signed(wallet)).toEqual([])
})

test('reverted on the chain: the dialog says so and the METIS is still there', async ({ page, wallet, switches }) => {
  await openStake(page, wallet, { isAllowed: true })
  const held = wallet.holdNext()
  await stakeButton(page).click()
  await held.asked
  await switches.pause(true)
  held.release()
  await expect(flowDialog(page)).toContainText('The contract refused the transaction')
  await expect(flowDialog(page).getByText('Done', { exact: true })).toHaveCount(0)
  await closeFlow(page)
  await expect(amountField(page)).toHaveValue('1')
  expect(await holdings(wallet.address)).toEqual({ metis: parseEther('10'), eMetis: 0n, shares: 0n })
})
