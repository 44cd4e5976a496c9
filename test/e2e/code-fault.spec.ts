import type { Page } from '@playwright/test'
import { pad, parseEther } from 'viem'
import { fund, holdings, isL2 } from './chain'
import { fillStake, finish, flowDialog, signed, stakeButton } from './stake-form'
import { connect, expect, test } from './test'

const stranger = '0x000000000000000000000000000000000000dead'

/** The browser's own RPCs, as they answer or refuse when asked what a proxy stands for; the server sees the chain as it is. */
async function answerSlots(page: Page, result: string | null): Promise<void> {
  await page.route(isL2, async (route) => {
    const body = route.request().postDataJSON()
    if (body?.method !== 'eth_getStorageAt') return route.fallback()
    const answer = result === null ? { error: { code: -32000, message: 'missing trie node' } } : { result }
    return route.fulfill({ json: { jsonrpc: '2.0', id: body.id, ...answer } })
  })
}

test('code that was exchanged after the page was read is not signed for, and the reason is given', async ({
  page,
  wallet,
}) => {
  await fund(wallet.address, { metis: parseEther('10') })
  await page.goto('/en/stake')
  await connect(page)
  await fillStake(page, { amount: '1' })
  await answerSlots(page, pad(stranger))
  await stakeButton(page).click()
  const dialog = flowDialog(page)
  await expect(dialog.getByText(`it now stands for ${stranger}`)).toBeVisible()
  await expect(dialog.getByText('Nothing was sent')).toBeVisible()
  expect(signed(wallet)).toEqual([])
  await page.unrouteAll()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await stakeButton(page).click()
  await finish(page)
  expect((await holdings(wallet.address)).shares).toBeGreaterThan(0n)
})

test('code that cannot be read is not signed for', async ({ page, wallet }) => {
  await fund(wallet.address, { metis: parseEther('10') })
  await page.goto('/en/stake')
  await connect(page)
  await fillStake(page, { amount: '1' })
  await answerSlots(page, null)
  await stakeButton(page).click()
  await expect(flowDialog(page).getByText('nothing is signed unread')).toBeVisible()
  expect(signed(wallet)).toEqual([])
})
