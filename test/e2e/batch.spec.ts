import { parseEther } from 'viem'
import { createSmartAccount } from '../devnet/smart-account'
import { fund, holdings, holdMining, l2, mineAgain, positionOf } from './chain'
import { expectFits } from './misfit'
import { amountField, fillStake, finish, flowDialog, spell, stakeButton } from './stake-form'
import { axe, connect, expect, test } from './test'
import type { Wallet } from './wallet'

/** The calls of every batch that the wallet was asked for. */
const batches = (wallet: Wallet): string[][] =>
  wallet
    .asked('wallet_sendCalls')
    .map(({ params: [sent] }) => (sent as { calls: Parameters<typeof spell>[0][] }).calls.map(spell))

test.afterEach(mineAgain)

test('a wallet that carries out several calls as one is asked once', async ({ page, wallet }) => {
  const smart = await createSmartAccount(l2 as never, wallet.account)
  await fund(smart.address, { metis: parseEther('20') })
  wallet.become(smart.address, smart.methods)
  await page.goto('/en/stake')
  await connect(page)
  const dialog = flowDialog(page)
  const steps = dialog.getByRole('list', { name: 'Steps' }).getByRole('listitem')

  await test.step('declined, the form is as it was', async () => {
    await fillStake(page, { amount: '2' })
    wallet.rejectNext('wallet_sendCalls')
    await stakeButton(page).click()
    await expect(page.getByRole('main')).toContainText('You declined in the wallet')
    await expect(amountField(page)).toHaveValue('2')
    await expect(page.getByRole('button', { name: /^Transactions/ })).toHaveCount(0)
  })

  await test.step('both calls and what they do together are shown before it is signed', async () => {
    const held = wallet.holdNext('wallet_sendCalls')
    await stakeButton(page).click()
    await held.asked
    const calls = dialog.getByRole('region', { name: 'The 2 calls you sign as one' })
    await expect(calls).toContainText('approve')
    await expect(calls).toContainText('2000000000000000000')
    await expect(calls).toContainText('mint')
    await expect(calls).toContainText(/tried out on the chain now−2 METIS\+1\.\d+ seMetis/)
    for (const step of await steps.all()) await expect(step).toContainText('in progress')
    await axe(page)
    await expectFits(page, 'two calls to be signed as one')
    held.release()
    await finish(page)
    expect(await holdings(smart.address)).toMatchObject({ metis: parseEther('18'), eMetis: 0n })
    expect((await positionOf(smart.address)).metisAllowance).toBe(0n)
    expect(wallet.transactions()).toEqual([])
    expect(batches(wallet).at(-1)).toEqual([
      expect.stringMatching(/^metis\.approve\(.*, 2000000000000000000\)$/),
      expect.stringMatching(/^minter\.mint\(/),
    ])
  })

  await test.step('a reload goes on following it, and it is listed as what it is', async () => {
    await fillStake(page, { amount: '3' })
    await holdMining()
    await stakeButton(page).click()
    await expect(dialog).toContainText(/Sent. Waiting|Waiting for signers/)
    await page.reload()
    await expect(dialog).toContainText(/Sent. Waiting|Waiting for signers/)
    await expect(steps).toHaveCount(2)
    await mineAgain()
    await finish(page)
    await page.getByRole('button', { name: 'Transactions' }).click()
    const row = page.getByRole('dialog', { name: 'Transactions', exact: true }).getByRole('listitem').first()
    await expect(row).toContainText('Stake 3 METIS for seMetis')
    await expect(row).toContainText('Signed as one')
    await expect(row).toContainText('Mined in block')
    await row.getByText('Bytes signed').click()
    await axe(page)
    await expectFits(page, 'two calls signed as one, in the list')
    await page.keyboard.press('Escape')
  })

  await test.step('refused as one, it is signed one by one when that is chosen', async () => {
    const { wallet_getCapabilities: _, ...rest } = smart.methods
    const ready = { [`0x${l2.chain.id.toString(16)}`]: { atomic: { status: 'ready' } } }
    wallet.become(smart.address, { ...rest, wallet_getCapabilities: () => ready })
    await fillStake(page, { amount: '4' })
    wallet.rejectNext('wallet_sendCalls', 5750)
    const held = wallet.holdNext('wallet_sendCalls')
    await stakeButton(page).click()
    await held.asked
    await expect(dialog).toContainText('upgrade your account')
    held.release()
    await expect(dialog).toContainText('Nothing was sent. You can sign them one after the other')
    expect(wallet.transactions()).toEqual([])
    await dialog.getByRole('button', { name: 'Sign one by one' }).click()
    await finish(page)
    expect(wallet.transactions()).toHaveLength(2)
    expect((await holdings(smart.address)).metis).toBe(parseEther('11'))
  })
})
