import type { Locator, Page } from '@playwright/test'
import { expect } from './test'

export const openTab = async (page: Page, name: 'Unstake' | 'Redeem' | 'Vesting'): Promise<void> => {
  await page.getByRole('tab', { name, exact: true }).click()
  await expect(page.getByRole('tab', { name, exact: true })).toHaveAttribute('aria-selected', 'true')
}

export const ticketList = (page: Page): Locator => page.getByRole('region', { name: 'Tickets', exact: true })
export const ticketRow = (page: Page, id?: bigint): Locator =>
  ticketList(page)
    .getByRole('row')
    .filter(id === undefined ? {} : { hasText: `Ticket ${id}` })

export const button = (page: Page | Locator, name: string): Locator => page.getByRole('button', { name, exact: true })
