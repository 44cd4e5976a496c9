import { parseEther, parseEventLogs } from 'viem'
import { expect, test } from 'vitest'
import { seMetisAbi } from '@/abi/se-metis'
import type { Enki } from '../enki'

const floor = (text: string) => parseEther(text) / 10n ** 14n

export function vaultFacts({ alice, bob, deployer, ...enki }: Enki): void {
  const { vault, eMetis, vesting, config, done, stake, reward } = enki

  /** A supply of 162 shares and 90 eMetis of rewards: a share is worth 1.5556. */
  const raisePrice = async () => {
    await stake(alice, parseEther('161'))
    await reward(parseEther('100'))
  }
  const setVestingRatio = (ratio: bigint) => done(config.write.setVestingRatio([ratio], { account: deployer }))

  test('starts one to one with one eMetis of the deployer', async () => {
    expect(await vault.read.totalSupply()).toBe(parseEther('1'))
    expect(await vault.read.totalAssets()).toBe(parseEther('1'))
    expect(await vault.read.balanceOf([deployer])).toBe(parseEther('1'))
    expect(await vault.read.deployer()).toBe(deployer)
    expect(await vault.read.name()).toBe('Staked ENKI Metis')
    expect(await vault.read.symbol()).toBe('seMetis')
  })

  test('counts one virtual share and one virtual wei, and rounds against the caller', async () => {
    await raisePrice()
    const [supply, assets] = [(await vault.read.totalSupply()) + 1n, (await vault.read.totalAssets()) + 1n]
    const amount = 1_234_567_890_123_456_789n
    expect(await vault.read.previewDeposit([amount])).toBe((amount * supply) / assets)
    expect(await vault.read.previewRedeem([amount])).toBe((amount * assets) / supply)
    expect(await vault.read.previewMint([amount])).toBe((amount * assets) / supply + 1n)
    expect(await vault.read.previewWithdraw([amount])).toBe((amount * supply) / assets + 1n)
  })

  test('previews and logs the gross amount of a withdrawal, pays 70 % of it and vests 30 %', async () => {
    await raisePrice()
    const shares = parseEther('50')
    const gross = await vault.read.previewRedeem([shares])
    expect(gross / 10n ** 14n).toBe(floor('77.7777'))
    expect(await vault.read.convertToAssets([shares])).toBe(gross)
    const before = await eMetis.read.balanceOf([alice])
    const { logs } = await done(vault.write.redeem([shares, alice, alice], { account: alice }))
    const [event] = parseEventLogs({ abi: seMetisAbi, logs, eventName: 'Withdraw' })
    expect(event?.args).toMatchObject({ sender: alice, receiver: alice, owner: alice, assets: gross, shares })
    const received = (await eMetis.read.balanceOf([alice])) - before
    const [, , , , vested] = await vesting.read.userInfos([alice])
    expect(received / 10n ** 14n).toBe(floor('54.4444'))
    expect(vested / 10n ** 14n).toBe(floor('23.3333'))
    expect(received + vested).toBe(gross)
  })

  test('pays a wanted amount when it is grossed up: rounded down to the wei, rounded up at most one wei more', async () => {
    await raisePrice()
    const wanted = 10_000_000_000_000_000_007n
    const paid = async (gross: bigint) => {
      const before = await eMetis.read.balanceOf([alice])
      await done(vault.write.withdraw([gross, alice, alice], { account: alice }))
      return (await eMetis.read.balanceOf([alice])) - before
    }
    // The vested part is rounded down, so the part paid now is rounded up.
    expect(await paid((wanted * 10n) / 7n)).toBe(wanted)
    expect(await paid((wanted * 10n + 6n) / 7n)).toBe(wanted + 1n)
  })

  test('vests for the receiver, not for the owner of the shares', async () => {
    await stake(alice, parseEther('10'))
    await done(vault.write.redeem([parseEther('10'), bob, alice], { account: alice }))
    expect((await vesting.read.userInfos([bob]))[4]).toBe(parseEther('3'))
    expect((await vesting.read.userInfos([alice]))[4]).toBe(0n)
  })

  test('pays nothing now at a vesting ratio of one', async () => {
    await stake(alice, parseEther('10'))
    await setVestingRatio(1_000_000n)
    const before = await eMetis.read.balanceOf([alice])
    await done(vault.write.redeem([parseEther('10'), alice, alice], { account: alice }))
    expect(await eMetis.read.balanceOf([alice])).toBe(before)
    expect((await vesting.read.userInfos([alice]))[4]).toBe(parseEther('10'))
  })

  test('does not let a gift of eMetis move the price, nor a later deposit find it', async () => {
    await stake(alice, parseEther('10'))
    await done(eMetis.write.transfer([vault.address, parseEther('500')], { account: bob }))
    expect(await vault.read.totalAssets()).toBe(parseEther('11'))
    await stake(alice, parseEther('5'))
    expect(await vault.read.totalAssets()).toBe(parseEther('16'))
    expect(await vault.read.convertToAssets([parseEther('1')])).toBe(parseEther('1'))
  })

  test('gives a share of a dispatch to whoever deposited right before it', async () => {
    await stake(alice, parseEther('61'))
    await done(vault.write.deposit([parseEther('100'), bob], { account: bob }))
    await reward(parseEther('100'))
    expect((await vault.read.maxWithdraw([bob])) / 10n ** 14n).toBe(floor('155.5555'))
  })

  test('logs AssetsAdded for deposits as well as for rewards; only the caller tells them apart', async () => {
    const callers = async (receipt: Promise<Awaited<ReturnType<Enki['done']>>>) =>
      parseEventLogs({ abi: seMetisAbi, logs: (await receipt).logs, eventName: 'AssetsAdded' }).map(
        ({ args }) => args.caller,
      )
    expect(await callers(done(vault.write.deposit([1n, bob], { account: bob })))).toEqual([bob])
    expect(await callers(stake(bob, 5n))).toEqual([enki.minter.address])
    expect(await callers(reward(parseEther('1')))).toEqual([enki.dispatcher.address])
  })

  test('takes a deposit of nothing, and one too small for a share', async () => {
    await raisePrice()
    await done(vault.write.deposit([0n, bob], { account: bob }))
    await done(vault.write.deposit([1n, bob], { account: bob }))
    expect(await vault.read.balanceOf([bob])).toBe(0n)
  })
}
