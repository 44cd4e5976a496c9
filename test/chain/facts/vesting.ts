import { parseEther, parseEventLogs, zeroAddress } from 'viem'
import { expect, test } from 'vitest'
import { vestingAbi } from '@/abi/vesting'
import { type Enki, refusal } from '../enki'

const day = 86_400

export function vestingFacts({ alice, bob, carol, deployer, ...enki }: Enki): void {
  const { vesting, vault, eMetis, config, client, done, stake, pass, vest, stakeEnki } = enki
  const { enki: token } = enki

  const infos = async (account: typeof alice) => {
    const [balance, cumulative, claimed, last, locked] = await vesting.read.userInfos([account])
    return { balance, cumulative, claimed, last, locked }
  }
  /** Days from the last update of an account until everything is released. */
  const daysLeft = async (account: typeof alice) =>
    Number((await vesting.read.estimateFinishTime([account])) - (await infos(account)).last) / day
  /** What an account could claim `seconds` after its last update. */
  const claimableAfter = async (account: typeof alice, seconds: number) => {
    await client.mine({ blocks: 1 })
    await client.setNextBlockTimestamp({ timestamp: (await infos(account)).last + BigInt(seconds) })
    await client.mine({ blocks: 1 })
    return vesting.read.claimable([account])
  }
  const ten = parseEther('10')

  test('ten ENKI per eMetis release everything in 90 days, evenly', async () => {
    await vest(alice, ten)
    await stakeEnki(alice, parseEther('100'))
    expect(await vesting.read.amountOfDuration([alice])).toBe(ten)
    expect(await daysLeft(alice)).toBe(90)
    expect(await claimableAfter(alice, 9 * day)).toBe(parseEther('1'))
    expect(await claimableAfter(alice, 90 * day)).toBe(ten)
    expect(await claimableAfter(alice, 900 * day)).toBe(ten)
  })

  test('half the ENKI takes twice the time; ten times as much is no faster', async () => {
    await vest(alice, ten)
    await stakeEnki(alice, parseEther('50'))
    expect(await daysLeft(alice)).toBe(180)
    await vest(bob, ten)
    await stakeEnki(bob, parseEther('1000'))
    expect(await daysLeft(bob)).toBe(90)
  })

  test('time without ENKI earns nothing, and never afterwards', async () => {
    await vest(alice, ten)
    await pass(200 * day)
    await stakeEnki(alice, parseEther('100'))
    expect(await vesting.read.claimable([alice])).toBe(0n)
    expect(await daysLeft(alice)).toBe(90)
  })

  test('past releases count: a second vest is faster with enough ENKI for both, slower with the old ENKI alone', async () => {
    const [first, second] = [parseEther('70') / 3n, parseEther('28') / 3n]
    for (const account of [alice, bob]) {
      await vest(account, first)
      await stakeEnki(account, first * 10n)
    }
    await pass(91 * day)
    for (const account of [alice, bob]) await vest(account, second)
    await stakeEnki(alice, second * 10n)
    expect((await infos(alice)).locked / 10n ** 6n).toBe(second / 10n ** 6n)
    expect(await daysLeft(alice)).toBeCloseTo(25.7, 1)
    expect(await daysLeft(bob)).toBeCloseTo(36, 4)
  })

  test('a claim pays what was released and keeps the ENKI staked', async () => {
    await vest(alice, ten)
    await stakeEnki(alice, parseEther('100'))
    await pass(45 * day)
    const before = await eMetis.read.balanceOf([alice])
    const { logs } = await done(vesting.write.claim({ account: alice }))
    const paid = (await eMetis.read.balanceOf([alice])) - before
    expect(parseEventLogs({ abi: vestingAbi, logs, eventName: 'Claimed' })[0]?.args).toEqual({
      user: alice,
      amount: paid,
    })
    expect(paid).toBeGreaterThanOrEqual(parseEther('5'))
    expect(await infos(alice)).toMatchObject({ balance: parseEther('100'), cumulative: paid, claimed: paid })
    expect((await infos(alice)).locked).toBe(ten - paid)
  })

  test('unstaking claims, returns all ENKI, forgets past releases and keeps the rest locked', async () => {
    await vest(alice, ten)
    const funds = await token.read.balanceOf([alice])
    await stakeEnki(alice, parseEther('100'))
    await pass(45 * day)
    await done(vesting.write.unstake({ account: alice }))
    expect(await token.read.balanceOf([alice])).toBe(funds)
    const after = await infos(alice)
    expect(after).toMatchObject({ balance: 0n, cumulative: 0n, claimed: 0n, last: 0n })
    expect(after.locked).toBeLessThanOrEqual(parseEther('5'))
    expect(after.locked).toBeGreaterThan(parseEther('4.99'))
    await pass(45 * day)
    expect(await vesting.read.claimable([alice])).toBe(0n)
    expect((await infos(alice)).locked).toBe(after.locked)
  })

  test('anybody can add to a vesting by withdrawing to its owner', async () => {
    await stake(bob, ten)
    const { logs } = await done(vault.write.redeem([ten, carol, bob], { account: bob }))
    expect(parseEventLogs({ abi: vestingAbi, logs, eventName: 'Vested' })[0]?.args).toEqual({
      user: carol,
      amount: parseEther('3'),
    })
  })

  test('claiming, staking and unstaking nothing succeeds and logs zeros', async () => {
    const amounts = async (receipt: Promise<Awaited<ReturnType<Enki['done']>>>) =>
      parseEventLogs({ abi: vestingAbi, logs: (await receipt).logs }).map(
        (log) => 'amount' in log.args && log.args.amount,
      )
    expect(await amounts(done(vesting.write.claim({ account: alice })))).toEqual([0n])
    expect(await amounts(stakeEnki(alice, 0n))).toEqual([0n])
    expect(await amounts(done(vesting.write.unstake({ account: alice })))).toEqual([0n, 0n])
  })

  test('the finish time cannot be asked without eMetis or with less than ten wei of ENKI', async () => {
    const finish = () => refusal(vesting.read.estimateFinishTime([alice]))
    expect(await finish()).toBe('Vesting: no eMetis or no ENKI staked')
    await vest(alice, ten)
    await stakeEnki(alice, 9n)
    expect(await finish()).toBe('Vesting: no eMetis or no ENKI staked')
    expect(await vesting.read.amountOfDuration([alice])).toBe(0n)
    await stakeEnki(alice, 1n)
    expect(await finish()).toBe('nothing')
  })

  test('a new duration holds for time that has passed already and was not settled', async () => {
    await vest(alice, ten)
    await stakeEnki(alice, parseEther('100'))
    await pass(45 * day)
    await done(config.write.setVestingDuration([BigInt(45 * day)], { account: deployer }))
    expect(await vesting.read.claimable([alice])).toBe(ten)
  })

  test('ENKI refuses in its own words, and vesting takes eMetis from the vault only', async () => {
    const account = alice
    expect(await refusal(vesting.simulate.stake([parseEther('10001')], { account }))).toBe(
      'BaseToken: transfer amount exceeds balance',
    )
    await done(token.write.approve([vesting.address, 5n], { account }))
    expect(await refusal(vesting.simulate.stake([6n], { account }))).toBe(
      'BaseToken: transfer amount exceeds allowance',
    )
    expect(await refusal(vesting.simulate.deposit([zeroAddress, 1n], { account }))).toBe('internal only')
  })
}
