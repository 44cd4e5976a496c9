import { parseEther } from 'viem'
import { eMetis, vault } from '@/lib/contracts'
import { fund } from './chain'
import { stakeAll } from './exit-chain'
import { flowDialog, openStake, stakeButton } from './stake-form'
import { connect, expect, test } from './test'

const asset = (address: string, symbol: string) => ({
  type: 'ERC20',
  options: { address, symbol, decimals: 18 },
})

test('after a stake the wallet is asked to list seMetis, and whatever it answers is said', async ({ page, wallet }) => {
  await openStake(page, wallet, { metis: '5', amount: '2' })
  await stakeButton(page).click()
  const dialog = flowDialog(page)
  await expect(dialog.getByText('Done', { exact: true })).toBeVisible()
  const offer = dialog.getByRole('button', { name: 'Add seMetis to your wallet' })
  wallet.rejectNext('wallet_watchAsset')
  await offer.click()
  await expect(dialog.getByText('Your wallet did not add seMetis.')).toBeVisible()
  await offer.click()
  await expect(dialog.getByText('Your wallet now lists seMetis.')).toBeVisible()
  expect(wallet.asked('wallet_watchAsset').at(-1)?.params).toEqual(asset(vault.address, 'seMetis'))
})

test('what an account holds can be listed from its position, on our chain', async ({ page, wallet }) => {
  await fund(wallet.address, { eMetis: parseEther('30') })
  await page.goto('/zh/stake')
  await page.goto('/en/stake')
  await connect(page)
  const position = page
    .getByRole('region', { name: 'Your position' })
    .or(page.locator('[aria-label="Your position"]'))
    .first()
  await expect(position.getByRole('button', { name: 'Add eMetis to your wallet' })).toBeVisible()
  await expect(position.getByRole('button', { name: /seMetis/ })).toHaveCount(0)
  await stakeAll(wallet.account, parseEther('20'))
  await page.reload()
  await expect(position.getByRole('button', { name: 'Add seMetis to your wallet' })).toBeVisible()
  await wallet.moveTo(1)
  await position.getByRole('button', { name: 'Add eMetis to your wallet' }).click()
  await expect(position.getByText('Your wallet now lists eMetis.')).toBeVisible()
  expect(wallet.asked('wallet_watchAsset').at(-1)?.params).toEqual(asset(eMetis.address, 'eMetis'))
})
