import { parseEther } from 'viem'
import { expect, test } from 'vitest'
import { type Enki, refusal } from '../enki'
import { ticketOfAlice } from './speed-up'

const day = 86_400n
const one = parseEther('1')

export function lpLockFacts(enki: Enki): void {
  const { alice, bob, carol, backend, deployer, queue, eMetis, minter, lp, config, done, pass } = enki
  const { lock, unlock, prepare } = ticketOfAlice(enki)
  const cancel = () => queue.simulate.cancelRedemptionTicketNft([alice, 0n], { account: alice })

  test('a redeemed ticket lives on until its LP tokens are unlocked, and cannot be redeemed or cancelled again', async () => {
    await prepare()
    await done(minter.write.depositToRedemptionQueue([one], { account: backend }))
    await pass(Number(5n * day))
    await lock(one / 10n)
    await pass(Number(12n * day))
    const redeem = () => queue.simulate.redeemRedemptionTicketNft([0n, alice], { account: alice })
    await done(queue.write.redeemRedemptionTicketNft([0n, alice], { account: alice }))
    expect(await queue.read.ownerOf([0n])).toBe(alice)
    expect(await refusal(redeem())).toBe('AlreadyRedeemed()')
    // The deployed queue pays a second time here, from other people's money.
    expect(await refusal(cancel())).toBe('AlreadyRedeemed()')
    const lockedUntil = (await queue.read.nftInformation([0n]))[4]
    expect(await refusal(queue.simulate.unlockLpToken([0n], { account: alice }))).toMatch(
      new RegExp(`^NotMatureYet\\(\\d+,${lockedUntil}\\)$`),
    )
    await pass(Number(18n * day))
    const before = await lp.read.balanceOf([alice])
    await unlock()
    expect(await lp.read.balanceOf([alice])).toBe(before + one / 10n)
    expect(await refusal(queue.read.ownerOf([0n]))).toBe('ERC721: invalid token ID')
  })

  test('a ticket whose LP tokens were unlocked still redeems, but cannot be cancelled', async () => {
    await prepare()
    expect(await refusal(queue.simulate.unlockLpToken([0n], { account: alice }))).toBe('LpTokenNotLocked()')
    await lock(one / 10n)
    await pass(Number(30n * day))
    await unlock()
    expect(await refusal(queue.simulate.unlockLpToken([0n], { account: alice }))).toBe('LpTokenNotLocked()')
    // The deployed queue hands out the LP tokens a second time here.
    expect(await refusal(cancel())).toBe('LpTokenNotLocked()')
    await done(minter.write.depositToRedemptionQueue([one], { account: backend }))
    await done(queue.write.redeemRedemptionTicketNft([0n, alice], { account: alice }))
    expect(await refusal(queue.read.ownerOf([0n]))).toBe('ERC721: invalid token ID')
  })

  test('a cancellation returns the locked LP tokens at once', async () => {
    await prepare()
    await lock(one / 10n)
    const [tokens, balance] = [await lp.read.balanceOf([carol]), await eMetis.read.balanceOf([carol])]
    await done(queue.write.cancelRedemptionTicketNft([carol, 0n], { account: alice }))
    expect(await lp.read.balanceOf([carol])).toBe(tokens + one / 10n)
    expect(await eMetis.read.balanceOf([carol])).toBe(balance + (one * 995n) / 1000n)
  })

  test('the ticket carries its LP tokens to whoever owns it, paused or not', async () => {
    await prepare()
    await done(config.write.setPaused([true], { account: deployer }))
    await lock(one / 10n)
    await done(queue.write.transferFrom([alice, bob, 0n], { account: alice }))
    await pass(Number(30n * day))
    await unlock(bob)
    expect(await lp.read.balanceOf([bob])).toBe(one / 10n)
  })
}
