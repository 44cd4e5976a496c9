import type { Page } from '@playwright/test'
import { readAddressBook } from '@/lib/address-book'
import { eMetis, minter, vault } from '@/lib/contracts'
import { formatAddress } from '@/lib/format'
import { l2 } from '@/lib/rpc'
import { expect, test } from './test'

const main = (page: Page) => page.getByRole('main')

test.describe('Contracts without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('shows the verdict, every answer of the wiring check, and addresses with how they were found', async ({
    page,
  }) => {
    const book = await readAddressBook(l2)
    await page.goto('/en/contracts')
    const wiring = page.getByRole('region', { name: 'Do the contracts name each other' })
    await expect(wiring.getByText('as it should be')).toHaveCount(5)
    const list = page.getByRole('region', { name: 'ENKI on Metis' })
    for (const address of [
      vault.address,
      eMetis.address,
      minter.address,
      book.config,
      book.vesting,
      book.redemptionQueue,
    ])
      await expect(list).toContainText(formatAddress(address ?? 'none'))
    await expect(list.getByRole('listitem').filter({ hasText: 'Keeps the withheld part' })).toContainText(
      'Config.vesting()',
    )
    await expect(list.getByRole('listitem').filter({ hasText: 'The vault:' })).toContainText('pinned in the app')
  })

  test('says the same in Chinese', async ({ page }) => {
    await page.goto('/zh/contracts')
    await expect(main(page)).toContainText('合约之间的指向对不对')
    await expect(main(page)).toContainText('固定写在本应用里')
  })
})

test('one link leads here at every width', async ({ page }) => {
  await page.goto('/en')
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await expect(page.getByRole('link', { name: 'Contracts', exact: true })).toHaveCount(1)
  }
  await page.setViewportSize({ width: 320, height: 640 })
  await page.getByRole('contentinfo').getByRole('link', { name: 'Contracts' }).click()
  await expect(page).toHaveURL(/\/en\/contracts$/)
})

test('an address is copied whole, by keyboard too', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/en/contracts')
  const button = page.getByRole('button', { name: 'Copy the address of seMetis' })
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await button.click()
  await expect.poll(clipboard).toBe(vault.address)
  await page.getByRole('button', { name: 'Copy the address of EMetisMinter' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(clipboard).toBe(minter.address)
})
