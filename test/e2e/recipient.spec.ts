import type { Locator, Page } from '@playwright/test'
import { type Address, parseEther, zeroAddress } from 'viem'
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts'
import { vault } from '@/lib/contracts'
import { allowMinter, fund, holdings, l2 } from './chain'
import { expectFits } from './misfit'
import { neighbour } from './neighbour'
import { amountField, fillStake, finish, flowDialog, signed } from './stake-form'
import { axe, connect, expect, test } from './test'

const main = (page: Page): Locator => page.getByRole('main')
const opener = (page: Page): Locator => main(page).getByRole('button', { name: 'Send to another address' })
const addressField = (page: Page): Locator => main(page).getByRole('textbox', { name: 'Recipient’s address' })
/** The one button of the form, by what it says. */
const says = (page: Page, name: string): Locator => main(page).getByRole('button', { name, exact: true })

/** Nobody has ever had to do with it. */
const newcomer = (): Address => privateKeyToAddress(generatePrivateKey())
/** Small letters for capital ones, and capital for small. */
const swapped = (address: Address): string =>
  address.replace(/[a-f]/gi, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()))

test('a stake goes to somebody else only on purpose, and the whole address is shown before it is signed', async ({
  page,
  wallet,
}) => {
  const friend = newcomer()
  await fund(wallet.address, { metis: parseEther('100') })
  await allowMinter(wallet.account)
  await page.goto('/en/stake')
  await connect(page)
  await fillStake(page, { amount: '5' })

  await test.step('the account itself is the recipient, and nothing is asked', async () => {
    await expect(says(page, 'Stake')).toBeEnabled()
    await expect(addressField(page)).toHaveCount(0)
  })

  await test.step('by keyboard it opens, and closes again with the focus where it was', async () => {
    await opener(page).focus()
    await page.keyboard.press('Enter')
    await expect(says(page, 'Enter the address')).toBeDisabled()
    await expect(addressField(page)).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(addressField(page)).toBeFocused()
    await page.keyboard.type(friend.slice(0, -1))
    await expect(main(page)).toContainText('An address has 40 digits after 0x, this has 39.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(opener(page)).toBeFocused()
    await expect(opener(page)).toHaveAttribute('aria-expanded', 'false')
    await expect(says(page, 'Stake')).toBeEnabled()
    await page.keyboard.press('Enter')
    await expect(addressField(page)).toHaveValue('')
  })

  await test.step('whatever names nobody is refused with its reason', async () => {
    for (const [text, reason] of [
      ['enki.eth', 'Names are not looked up'],
      ['my friend', 'This is no address'],
      [swapped(friend), 'Small and capital letters do not fit'],
      [zeroAddress, 'belongs to nobody'],
      [wallet.address.toLowerCase(), 'your own account'],
      [vault.address, 'a contract that the app knows'],
    ] as const) {
      await addressField(page).fill(text)
      await expect(main(page)).toContainText(reason)
      await expect(says(page, 'Correct the address')).toBeDisabled()
    }
  })

  await test.step('what looks like the own account is stopped until every digit was compared', async () => {
    const fake = neighbour(wallet.address)
    await addressField(page).fill(fake)
    await expect(main(page)).toContainText('it begins and ends like it')
    await expect(says(page, 'Compare the address first')).toBeDisabled()
    await axe(page)
    await main(page).getByRole('checkbox', { name: 'I have compared every digit' }).check()
    await expect(says(page, 'Stake')).toBeEnabled()
    await main(page).getByRole('checkbox', { name: 'I have compared every digit' }).uncheck()
    await expect(says(page, 'Compare the address first')).toBeDisabled()
  })

  await test.step('another account in the wallet forgets it', async () => {
    await addressField(page).fill(friend)
    await expect(says(page, 'Stake')).toBeEnabled()
    for (const account of [newcomer(), wallet.address]) {
      await page.evaluate((one) => Reflect.get(window, 'walletEmit')('accountsChanged', [one]), account)
      await expect(page.getByRole('banner').getByRole('button', { name: account.slice(-4) })).toBeVisible()
      await expect(opener(page)).toHaveAttribute('aria-expanded', 'false')
    }
    await opener(page).click()
    await expect(addressField(page)).toHaveValue('')
  })

  await test.step('one who is new is warned about, and shown again beside the call', async () => {
    await addressField(page).fill(`  ${friend.toLowerCase()} `)
    await expect(main(page)).toContainText('First time')
    await expect(main(page)).toContainText('The recipient gets')
    const shares = await l2.readContract({ ...vault, functionName: 'previewDeposit', args: [parseEther('5')] })
    const hold = wallet.holdNext()
    await says(page, 'Stake').click()
    await hold.asked
    const dialog = flowDialog(page)
    const shown = dialog.getByRole('region', { name: 'For somebody else' })
    await expect(shown).toContainText(friend)
    await expect(shown).toContainText('First time')
    await expect(shown).toContainText('Your account gets nothing for it.')
    await expect(dialog).toContainText('the recipient you named')
    await expect(dialog).toContainText('seMetis to the recipient')
    await expectFits(page, 'a call for somebody else')
    hold.release()
    await expect(shown).toContainText('belongs to that address now')
    await expect(dialog.getByRole('button', { name: /Add seMetis/ })).toHaveCount(0)
    await finish(page)
    expect(signed(wallet)).toEqual([`minter.mint(${friend}, ${parseEther('5')}, true, ${zeroAddress})`])
    expect(await holdings(friend)).toMatchObject({ shares })
    expect(await holdings(wallet.address)).toEqual({ metis: parseEther('95'), eMetis: 0n, shares: 0n })
  })

  await test.step('afterwards the account is the recipient again', async () => {
    await expect(addressField(page)).toHaveCount(0)
    await fillStake(page, { amount: '1' })
    await says(page, 'Stake').click()
    await finish(page)
    expect(signed(wallet).at(-1)).toBe(`minter.mint(${wallet.address}, ${parseEther('1')}, true, ${zeroAddress})`)
  })

  await test.step('in Chinese: one who is known is so, and a look-alike of theirs is not', async () => {
    await page.goto('/zh/stake')
    await expect(page.getByRole('banner').getByRole('button').filter({ hasText: /^0x/ })).toBeVisible()
    await main(page).getByRole('button', { name: '由其他地址接收' }).click()
    const field = main(page).getByRole('textbox', { name: '接收地址' })
    await field.fill(friend)
    await expect(main(page)).toContainText('你的账户向这个地址转过 1 次。')
    await field.fill(neighbour(friend))
    await expect(main(page)).toContainText('这不是你之前转过的地址')
    await axe(page)
  })

  await test.step('the list of transactions says for whom', async () => {
    await page.getByRole('banner').getByRole('button', { name: '交易记录' }).click()
    await expect(page.getByRole('dialog')).toContainText(`接收地址 ${friend}`)
  })
})

test('a redemption can be requested for somebody else, whose ticket it is', async ({ page, wallet }) => {
  const friend = newcomer()
  await fund(wallet.address, { eMetis: parseEther('20') })
  await page.goto('/en/redeem?tab=redeem')
  await connect(page)
  await amountField(page).fill('3')
  await opener(page).click()
  await addressField(page).fill(friend)
  await expect(main(page)).toContainText('the ticket belongs to the address you named')
  await says(page, 'Request redemption').click()
  await expect(flowDialog(page)).toContainText('is not among your tickets')
  await finish(page)
  await expect(main(page)).toContainText(`belongs to ${friend}`)
  await expect(main(page)).toContainText('No tickets.')
})
