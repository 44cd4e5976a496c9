import type { Locator, Page } from '@playwright/test'
import { expect } from './test'

export const journalButton = (page: Page): Locator => page.getByRole('button', { name: /^Transactions/ })
export const journalDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Transactions', exact: true })

/** Opens the list; its newest entry. */
export async function openJournal(page: Page): Promise<Locator> {
  await journalButton(page).click()
  await expect(journalDialog(page)).toBeVisible()
  return journalDialog(page).getByRole('listitem').first()
}

export const closeJournal = (page: Page): Promise<void> =>
  journalDialog(page).getByRole('button', { name: 'Close' }).click()
