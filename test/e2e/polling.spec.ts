import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { parseEther } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { allowMinter, chainTime, fund, l2Urls, mineBlocks, rpcUrls } from './chain'
import { enterQueue, stakeAll } from './exit-chain'
import { settled } from './routes'
import { fillStake, finish, flowDialog, stakeButton } from './stake-form'
import { connect, expect, test } from './test'
import { show } from './visibility'

const asking = ['Overview', 'Stake', 'Redeem', 'Rewards', 'Sequencers', 'Contracts'] as const
const [blocks, unseen] = [4, 2]
const hosts = [...l2Urls, ...Object.values(rpcUrls)].map((url) => new URL(url).host)

/** The methods that the page has asked any chain since the last time it was looked at. */
function listen(page: Page) {
  const asked: string[] = []
  page.on('request', (request) => {
    const isRpc = request.method() === 'POST' && hosts.includes(new URL(request.url()).host)
    if (isRpc) asked.push(JSON.parse(request.postData() ?? '{}').method)
  })
  return { asked, take: () => asked.splice(0) }
}

/** Waits until nothing more is being asked, for so many ms. */
async function quiet(asked: readonly string[], ms = 400): Promise<void> {
  for (let count = -1; count !== asked.length; ) {
    count = asked.length
    await delay(ms)
  }
}

test('an open page asks a chain at most once for each block, never while hidden, and once when seen again', async ({
  page,
  wallet,
}) => {
  test.setTimeout(180_000)
  const held = parseEther('4')
  await fund(wallet.address, { metis: parseEther('20'), eMetis: parseEther('10') })
  await stakeAll(wallet.account, parseEther('2'))
  await enterQueue(wallet.account, held)
  await allowMinter(wallet.account)
  const stranger = privateKeyToAccount(generatePrivateKey())
  await fund(stranger.address, { eMetis: parseEther('10') })
  /** What somebody else does, and what the page then asks for besides its look, in a turn of its own. */
  const deeds = new Map([
    ['Redeem', { deed: () => enterQueue(stranger, parseEther('1')), asks: 'eth_call' }],
    ['Rewards', { deed: () => stakeAll(stranger, parseEther('1')), asks: 'eth_getLogs' }],
  ])
  await page.clock.install({ time: await chainTime() })
  // Where nothing is read that would be old, and read again, by the time that it is looked for.
  await page.goto('/en')
  await connect(page)
  const { asked, take } = listen(page)
  for (const each of asking)
    await test.step(each, async () => {
      const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: each, exact: true }).first()
      await link.click()
      await expect(link).toHaveAttribute('aria-current', 'page')
      await expect(page.locator(settled)).toHaveCount(0)
      // What a page reads at first comes in several turns, which a busy machine sets apart.
      await quiet(asked, 2_000)
      take()
      for (let block = 1; block <= blocks; block += 1) {
        await mineBlocks(1, 31)
        await page.clock.fastForward(31_000)
        await expect.poll(() => asked.length).toBeGreaterThanOrEqual(block)
      }
      await show(page, 'hidden')
      for (let block = 1; block <= unseen; block += 1) {
        await mineBlocks(1, 31)
        await page.clock.fastForward(31_000)
      }
      await quiet(asked)
      const seen = take()
      console.log(
        `${each}: ${seen.length} requests over ${blocks} blocks (${[...new Set(seen)]}), none while hidden over ${unseen}`,
      )
      expect(seen).toEqual(Array.from({ length: blocks }, () => 'eth_call'))
      await show(page, 'visible')
      await expect.poll(() => asked.length).toBeGreaterThan(0)
      await quiet(asked)
      expect(take()).toEqual(['eth_call'])
      const foreign = deeds.get(each)
      if (!foreign) return
      await foreign.deed()
      await mineBlocks(1, 31)
      await page.clock.fastForward(31_000)
      await expect.poll(() => asked.length).toBe(2)
      await quiet(asked, 3_000)
      expect(take()).toEqual(['eth_call', foreign.asks])
    })
  await test.step('a running transaction is asked after once for each block, as our server tells of them', async () => {
    await page.goto('/en/stake')
    await fillStake(page, { amount: '2', receive: 'eMetis' })
    wallet.withholdNext()
    await stakeButton(page).click()
    await expect(flowDialog(page).getByText('Sent. Waiting for a block to take it.')).toBeVisible()
    await expect.poll(() => take()).toContain('eth_getTransactionReceipt')
    // The page's clock stands, so that it is by the blocks alone that time passes for it.
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 3_000)
    await quiet(asked)
    take()
    const looks: string[][] = []
    for (let block = 0; block < blocks; block += 1) {
      await mineBlocks(1, 18)
      // As long as our server holds what it knows for new.
      await delay(2_200)
      await page.clock.runFor(600)
      await expect.poll(() => asked.length).toBe(1)
      await page.clock.runFor(600)
      await quiet(asked)
      looks.push(take())
    }
    const [byHash, byNonce] = ['eth_getTransactionByHash', 'eth_getTransactionCount']
    expect(looks.flat().sort()).toEqual([byHash, byHash, byNonce, byNonce])
    expect(looks.map(({ length }) => length)).toEqual(looks.map(() => 1))
    console.log(`A transaction on its way: ${looks.flat().length} requests over ${blocks} blocks`)
  })
  await test.step('and never while hidden; its end is told when it is seen again', async () => {
    await show(page, 'hidden')
    await quiet(asked)
    take()
    await wallet.sendAgain()
    await page.clock.fastForward(31_000)
    await quiet(asked)
    expect(take()).toEqual([])
    await page.clock.resume()
    await show(page, 'visible')
    await finish(page)
  })
})
