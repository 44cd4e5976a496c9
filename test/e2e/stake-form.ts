import type { Locator, Page } from '@playwright/test'
import { decodeFunctionData, type Hex } from 'viem'
import { eMetisAbi } from '@/abi/e-metis'
import { eMetisMinterAbi } from '@/abi/e-metis-minter'
import { seMetisAbi } from '@/abi/se-metis'
import { eMetis, metis, minter, vault } from '@/lib/contracts'
import { expect } from './test'
import type { Wallet } from './wallet'

const abis = new Map(
  [
    [metis.address, eMetisAbi] as const,
    [eMetis.address, eMetisAbi] as const,
    [minter.address, eMetisMinterAbi] as const,
    [vault.address, seMetisAbi] as const,
  ].map(([address, abi]) => [address.toLowerCase(), abi]),
)

/** A transaction the wallet signed, as `contract.function(arguments)`. */
export function spell({ to = '0x', data = '0x' }: { to?: Hex; data?: Hex }): string {
  const names = {
    [metis.address]: 'metis',
    [eMetis.address]: 'eMetis',
    [minter.address]: 'minter',
    [vault.address]: 'vault',
  }
  const name = Object.entries(names).find(([address]) => address.toLowerCase() === to.toLowerCase())?.[1] ?? to
  const abi = abis.get(to.toLowerCase())
  if (!abi) return `${name}(${data})`
  const { functionName, args = [] } = decodeFunctionData({ abi, data })
  return `${name}.${functionName}(${args.join(', ')})`
}

export const signed = (wallet: Wallet): string[] => wallet.transactions().map(spell)

export const flowDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Transaction' })
export const amountField = (page: Page): Locator => page.getByRole('textbox', { name: 'Amount' })
export const stakeButton = (page: Page): Locator =>
  page.getByRole('main').getByRole('button', { name: 'Stake', exact: true })

type Filled = { amount: string; give?: 'METIS' | 'eMetis'; receive?: 'seMetis' | 'eMetis' }

/** Fills the form as a person would; METIS to seMetis unless said otherwise. */
export async function fillStake(page: Page, { amount, give = 'METIS', receive = 'seMetis' }: Filled): Promise<void> {
  await page.getByRole('radiogroup', { name: 'Give' }).getByRole('radio', { name: give, exact: true }).check()
  if (give === 'METIS')
    await page.getByRole('radiogroup', { name: 'Receive' }).getByRole('radio', { name: receive, exact: true }).check()
  await amountField(page).fill(amount)
}

/** Waits until every step is mined and the figures have been read again, then closes the dialog. */
export async function finish(page: Page): Promise<void> {
  const dialog = flowDialog(page)
  await expect(dialog.getByText('Done', { exact: true })).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toBeHidden()
}
