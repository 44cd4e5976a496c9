import type { Locator, Page } from '@playwright/test'
import { decodeFunctionData, type Hex, parseEther } from 'viem'
import { eMetisAbi } from '@/abi/e-metis'
import { eMetisMinterAbi } from '@/abi/e-metis-minter'
import { seMetisAbi } from '@/abi/se-metis'
import { eMetis, metis, minter, vault } from '@/lib/contracts'
import { en } from '@/lib/messages/en'
import { allowMinter, fund, holdMining } from './chain'
import { connect, expect, inEither } from './test'
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

export const flowDialog = (page: Page): Locator =>
  page.getByRole('dialog', { name: inEither(({ flow }) => flow.title) })
export const amountField = (page: Page): Locator =>
  page.getByRole('textbox', { name: inEither(({ stake }) => stake.amount) })
export const stakeButton = (page: Page): Locator =>
  page.getByRole('main').getByRole('button', { name: inEither(({ stake }) => stake.action) })

export const switchButton = (page: Page): Locator =>
  page.getByRole('main').getByRole('button', { name: 'Switch to Metis devnet' })

type Filled = { amount: string; give?: 'METIS' | 'eMetis'; receive?: 'seMetis' | 'eMetis' }

/** Fills the form as a person would; METIS to seMetis unless said otherwise. */
export async function fillStake(page: Page, { amount, give = 'METIS', receive = 'seMetis' }: Filled): Promise<void> {
  const choose = (group: 'give' | 'receive', name: string) =>
    // What is chosen before the page's own code has taken over does not last.
    expect(() =>
      page
        .getByRole('radiogroup', { name: inEither(({ stake }) => stake[group]) })
        .getByRole('radio', { name, exact: true })
        .check({ timeout: 1_000 }),
    ).toPass()
  await choose('give', give)
  if (give === 'METIS') await choose('receive', receive)
  await amountField(page).fill(amount)
}

type Opening = Partial<Filled> & {
  /** What the account has, in METIS. */
  metis?: string
  /** The minter may take all of it, so staking is one step. */
  isAllowed?: boolean
  language?: 'en' | 'zh'
}

/** A funded account on the Stake page, connected, with the form filled: one METIS to seMetis unless said otherwise. */
export async function openStake(
  page: Page,
  wallet: Wallet,
  { metis = '10', isAllowed = false, amount = '1', language = 'en', ...filled }: Opening = {},
): Promise<void> {
  await fund(wallet.address, { metis: parseEther(metis) })
  if (isAllowed) await allowMinter(wallet.account)
  await page.goto(`/${language}/stake`)
  await connect(page)
  await fillStake(page, { amount, ...filled })
}

/** Waits until a node has shown what was sent, and the page knows. */
export const expectSeen = (page: Page): Promise<void> =>
  expect
    .poll(() => page.evaluate(() => Object.values(localStorage).some((text) => /"outcome":"waiting"/.test(text))))
    .toBe(true)

/** Stakes one METIS that no approval is needed for, and waits until it is on its way; `mineAgain` lets it be taken. */
export async function sendOne(page: Page, wallet: Wallet): Promise<void> {
  await openStake(page, wallet, { isAllowed: true })
  await holdMining()
  await stakeButton(page).click()
  await expect(flowDialog(page)).toContainText('Sent. Waiting')
  await expectSeen(page)
}

/** Another tab of the same browser beside it, with its form filled. */
export async function openBeside(page: Page, wallet: Wallet, filled: Filled): Promise<Page> {
  const tab = await page.context().newPage()
  await wallet.joins(tab)
  await tab.goto('/en/stake')
  await fillStake(tab, filled)
  return tab
}

/** Presses the button, and is told in the dialog why the wallet is not asked. */
export async function expectRefused(page: Page, wallet: Wallet, why: 'otherTab' | 'sameCall'): Promise<void> {
  const asked = wallet.transactions().length
  await stakeButton(page).click()
  await expect(flowDialog(page)).toContainText(en.flow.stopped[why])
  await closeFlow(page)
  expect(wallet.transactions()).toHaveLength(asked)
}

/** Closes the dialog of a flow, which goes on all the same. */
export async function closeFlow(page: Page): Promise<void> {
  await flowDialog(page)
    .getByRole('button', { name: inEither(({ flow }) => flow.close) })
    .click()
  await expect(flowDialog(page)).toBeHidden()
}

/** Waits until every step is mined and the figures have been read again, then closes the dialog. */
export async function finish(page: Page): Promise<void> {
  await expect(flowDialog(page).getByText(inEither(({ flow }) => flow.done))).toBeVisible()
  await closeFlow(page)
}
