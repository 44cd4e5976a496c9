import { parseEther } from 'viem'
import { fund } from './chain'
import { endow, enterQueue, giveLp } from './exit-chain'
import { openJournal } from './journal-list'
import { expectFits, lengthen, misfits } from './misfit'
import { button, ticketRow } from './redeem-form'
import { pages, settled } from './routes'
import { fillStake, finish, stakeButton } from './stake-form'
import { connect, connectButton, expect, test } from './test'
import { walletName } from './wallet'

test.describe.configure({ timeout: 180_000 })

test('a text that is cut off, off the page or over another is found', async ({ page }) => {
  const faulty = `<div style="width:40px;overflow:hidden;white-space:nowrap">cut off here</div>
    <p style="position:absolute;top:100px;left:0">one text</p><p style="position:absolute;top:102px;left:0">over another</p>
    <p style="position:absolute;top:300px;left:1270px;white-space:nowrap">off the page</p>
    <svg style="position:absolute;top:400px"><text y="20">in a picture</text><text y="22">another</text></svg>`
  await page.goto(`data:text/html,${encodeURIComponent(faulty)}`)
  const found = (await misfits(page)).join()
  const faults = ['cut off: <div>', 'one over the other: <p>', 'off the page: <p>', 'one over the other: <text>']
  for (const fault of faults) expect(found).toContain(fault)
  const dialog = `${faulty}<dialog open style="width:200px;height:400px;overflow-y:auto"><p>fine</p>
    <p style="position:absolute;top:100px;left:0">in it one</p><p style="position:absolute;top:102px;left:0">in it over</p>
    <p style="position:absolute;top:300px;left:190px;white-space:nowrap">off the dialog</p></dialog>`
  await page.goto(`data:text/html,${encodeURIComponent(dialog)}`)
  expect(await misfits(page)).toEqual([
    expect.stringContaining('off the page: <p> off the dialog'),
    expect.stringContaining('one over the other: <p> in it one'),
    expect.stringContaining('px wide: <p> off the dialog'),
  ])
})

for (const width of [320, 768, 1280])
  test(`with every word two fifths longer nothing is cut off at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    for (const path of pages) {
      await page.goto(`/en${path}`)
      await expect(page.locator(settled)).toHaveCount(0)
      await lengthen(page)
      expect.soft(await misfits(page), path).toEqual([])
    }
  })

test('nothing of who is connected is cut off at 200 %, nor at 320 px with every word two fifths longer, in dialogs and behind tabs', async ({
  page,
  wallet,
}) => {
  await endow(wallet.account)
  await giveLp(wallet.address, parseEther('5'))
  const ticket = await enterQueue(wallet.account, parseEther('3'))
  await page.setViewportSize({ width: 320, height: 800 })
  const dialog = page.getByRole('dialog')
  const account = page.getByRole('banner').getByRole('button').filter({ hasText: /^0x/ })
  const fits = (what: string) =>
    test.step(what, async () => {
      await expect(page.locator(settled)).toHaveCount(0)
      await expectFits(page, what)
    })
  const open = async (path: string, language = 'en') => {
    await page.goto(`/${language}${path}`)
    await expect(account).toBeVisible()
  }
  await page.goto('/en/stake')
  await connectButton(page).click()
  await expect(dialog.getByRole('button', { name: walletName })).toBeVisible()
  await fits('the wallet list')
  await page.reload()
  await connect(page)
  // Connected, Rewards is of the account itself, and each tab of Redeem has what it owns.
  const own = pages.map((path) => path.replace(/\?.*/, '')).filter((path) => path !== '/redeem')
  for (const language of ['en', 'zh'])
    for (const path of [...own, ...['unstake', 'redeem', 'vesting'].map((tab) => `/redeem?tab=${tab}`)]) {
      await open(path, language)
      await fits(`/${language}${path}`)
    }
  await open('/redeem?tab=redeem')
  await button(ticketRow(page, ticket), 'Speed up').click()
  await expect(ticketRow(page, ticket).getByRole('slider')).toBeVisible()
  await fits('a list of tickets, one of them to be brought forward')
  await open('/stake')
  await fillStake(page, { amount: '2' })
  await page.getByRole('button', { name: 'Send to another address' }).click()
  const alike = `${wallet.address.slice(0, 8).toLowerCase()}${'7'.repeat(30)}${wallet.address.slice(-4).toLowerCase()}`
  await page.getByRole('textbox', { name: 'Recipient’s address' }).fill(alike)
  await expect(page.getByRole('checkbox', { name: 'I have compared every digit' })).toBeVisible()
  await fits('the form with a recipient')
  await open('/stake')
  await fillStake(page, { amount: '2' })
  const held = wallet.holdNext()
  await stakeButton(page).click()
  await held.asked
  await dialog.getByText('Bytes').click()
  await fits('a call to be signed')
  held.release()
  await expect(dialog.getByText('Done', { exact: true })).toBeVisible()
  await fits('a transaction that is done')
  await open('/stake')
  const entry = await openJournal(page)
  await entry.getByText('Bytes signed').click()
  await fits('the list of transactions')
})

for (const language of ['en', 'zh'])
  test(`at 200 % nothing is cut off in ${language}`, async ({ page }) => {
    for (const path of pages) {
      // The browser's zoom halves the page; larger letters alone leave its width.
      await page.setViewportSize({ width: 640, height: 400 })
      await page.goto(`/${language}${path}`)
      await expect(page.locator(settled)).toHaveCount(0)
      expect.soft(await misfits(page), `${path} zoomed`).toEqual([])
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
      expect.soft(await misfits(page), `${path} with large letters`).toEqual([])
    }
  })

test('nothing moves for those who asked for that', async ({ page, wallet: _ }) => {
  const moving = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { animationName, transitionDuration } = getComputedStyle(element)
          return (
            animationName !== 'none' ||
            transitionDuration.split(', ').some((length) => Number.parseFloat(length) > 0.01)
          )
        })
        .map((element) => element.outerHTML.slice(0, 100)),
    )
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.goto('/en/sequencers')
  expect(await moving()).not.toEqual([])
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const path of pages) {
    await page.goto(`/en${path}`)
    expect.soft(await moving(), path).toEqual([])
  }
  await page.goto('/en/stake')
  await connectButton(page).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: walletName })).toBeVisible()
  expect(await moving(), 'the wallet list').toEqual([])
})

test('the header of somebody who has signed fits 320 px', async ({ page, wallet }) => {
  await fund(wallet.address, { metis: parseEther('5') })
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/en/stake')
  await connect(page)
  await fillStake(page, { amount: '2' })
  await stakeButton(page).click()
  await finish(page)
  await expect(page.getByRole('banner').getByRole('button', { name: 'Transactions' })).toBeVisible()
  expect(await misfits(page)).toEqual([])
})
