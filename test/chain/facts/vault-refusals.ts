import { parseEther, zeroAddress } from 'viem'
import { expect, test } from 'vitest'
import { type Enki, refusal } from '../enki'

export function vaultRefusals({ alice, bob, carol, deployer, ...enki }: Enki): void {
  const { vault, eMetis, config, done, stake } = enki

  test('refuses a withdrawal whose vested part is zero', async () => {
    await stake(alice, parseEther('10'))
    const redeem = (shares: bigint) => refusal(vault.simulate.redeem([shares, alice, alice], { account: alice }))
    expect(await redeem(0n)).toBe('Vesting: amount is zero')
    expect(await redeem(3n)).toBe('Vesting: amount is zero')
    expect(await redeem(4n)).toBe('nothing')
    await done(config.write.setVestingRatio([0n], { account: deployer }))
    expect(await redeem(parseEther('10'))).toBe('Vesting: amount is zero')
  })

  test('never lets go of the first deposit', async () => {
    const keeps = 'SeMetis: deployer should keep the initial deposit amount'
    const account = deployer
    expect(await refusal(vault.simulate.redeem([parseEther('1'), account, account], { account }))).toBe(keeps)
    expect(await refusal(vault.simulate.transfer([alice, 10n], { account }))).toBe(keeps)
    await stake(alice, parseEther('5'))
    await done(vault.write.transfer([deployer, parseEther('2')], { account: alice }))
    await done(vault.write.redeem([parseEther('2'), account, account], { account }))
    expect(await refusal(vault.simulate.withdraw([10n, account, account], { account }))).toBe(keeps)
  })

  test('refuses with the strings of OpenZeppelin 4.9', async () => {
    await stake(alice, parseEther('10'))
    const more = parseEther('11')
    expect(await refusal(vault.simulate.redeem([more, alice, alice], { account: alice }))).toBe(
      'ERC4626: redeem more than max',
    )
    expect(await refusal(vault.simulate.withdraw([more, alice, alice], { account: alice }))).toBe(
      'ERC4626: withdraw more than max',
    )
    expect(await refusal(vault.simulate.redeem([10n, bob, alice], { account: bob }))).toBe(
      'ERC20: insufficient allowance',
    )
    expect(await refusal(vault.simulate.redeem([10n, zeroAddress, alice], { account: alice }))).toBe(
      'Vesting: zero address',
    )
    await done(eMetis.write.approve([vault.address, 0n], { account: carol }))
    expect(await refusal(vault.simulate.deposit([10n, carol], { account: carol }))).toBe(
      'ERC20: insufficient allowance',
    )
    expect(await refusal(vault.simulate.deposit([parseEther('1001'), bob], { account: bob }))).toBe(
      'ERC20: transfer amount exceeds balance',
    )
  })

  test('serves the minter and the dispatcher only', async () => {
    expect(await refusal(vault.simulate.depositFromEMetisMinter([1n, alice], { account: alice }))).toBe('internal only')
    expect(await refusal(vault.simulate.addAssets([1n], { account: alice }))).toBe('internal only')
  })
}
