import { keccak256, parseEventLogs, stringToHex, zeroAddress } from 'viem'
import { expect, test } from 'vitest'
import { configAbi } from '@/abi/config'
import { created, createdL1, treasury } from '../../devnet/addresses'
import { type Enki, refusal } from '../enki'

const roles = {
  TIMELOCK_ROLE: '0xf66846415d2bf9eabda9e84793ff9c0ea96d87f50fc41e66aa16469c6a442f05',
  OPERATOR_ROLE: '0x97667070c54ef182b0f5858b034beac1b6f3089aa2d3188bb1e8929f4fa9b929',
  BACKEND_ROLE: '0x25cf2b509f2a7f322675b2a5322b182f44ad2c03ac941a0af17c9b178f5d5d5f',
  BETA_USER_ROLE: '0xeac7d12e691a65e32c753f5314b9ac42acdb8dd77f0033b2f2a2e2e012122a0d',
} as const

export function configFacts({ alice, backend, deployer, ...enki }: Enki): void {
  const { config, vault, done } = enki
  const account = deployer

  test('knows every contract, and zero for what it does not know', async () => {
    expect(await config.read.eMetisMinter()).toBe(created.minter.address)
    expect(await config.read.redemptionQueue()).toBe(created.queue.address)
    expect(await config.read.l1Dealer()).toBe(createdL1.dealer.address)
    expect(await config.read.protocolTreasury()).toBe(treasury)
    const word = (key: string) => config.read.configMap([BigInt(keccak256(stringToHex(key)))])
    expect(await word('ADDRESS_VESTING')).toBe(BigInt(created.vesting.address))
    expect(await word('ADDRESS_NOBODY')).toBe(0n)
  })

  test('its roles are the hashes of their names; the deployer is the timelock', async () => {
    for (const [name, role] of Object.entries(roles)) expect(keccak256(stringToHex(name))).toBe(role)
    expect(await vault.read.BETA_USER_ROLE()).toBe(roles.BETA_USER_ROLE)
    expect(await config.read.hasRole([roles.TIMELOCK_ROLE, deployer])).toBe(true)
    expect(await config.read.hasRole([roles.TIMELOCK_ROLE, backend])).toBe(false)
    await done(config.write.grantRole([roles.OPERATOR_ROLE, alice], { account: backend }))
    await done(config.write.revokeRole([roles.OPERATOR_ROLE, backend], { account: alice }))
    expect(await config.read.hasRole([roles.OPERATOR_ROLE, backend])).toBe(false)
  })

  test('refuses strangers and impossible values; a ratio may be one in spite of the message', async () => {
    expect(await refusal(config.simulate.setPaused([true], { account: alice }))).toBe(
      'onlyOperatorOrTimeLock: caller does not have the operator or timelock role',
    )
    expect(await refusal(config.simulate.setVestingRatio([1_000_001n], { account }))).toBe(
      'Config: vestingRatio must be less than 1000000',
    )
    expect(await refusal(config.simulate.setVestingRatio([1_000_000n], { account }))).toBe('nothing')
    expect(await refusal(config.simulate.setProtocolTreasuryRatio([1_000_001n], { account }))).toBe(
      'Config: protocolTreasuryRatio must be less than 1000000',
    )
    expect(await refusal(config.simulate.setVestingDuration([0n], { account }))).toBe(
      'Config: vestingDuration must be greater than 0',
    )
    expect(await refusal(config.simulate.setProtocolTreasury([zeroAddress], { account }))).toBe(
      'Config: protocolTreasury is zero address',
    )
    expect(await refusal(config.simulate.addContract(['ADDRESS_X', zeroAddress], { account }))).toBe(
      'Config: value is zero address',
    )
  })

  test('logs the old value beside the new one', async () => {
    const { logs } = await done(config.write.setVestingRatio([1n], { account }))
    const [event] = parseEventLogs({ abi: configAbi, logs })
    expect(event).toMatchObject({ eventName: 'VestingRatioSet', args: { oldValue: 300_000n, newValue: 1n } })
  })
}
