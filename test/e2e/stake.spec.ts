import { parseEther, zeroAddress } from 'viem'
import { maxStake } from '@/lib/amount'
import { minter, vault } from '@/lib/contracts'
import { formatAmount } from '@/lib/format'
import { allowLp, allowMinter, fund, holdings, l2, positionOf } from './chain'
import { amountField, fillStake, finish, flowDialog, openStake, signed, stakeButton } from './stake-form'
import { axe, connect, connectButton, expect, test } from './test'

const sharesFor = (amount: bigint) => l2.readContract({ ...vault, functionName: 'previewDeposit', args: [amount] })

test('the first stake approves exactly the amount, then mints seMetis', async ({ page, wallet }) => {
  await openStake(page, wallet, { metis: '100', amount: '12.5' })
  const shares = await sharesFor(parseEther('12.5'))
  await stakeButton(page).click()
  await expect(flowDialog(page).getByRole('listitem')).toHaveCount(2)
  await expect(flowDialog(page)).toContainText(`You received ${formatAmount(shares, 'en', 'form')} seMetis.`)
  await finish(page)
  const amount = parseEther('12.5')
  expect(signed(wallet)).toEqual([
    `metis.approve(${minter.address}, ${amount})`,
    `minter.mint(${wallet.address}, ${amount}, true, ${zeroAddress})`,
  ])
  expect(await holdings(wallet.address)).toEqual({ metis: parseEther('87.5'), eMetis: 0n, shares })
  await expect(page.getByRole('main')).toContainText('87.5')
  await expect(amountField(page)).toHaveValue('')
})

test('more is allowed only when it is typed, is listed, and can be taken back', async ({ page, wallet }) => {
  await fund(wallet.address, { metis: parseEther('100') })
  const { lp, queue } = await allowLp(wallet.account, parseEther('3'))
  await page.goto('/en/stake')
  await connect(page)
  const left = page.getByRole('region', { name: 'Permissions left over' })
  await expect(left).toContainText(`The redemption queue may take 3 LP (token ${lp})`)
  await fillStake(page, { amount: '2' })
  const more = page.getByRole('region', { name: 'A larger permission' })
  await page.getByRole('button', { name: 'Allow more than this takes' }).click()
  const field = more.getByRole('textbox', { name: 'How much the minter may take in all' })
  await expect(field).toHaveValue('')
  await field.fill('1')
  await expect(more).toContainText('Not more than this takes: exactly 2 METIS is allowed.')
  await field.fill('1,000')
  await expect(more).toContainText('until then exactly 2 METIS is allowed')
  await field.fill('10')
  await expect(page.getByRole('main')).toContainText('let the minter take exactly 10 METIS, nothing more')
  await axe(page)
  await stakeButton(page).click()
  await expect(flowDialog(page)).toContainText('Allow the minter to take 10 METIS and no more')
  await finish(page)
  await expect(more).toHaveCount(0)
  await expect(left).toContainText('The minter may take 8 METIS')
  await left.getByRole('button', { name: /^Take back: The redemption queue/ }).click()
  await finish(page)
  await expect(left).not.toContainText('LP')
  expect(signed(wallet)).toEqual([
    `metis.approve(${minter.address}, ${parseEther('10')})`,
    `minter.mint(${wallet.address}, ${parseEther('2')}, true, ${zeroAddress})`,
    expect.stringMatching(new RegExp(`^${lp}\\(0x095ea7b30{24}${queue.slice(2)}0{64}\\)$`, 'i')),
  ])
})

test('a stake within the allowance asks for one signature, and nothing in the address of the page changes it', async ({
  page,
  wallet,
}) => {
  const stranger = `0x${'5e'.repeat(20)}`
  await fund(wallet.address, { metis: parseEther('100') })
  await allowMinter(wallet.account)
  await page.goto(
    `/en/stake?${['inviter', 'recipient', 'account', 'to'].map((name) => `${name}=${stranger}`).join('&')}&amount=99`,
  )
  await connect(page)
  await expect(amountField(page)).toHaveValue('')
  await fillStake(page, { amount: '40' })
  await stakeButton(page).click()
  await expect(flowDialog(page).getByRole('listitem')).toHaveCount(1)
  await finish(page)
  expect(signed(wallet)).toEqual([`minter.mint(${wallet.address}, ${parseEther('40')}, true, ${zeroAddress})`])
})

test('METIS becomes eMetis one to one', async ({ page, wallet }) => {
  await openStake(page, wallet, { metis: '100', amount: '7', receive: 'eMetis' })
  await stakeButton(page).click()
  await finish(page)
  expect(signed(wallet).at(-1)).toBe(`minter.mint(${wallet.address}, ${parseEther('7')}, false, ${zeroAddress})`)
  expect(await holdings(wallet.address)).toEqual({ metis: parseEther('93'), eMetis: parseEther('7'), shares: 0n })
})

test('eMetis becomes seMetis', async ({ page, wallet }) => {
  await fund(wallet.address, { eMetis: parseEther('20') })
  await page.goto('/en/stake')
  await connect(page)
  await fillStake(page, { amount: '20', give: 'eMetis' })
  const shares = await sharesFor(parseEther('20'))
  await stakeButton(page).click()
  await finish(page)
  expect(signed(wallet)).toEqual([
    `eMetis.approve(${vault.address}, ${parseEther('20')})`,
    `vault.deposit(${parseEther('20')}, ${wallet.address})`,
  ])
  expect(await holdings(wallet.address)).toEqual({ metis: 0n, eMetis: 0n, shares })
})

test('Max keeps METIS back for the gas of this stake and of an exit', async ({ page, wallet }) => {
  await openStake(page, wallet, { metis: '30' })
  await page.getByRole('button', { name: 'Max' }).click()
  await expect(amountField(page)).not.toHaveValue('1')
  const typed = parseEther(await amountField(page).inputValue())
  expect(typed).toBeLessThan(parseEther('30'))
  expect(typed).toBeGreaterThan(parseEther('29'))
  const { gasPrice } = await positionOf(wallet.address)
  expect(typed).toBe(maxStake(parseEther('30'), gasPrice))
})

test('Max gives all of the eMetis', async ({ page, wallet }) => {
  await fund(wallet.address, { eMetis: parseEther('3.25') })
  await page.goto('/en/stake')
  await connect(page)
  await fillStake(page, { amount: '1', give: 'eMetis' })
  await page.getByRole('button', { name: 'Max' }).click()
  await expect(amountField(page)).toHaveValue('3.25')
})

test('what was typed before the scripts had come is what the form knows', async ({ page }) => {
  let come = () => {}
  const scripts = new Promise<void>((resolve) => {
    come = resolve
  })
  await page.route('**/_next/static/chunks/*.js*', async (route) => {
    await scripts
    await route.continue()
  })
  await page.goto('/en/stake', { waitUntil: 'commit' })
  await amountField(page).pressSequentially('1.25')
  come()
  await expect(page.getByRole('main')).toContainText('exactly 1.25 METIS')
  await expect(amountField(page)).toHaveValue('1.25')
})

test('what was typed before connecting stays, and a reload finds the wallet again', async ({ page, wallet }) => {
  await fund(wallet.address, { metis: parseEther('10') })
  await page.goto('/en/stake')
  await fillStake(page, { amount: '2' })
  await connect(page)
  await expect(amountField(page)).toHaveValue('2')
  await expect(stakeButton(page)).toBeEnabled()
  await page.reload()
  await expect(connectButton(page)).toHaveCount(0)
  await expect(amountField(page)).toHaveValue('2')
  expect(wallet.asked('eth_requestAccounts')).toHaveLength(1)
})
