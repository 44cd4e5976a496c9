import type { Page } from '@playwright/test'
import { numberToHex, parseEther, toFunctionSelector } from 'viem'
import { tokenAt } from '@/lib/contracts'
import { en } from '@/lib/messages/en'
import { lagging, lying, lyingInTrials } from '../chain/faults'
import { allowLp, allowMinter, fund, holdings, l2, l2Id, rpcUrls } from './chain'
import { stakeAll } from './exit-chain'
import { expectFits } from './misfit'
import { button, openTab } from './redeem-form'
import { amountField, fillStake, finish, flowDialog, signed, stakeButton } from './stake-form'
import { type Fault, startHosts } from './switchboard'
import { connect, expect, test } from './test'

let hosts: Awaited<ReturnType<typeof startHosts>>
test.beforeAll(async () => {
  hosts = await startHosts()
})
test.afterAll(() => hosts.stop())
test.beforeEach(({ page }) => hosts.reroute(page))
test.afterEach(async ({ page }) => {
  hosts.set(undefined)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

/** Entry of every multicall of a position that is the account's METIS. */
const metisIndex = 3

const refused = async (page: Page) => {
  const [first, second] = hosts.names
  const told = `Two RPCs tell different things of block`
  await expect(flowDialog(page)).toContainText(told)
  await expect(flowDialog(page)).toContainText(`${first} and ${second}`)
  await expect(flowDialog(page)).toContainText('so your wallet was not asked')
  await expectFits(page, told)
  await flowDialog(page).getByRole('button', { name: 'Close' }).click()
}

test.describe('of two hosts', () => {
  test.use({ tolerated: [/Failed to load resource|net::ERR|CORS policy/] })

  test('one that lies about a balance keeps everything from being signed, and the input stays', async ({
    page,
    wallet,
  }) => {
    await fund(wallet.address, { metis: parseEther('20'), eMetis: parseEther('5') })
    await stakeAll(wallet.account, parseEther('5'))
    await page.goto('/en/stake')
    await connect(page)
    for (const [first, second] of [
      [undefined, lying(metisIndex)],
      [lying(metisIndex), undefined],
    ]) {
      hosts.set(first, second)
      await fillStake(page, { amount: '3', receive: 'eMetis' })
      await stakeButton(page).click()
      await refused(page)
      await expect(amountField(page)).toHaveValue('3')
    }
    hosts.set(undefined)
    await page.getByRole('link', { name: 'Redeem', exact: true }).click()
    await openTab(page, 'Unstake')
    await amountField(page).fill('2')
    hosts.set(undefined, lying(metisIndex))
    await button(page, 'Unstake').click()
    await refused(page)
    await expect(amountField(page)).toHaveValue('2')
    expect(signed(wallet)).toEqual([])
    hosts.set(undefined)
    await button(page, 'Unstake').click()
    await finish(page)
    expect(signed(wallet)).toHaveLength(1)
  })

  test('one that lies about what a call would do keeps it from being signed', async ({ page, wallet }) => {
    await fund(wallet.address, { metis: parseEther('20') })
    await allowMinter(wallet.account)
    await page.goto('/en/stake')
    await connect(page)
    for (const [first, second] of [
      [undefined, lyingInTrials],
      [lyingInTrials, undefined],
    ]) {
      hosts.set(first, second)
      await fillStake(page, { amount: '3', receive: 'eMetis' })
      await stakeButton(page).click()
      await expect(flowDialog(page)).toContainText(en.failure.hostsDiffer)
      await flowDialog(page).getByRole('button', { name: 'Close' }).click()
      await expect(amountField(page)).toHaveValue('3')
    }
    expect(signed(wallet)).toEqual([])
    hosts.set(undefined)
    await stakeButton(page).click()
    await finish(page)
    expect(signed(wallet)).toHaveLength(1)
  })

  test('one that lies about a permission for LP tokens keeps it from being taken back', async ({ page, wallet }) => {
    await fund(wallet.address, { metis: parseEther('1') })
    const { lp, queue } = await allowLp(wallet.account, parseEther('3'))
    const lying: Fault = ({ method, params }) =>
      method === 'eth_call' && JSON.stringify(params[0]).includes(toFunctionSelector('allowance(address,address)'))
        ? { instead: numberToHex(parseEther('2'), { size: 32 }) }
        : undefined
    await page.goto('/en/stake')
    await connect(page)
    const card = page.getByRole('region', { name: 'Permissions left over' })
    await expect(card).toContainText(lp)
    hosts.set(undefined, lying)
    await card.getByRole('button').click()
    await refused(page)
    hosts.set(undefined)
    await card.getByRole('button').click()
    await finish(page)
    await expect(card).toHaveCount(0)
    expect(wallet.transactions().map(({ to }) => to)).toEqual([lp])
    expect(await l2.readContract({ ...tokenAt(lp), functionName: 'allowance', args: [wallet.address, queue] })).toBe(0n)
  })

  test('one that is dead or far behind locks nobody in: the other is named, and asked alone', async ({
    page,
    wallet,
  }) => {
    await fund(wallet.address, { metis: parseEther('20') })
    await allowMinter(wallet.account)
    const [first = '', second = ''] = hosts.names
    const behind = lagging(rpcUrls[l2Id] ?? '', (await l2.getBlockNumber()) / 2n)
    const cases: [Fault, Fault, string][] = [
      [undefined, 'cut', first],
      ['cut', undefined, second],
      [undefined, behind, first],
    ]
    await page.goto('/en/stake')
    await connect(page)
    for (const [one, other, named] of cases) {
      hosts.set(one, other)
      await fillStake(page, { amount: '2', receive: 'eMetis' })
      await stakeButton(page).click()
      await expect(flowDialog(page)).toContainText(`Only ${named} could be asked`)
      await finish(page)
    }
    expect((await holdings(wallet.address)).eMetis).toBe(parseEther('6'))
    hosts.set(undefined)
    await fillStake(page, { amount: '2', receive: 'eMetis' })
    await stakeButton(page).click()
    await expect(flowDialog(page).getByText('Done', { exact: true })).toBeVisible()
    await expect(flowDialog(page)).not.toContainText('could be asked')
  })
})
