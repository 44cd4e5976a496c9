import { parseEther, parseEventLogs } from 'viem'
import { expect, test } from 'vitest'
import { rewardDispatcherAbi } from '@/abi/reward-dispatcher'
import { treasury } from '../../devnet/addresses'
import { type Enki, refusal } from '../enki'

export function rewardFacts({ alice, backend, dealer, ...enki }: Enki): void {
  const { dispatcher, vault, eMetis, metis, minter, done, relay } = enki
  const dispatch = async () => {
    const { logs } = await done(dispatcher.write.dispatch({ account: backend }))
    return parseEventLogs({ abi: rewardDispatcherAbi, logs, eventName: 'Dispatched' })[0]?.args
  }
  const held = () => eMetis.read.balanceOf([dispatcher.address])

  test('a tenth of a dispatch waits for the treasury, the rest raises the price of a share at once', async () => {
    await relay(dealer, parseEther('100'))
    expect(await dispatch()).toEqual({
      amount: parseEther('100'),
      toTreasuryAmount: parseEther('10'),
      toVaultAmount: parseEther('90'),
    })
    expect(await vault.read.totalAssets()).toBe(parseEther('91'))
    expect(await vault.read.totalSupply()).toBe(parseEther('1'))
    expect(await dispatcher.read.treasuryBalance()).toBe(parseEther('10'))
  })

  test('a second dispatch splits the money of the treasury again and counts it twice', async () => {
    await relay(dealer, parseEther('100'))
    await dispatch()
    await relay(dealer, parseEther('100'))
    expect(await dispatch()).toEqual({
      amount: parseEther('110'),
      toTreasuryAmount: parseEther('11'),
      toVaultAmount: parseEther('99'),
    })
    expect(await dispatcher.read.treasuryBalance()).toBe(parseEther('21'))
    expect(await held()).toBe(parseEther('11'))
    expect(await vault.read.totalAssets()).toBe(parseEther('1') + parseEther('90') + parseEther('99'))
  })

  test('the treasury is paid in eMetis, or in METIS of the minter', async () => {
    await relay(dealer, parseEther('100'))
    await dispatch()
    const withdraw = (redeem: boolean) =>
      done(dispatcher.write.withdrawTreasury([parseEther('4'), redeem], { account: backend }))
    const [backing, supply] = [await metis.read.balanceOf([minter.address]), await eMetis.read.totalSupply()]
    await withdraw(false)
    expect(await eMetis.read.balanceOf([treasury])).toBe(parseEther('4'))
    await withdraw(true)
    expect(await metis.read.balanceOf([treasury])).toBe(parseEther('4'))
    expect(await metis.read.balanceOf([minter.address])).toBe(backing - parseEther('4'))
    expect(await eMetis.read.totalSupply()).toBe(supply - parseEther('4'))
    expect(await dispatcher.read.treasuryBalance()).toBe(parseEther('2'))
  })

  test('there is nothing to dispatch without rewards, and no more to withdraw than is recorded', async () => {
    const account = backend
    expect(await refusal(dispatcher.simulate.dispatch({ account }))).toBe('RewardDispatcher: no reward')
    expect(await refusal(dispatcher.simulate.withdrawTreasury([1n, false], { account }))).toBe(
      'RewardDispatcher: insufficient balance',
    )
    expect(await refusal(dispatcher.simulate.dispatch({ account: alice }))).toMatch(
      new RegExp(`^AccessControl: account ${alice.toLowerCase()} is missing role 0x25cf2b50`),
    )
  })
}
