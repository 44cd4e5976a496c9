import { parseEther } from 'viem'
import { holdings, holdMining, l1Id, l2Id, mineAgain } from './chain'
import {
  amountField,
  closeFlow,
  expectRefused,
  expectSeen,
  finish,
  flowDialog,
  openBeside,
  openStake,
  sendOne,
  signed,
  stakeButton,
  switchButton,
} from './stake-form'
import { expect, test } from './test'

test.describe('the chain of the wallet', () => {
  test('a wallet on another chain is switched when it connects', async ({ page, wallet }) => {
    wallet.putOn(l1Id, [l2Id])
    await openStake(page, wallet)
    expect(wallet.chainId()).toBe(l2Id)
    await stakeButton(page).click()
    await finish(page)
    expect(wallet.asked('wallet_addEthereumChain')).toEqual([])
    expect(signed(wallet)).toHaveLength(2)
  })

  test('a wallet that does not know the chain is told about it', async ({ page, wallet }) => {
    wallet.putOn(l1Id, [])
    await openStake(page, wallet)
    expect(wallet.chainId()).toBe(l2Id)
    expect(wallet.asked('wallet_addEthereumChain')).toHaveLength(1)
    await stakeButton(page).click()
    await finish(page)
    expect(signed(wallet)).toHaveLength(2)
  })

  test('a wallet moved to another chain is switched back by the button', async ({ page, wallet }) => {
    await openStake(page, wallet)
    await wallet.moveTo(l1Id)
    await switchButton(page).click()
    await expect.poll(wallet.chainId).toBe(l2Id)
    await stakeButton(page).click()
    await finish(page)
    expect(signed(wallet)).toHaveLength(2)
  })

  test('a wallet that forgot the chain meanwhile is told about it by the button', async ({ page, wallet }) => {
    await openStake(page, wallet)
    await wallet.moveTo(l1Id)
    wallet.putOn(l1Id, [])
    await switchButton(page).click()
    await expect.poll(wallet.chainId).toBe(l2Id)
    expect(wallet.asked('wallet_addEthereumChain')).toHaveLength(1)
    await expect(stakeButton(page)).toBeEnabled()
  })

  test('a wallet that moved without a word is switched before it signs', async ({ page, wallet }) => {
    await openStake(page, wallet)
    await expect(stakeButton(page)).toBeEnabled()
    wallet.putOn(l1Id, [l2Id])
    await stakeButton(page).click()
    await finish(page)
    expect(wallet.asked('wallet_switchEthereumChain')).toHaveLength(1)
    expect((await holdings(wallet.address)).metis).toBe(parseEther('9'))
  })

  test('a refused switch leaves the form as it was and says what to do', async ({ page, wallet }) => {
    await openStake(page, wallet)
    await wallet.moveTo(l1Id)
    wallet.rejectNext('wallet_switchEthereumChain')
    await switchButton(page).click()
    await expect(page.getByRole('main')).toContainText('Your wallet is on another network')
    await expect(amountField(page)).toHaveValue('1')
    await expect(switchButton(page)).toBeEnabled()
    expect(signed(wallet)).toEqual([])
  })
})

test('a refused signature returns to the filled form, and the next try works', async ({ page, wallet }) => {
  await openStake(page, wallet, { amount: '3' })
  wallet.rejectNext()
  await stakeButton(page).click()
  await expect.poll(() => wallet.transactions()).toHaveLength(1)
  await expect(flowDialog(page)).toBeHidden()
  await expect(amountField(page)).toHaveValue('3')
  await expect(page.getByRole('main')).toContainText('You declined in the wallet')
  expect((await holdings(wallet.address)).metis).toBe(parseEther('10'))
  await stakeButton(page).click()
  await finish(page)
  expect((await holdings(wallet.address)).metis).toBe(parseEther('7'))
})

test.describe('a transaction that waits', () => {
  test.afterEach(mineAgain)

  test('replaced by the same call at a higher price, it is done', async ({ page, wallet }) => {
    await sendOne(page, wallet)
    await wallet.speedUp()
    await mineAgain()
    await finish(page)
    expect((await holdings(wallet.address)).metis).toBe(parseEther('9'))
  })

  test('cancelled in the wallet, it is called cancelled', async ({ page, wallet }) => {
    await sendOne(page, wallet)
    await wallet.cancel()
    await mineAgain()
    await expect(flowDialog(page)).toContainText('cancelled')
    await expect(flowDialog(page).getByText('Done', { exact: true })).toHaveCount(0)
    expect((await holdings(wallet.address)).metis).toBe(parseEther('10'))
  })

  test('replaced by something else, it is called replaced', async ({ page, wallet }) => {
    await sendOne(page, wallet)
    await wallet.replace()
    await mineAgain()
    await expect(flowDialog(page)).toContainText('Another transaction')
    await expect(flowDialog(page)).not.toContainText('cancelled')
    await expect(flowDialog(page).getByText('Done', { exact: true })).toHaveCount(0)
  })

  test('the next step is asked for with its call in view, however the dialog was closed', async ({ page, wallet }) => {
    await openStake(page, wallet)
    await holdMining()
    await stakeButton(page).click()
    await expect(flowDialog(page)).toContainText('Sent. Waiting')
    await closeFlow(page)
    const held = wallet.holdNext()
    await mineAgain()
    await held.asked
    await expect(flowDialog(page).getByRole('region', { name: 'The call you sign' })).toContainText('mint')
    held.release()
    await finish(page)
    expect(signed(wallet)).toHaveLength(2)
  })

  test('a page that was left asks for no further step, and no other page takes it over', async ({ page, wallet }) => {
    await openStake(page, wallet)
    await holdMining()
    await stakeButton(page).click()
    await expect(flowDialog(page)).toContainText('Sent. Waiting')
    await expectSeen(page)
    await closeFlow(page)
    const go = (name: string) => page.getByRole('banner').getByRole('link', { name, exact: true }).click()
    await go('Redeem')
    await expect(page.getByRole('tab', { name: 'Unstake' })).toBeVisible()
    await mineAgain()
    const openEntries = () =>
      Object.values(localStorage).filter((text) => /"outcome":"(sent|waiting)"/.test(text)).length
    await expect.poll(() => page.evaluate(openEntries)).toBe(0)
    await expect(flowDialog(page)).toHaveCount(0)
    await go('Stake')
    await expect(amountField(page)).toHaveValue('1')
    expect(signed(wallet)).toHaveLength(1)
    await stakeButton(page).click()
    await finish(page)
    expect(signed(wallet)).toHaveLength(2)
    await expect(amountField(page)).toHaveValue('')
    expect((await holdings(wallet.address)).metis).toBe(parseEther('9'))
  })

  test('a reload goes on following it, and no other tab signs meanwhile', async ({ page, wallet }) => {
    await sendOne(page, wallet)
    await page.reload()
    await expect(flowDialog(page)).toContainText('Sent. Waiting')
    const second = await openBeside(page, wallet, { amount: '2' })
    await expectRefused(second, wallet, 'otherTab')
    await second.close()
    await mineAgain()
    await finish(page)
    expect(signed(wallet)).toHaveLength(1)
    expect((await holdings(wallet.address)).metis).toBe(parseEther('9'))
  })
})
