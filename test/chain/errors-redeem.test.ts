import { type Address, parseEther, zeroAddress } from 'viem'
import { beforeEach, describe, expect, test } from 'vitest'
import { enki, vault } from '@/lib/contracts'
import { failureOf } from '@/lib/errors'
import { type Step, step } from '@/lib/step'
import { backend } from '../devnet/accounts'
import { deployer } from '../devnet/addresses'
import { execute } from '../devnet/transact'
import { restoreEach, world } from './devnet'
import { actAs, approveAll, day, drain, enter, fund, lp, provide, queue, stakeFor, vesting, wait } from './exit'
import { failure as failureOn } from './failure'
import { accountAt, client } from './signer'

restoreEach()

const account = accountAt(4)
const me = account.address
const [other, { onL2 }] = [accountAt(5).address, world]
const one = parseEther('1')

const configure = (fn: string, value: unknown) => execute({ from: backend, on: onL2.config, fn, args: [value] })

const failure = (...steps: readonly Step[]) => failureOn(account, steps)

const redeemShares = (amount: bigint, to: Address = me, owner: Address = me) =>
  step('unstake', amount, { ...vault, functionName: 'redeem', args: [amount, to, owner] })
const withdraw = (amount: bigint) =>
  step('unstakeNow', amount, { ...vault, functionName: 'withdraw', args: [amount, me, me] })
const request = (amount: bigint, to: Address = me) =>
  step('request', amount, { ...queue, functionName: 'enterRedemptionQueue', args: [to, amount] })
const claim = (id: bigint, to: Address = me) =>
  step('claim', 0n, { ...queue, functionName: 'redeemRedemptionTicketNft', args: [id, to] })
const cancel = (id: bigint, to: Address = me) =>
  step('cancel', 0n, { ...queue, functionName: 'cancelRedemptionTicketNft', args: [to, id] })
const speedUp = (id: bigint, amount: bigint, token: Address = lp.address) =>
  step('speedUp', amount, { ...queue, functionName: 'reduceRedemptionMaturity', args: [id, token, amount] })
const unlock = (id: bigint) => step('unlockLp', 0n, { ...queue, functionName: 'unlockLpToken', args: [id] })
const stakeEnki = (amount: bigint) => step('stakeEnki', amount, { ...vesting, functionName: 'stake', args: [amount] })
const unstakeEnki = step('unstakeEnki', 0n, { ...vesting, functionName: 'unstake', args: [] })
const claimVest = step('claimVest', 0n, { ...vesting, functionName: 'claim', args: [] })

describe('an unstake that the vault refuses', () => {
  beforeEach(async () => {
    await approveAll(me)
    await stakeFor(me, 10n * one)
  })

  test('of more shares than there are', async () => {
    const shares = await client.readContract({ ...vault, functionName: 'balanceOf', args: [me] })
    expect(await failure(redeemShares(shares + 1n))).toBe('moreThanShares')
    expect(await failure(withdraw(10n * one + 1n))).toBe('moreThanShares')
    expect(await failure(redeemShares(shares))).toBe('none')
  })
  test('with a vesting part of zero', async () => expect(await failure(withdraw(3n))).toBe('zeroVest'))
  test('while the vesting ratio is zero', async () => {
    await configure('setVestingRatio', 0n)
    expect(await failure(redeemShares(one))).toBe('zeroVest')
  })
  test('for nobody', async () => expect(await failure(redeemShares(one, zeroAddress))).toBe('zeroAddress'))
  test("of somebody else's shares", async () => {
    await approveAll(other)
    await stakeFor(other, one * 10n)
    expect(await failure(redeemShares(one, me, other))).toBe('lowAllowance')
  })
  test('of the first deposit', async () => {
    const shares = await client.readContract({ ...vault, functionName: 'balanceOf', args: [deployer] })
    const args = [shares, deployer, deployer] as const
    const refused = await client
      .simulateContract({ ...vault, functionName: 'redeem', args, account: deployer })
      .catch((error) => error)
    expect(failureOf(refused)).toBe('firstDeposit')
  })
  test('while it is paused, or closed to the public', async () => {
    await configure('setPaused', true)
    expect(await failure(redeemShares(one))).toBe('pausedExit')
    expect(await failure(withdraw(one))).toBe('pausedExit')
    await configure('setPaused', false)
    await configure('setPublic', false)
    expect(await failure(redeemShares(one))).toBe('notPublicExit')
    expect(await failure(withdraw(one))).toBe('notPublicExit')
  })
})

describe('what Vesting refuses', () => {
  test('ENKI it may not take, and ENKI that is not there', async () => {
    expect(await failure(stakeEnki(one))).toBe('lowEnkiAllowance')
    await approveAll(me)
    expect(await failure(stakeEnki(parseEther('1000000')))).toBe('lowEnki')
  })
  test('ENKI while its transfers are closed', async () => {
    await approveAll(me)
    await actAs(deployer)
    await execute({ from: deployer, on: onL2.enki, fn: 'setInPrivateTransferMode', args: [true] })
    expect(await failure(stakeEnki(one))).toBe('enkiClosed')
  })
  test('to stake or return ENKI while it is paused or closed, but never a claim', async () => {
    await approveAll(me)
    for (const [fn, value, expected] of [
      ['setPaused', true, 'pausedExit'],
      ['setPublic', false, 'notPublicExit'],
    ] as const) {
      await configure(fn, value)
      expect(await failure(stakeEnki(one))).toBe(expected)
      expect(await failure(unstakeEnki)).toBe(expected)
      expect(await failure(claimVest)).toBe('none')
      await configure(fn, !value)
    }
  })
  test('to say when it ends, where nothing vests', async () => {
    const asked = client.readContract({ ...vesting, functionName: 'estimateFinishTime', args: [other] })
    expect(failureOf(await asked.catch((error) => error))).toBe('nothingVests')
  })
  test('an approval of ENKI for nobody', async () => {
    const nobody = step('approveEnki', one, { ...enki, functionName: 'approve', args: [zeroAddress, one] })
    expect(await failure(nobody)).toBe('zeroAddress')
  })
})

describe('what the queue refuses', () => {
  test('a request of nothing, for nobody, or for a contract that holds no tickets', async () => {
    await approveAll(me)
    expect(await failure(request(0n))).toBe('zeroAmount')
    expect(await failure(request(one, zeroAddress))).toBe('zeroAddress')
    expect(await failure(request(one, vault.address))).toBe('notReceiver')
  })
  test('a request without an allowance, or beyond the balance', async () => {
    expect(await failure(request(one))).toBe('lowAllowance')
    await approveAll(me)
    expect(await failure(request(parseEther('1000000')))).toBe('lowBalance')
  })

  test('a claim too early, for nobody, of nothing, and one the queue cannot pay', async () => {
    await approveAll(me)
    const id = await enter(me, one)
    expect(await failure(claim(id))).toBe('notMatureYet')
    expect(await failure(claim(id, zeroAddress))).toBe('zeroAddress')
    expect(await failure(claim(id + 1n))).toBe('noSuchTicket')
    await wait(20n * day)
    await drain(one - 1n)
    expect(await failure(claim(id))).toBe('queueShort')
    await fund(1n)
    expect(await failure(claim(id))).toBe('none')
    expect(await failure(claim(id))).toBe('noSuchTicket')
  })

  test("anything with somebody else's ticket", async () => {
    await approveAll(other)
    const id = await enter(other, one)
    for (const one of [claim(id), cancel(id), unlock(id), speedUp(id, 1n)])
      expect(await failure(one)).toBe('notTicketOwner')
  })

  test('a cancellation for nobody, or of a ticket that is gone', async () => {
    await approveAll(me)
    const id = await enter(me, one)
    expect(await failure(cancel(id, zeroAddress))).toBe('zeroAddress')
    expect(await failure(cancel(id))).toBe('none')
    expect(await failure(cancel(id))).toBe('noSuchTicket')
  })
})

describe('what speeding up refuses', () => {
  const factor = () => client.readContract({ ...queue, functionName: 'lpFactors', args: [lp.address] })
  /** LP tokens that take so many days off a ticket of one METIS. */
  const lpOf = async (days: bigint) => (days * day * one) / (await factor()) + 1n

  beforeEach(async () => {
    await approveAll(me)
    await provide(me, 100n * one)
  })

  test('nothing, no token, and what is not held or not allowed', async () => {
    const id = await enter(me, one)
    expect(await failure(speedUp(id, 0n))).toBe('zeroAmount')
    expect(await failure(speedUp(id, 1n, zeroAddress))).toBe('zeroAddress')
    await execute({ from: me, on: onL2.lp, fn: 'approve', args: [queue.address, 0n] })
    expect(await failure(speedUp(id, 1n))).toBe('lowLp')
    await approveAll(me)
    const held = await client.readContract({ ...lp, functionName: 'balanceOf', args: [me] })
    const big = await enter(me, 800n * one)
    expect(await failure(speedUp(big, held + 1n))).toBe('lowLp')
  })

  test('more than the shortest wait leaves, and a second time', async () => {
    const id = await enter(me, one)
    expect(await failure(speedUp(id, await lpOf(13n)))).toBe('reduceLimit')
    expect(await failure(speedUp(id, await lpOf(3n)))).toBe('none')
    expect(await failure(speedUp(id, await lpOf(3n)))).toBe('alreadyReduced')
  })

  test('LP tokens that are still locked, or never were', async () => {
    const [id, plain] = [await enter(me, one), await enter(me, one)]
    expect(await failure(unlock(plain))).toBe('lpNotLocked')
    expect(await failure(speedUp(id, await lpOf(3n)), unlock(id))).toBe('lpStillLocked')
  })

  test('a second payout of a ticket that was redeemed with its LP tokens still in it', async () => {
    const id = await enter(me, one)
    await fund(one)
    expect(await failure(speedUp(id, await lpOf(3n)))).toBe('none')
    await wait(20n * day)
    expect(await failure(claim(id))).toBe('none')
    expect(await failure(claim(id))).toBe('alreadyRedeemed')
    expect(await failure(cancel(id))).toBe('alreadyRedeemed')
  })

  test('an estimate for a token without a factor, or of no pool', async () => {
    const ask = (token: Address) =>
      client
        .readContract({ ...queue, functionName: 'estimateLpAmount', args: [token, 1n, one] })
        .catch((error) => error)
    expect(failureOf(await ask(enki.address))).toBe('miscount')
    await execute({ from: backend, on: onL2.queue, fn: 'setLpFactor', args: [enki.address, 1n] })
    expect(failureOf(await ask(enki.address))).toBe('noReserves')
  })

  test('fees beyond those collected, to whoever may collect them', async () => {
    const args = [2n ** 127n] as const
    const asked = client.simulateContract({ ...queue, functionName: 'collectRedemptionFees', args, account: backend })
    expect(failureOf(await asked.catch((error) => error))).toBe('exceedsFees')
  })
})
