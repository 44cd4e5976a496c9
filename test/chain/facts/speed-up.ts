import { parseEther, parseEventLogs, zeroAddress } from 'viem'
import { expect, test } from 'vitest'
import { redemptionQueueAbi } from '@/abi/redemption-queue'
import { type Enki, refusal } from '../enki'

const day = 86_400n
const one = parseEther('1')

/** Ticket 0 of alice over one eMetis, LP tokens of hers, and a factor that makes one LP token worth 30 days of it. */
export function ticketOfAlice({ alice, backend, queue, lp, client, done, provide }: Enki) {
  const setFactor = (factor: bigint, token = lp.address) =>
    done(queue.write.setLpFactor([token, factor], { account: backend }))
  const lock = (amount: bigint) =>
    done(queue.write.reduceRedemptionMaturity([0n, lp.address, amount], { account: alice }))
  const unlock = (account = alice) => done(queue.write.unlockLpToken([0n], { account }))
  const at = async (timestamp: bigint) => {
    await client.setNextBlockTimestamp({ timestamp })
    await client.mine({ blocks: 1 })
  }
  const prepare = async (factor = 30n * day) => {
    await provide(alice, parseEther('100'))
    await done(lp.write.approve([queue.address, parseEther('1000')], { account: alice }))
    await setFactor(factor)
    await done(queue.write.enterRedemptionQueue([alice, one], { account: alice }))
  }
  return { setFactor, lock, unlock, at, prepare }
}

export function speedUpFacts(enki: Enki): void {
  const { alice, backend, queue, metis, lp, client, done, pass } = enki
  const { setFactor, lock, unlock, at, prepare } = ticketOfAlice(enki)
  const reduce = (amount: bigint, token = lp.address) =>
    queue.simulate.reduceRedemptionMaturity([0n, token, amount], { account: alice })
  const maturity = async () => (await queue.read.nftInformation([0n]))[1]

  test('LP tokens shorten the wait and are locked for a month', async () => {
    await prepare()
    const [before, balance] = [await maturity(), await lp.read.balanceOf([alice])]
    const { logs, blockNumber } = await lock(one / 10n)
    const { timestamp } = await client.getBlock({ blockNumber })
    const [event] = parseEventLogs({ abi: redemptionQueueAbi, logs, eventName: 'ReduceRedemptionMaturity' })
    const [lpLockToken, lpLockAmount] = [lp.address, one / 10n]
    const newMaturityTimestamp = before - 3n * day
    expect(event?.args).toEqual({ nftId: 0n, lpLockToken, lpLockAmount, reduceTime: 3n * day, newMaturityTimestamp })
    expect(await lp.read.balanceOf([alice])).toBe(balance - lpLockAmount)
    expect((await queue.read.nftInformation([0n])).slice(4)).toEqual([
      timestamp + 30n * day,
      lpLockToken,
      lpLockAmount,
      false,
    ])
  })

  test('eight days counted from now must remain, so that each second lowers the limit', async () => {
    await prepare()
    const now = (await maturity()) - 19n * day
    await at(now)
    const amountFor = (seconds: bigint) => (seconds * one + 30n * day - 1n) / (30n * day)
    expect(await refusal(reduce(amountFor(11n * day + 1n)))).toBe('ReduceTimeExceedsLimit()')
    expect(await refusal(reduce(amountFor(11n * day)))).toBe('nothing')
    await at(now + 1n)
    expect(await refusal(reduce(amountFor(11n * day)))).toBe('ReduceTimeExceedsLimit()')
    await at(now + 12n * day)
    expect(await refusal(reduce(1n))).toBe('ReduceTimeExceedsLimit()')
  })

  test('works once per ticket, also after the LP tokens were unlocked', async () => {
    await prepare()
    await lock(one / 10n)
    expect(await refusal(reduce(1n))).toBe('AlreadyReducedMaturity()')
    await pass(Number(30n * day))
    await unlock()
    expect(await refusal(reduce(1n))).toBe('AlreadyReducedMaturity()')
  })

  test('a token with factor zero shortens nothing and is locked all the same', async () => {
    await prepare(0n)
    const [before, balance] = [await maturity(), await lp.read.balanceOf([alice])]
    expect(await queue.read.getReduceTime([lp.address, one, one])).toBe(0n)
    expect(await refusal(queue.read.estimateLpAmount([lp.address, day, one]))).toBe('Panic(18)')
    await lock(one)
    expect(await maturity()).toBe(before)
    expect(await lp.read.balanceOf([alice])).toBe(balance - one)
  })

  test('estimates round down, so the real reduction can be a second short', async () => {
    await prepare()
    const [amount, ...behind] = await queue.read.estimateLpAmount([lp.address, 12n * day, 10n * one])
    expect([amount, ...behind]).toEqual([4n * one, 4n * one, 4n * one])
    const [little] = await queue.read.estimateLpAmount([lp.address, 7n, one])
    expect(await queue.read.getReduceTime([lp.address, little, one])).toBe(6n)
  })

  test('estimates fail without a ticket amount and for a token that is no pair; times are cut to 64 bits', async () => {
    await prepare()
    expect(await refusal(queue.read.getReduceTime([lp.address, one, 0n]))).toBe('Panic(18)')
    await setFactor(1n, metis.address)
    expect(await refusal(queue.read.estimateLpAmount([metis.address, day, one]))).toBe(
      'RedemptionQueue: getReserves failed',
    )
    await setFactor(2n ** 64n + 5n)
    expect(await queue.read.getReduceTime([lp.address, one, one])).toBe(5n)
  })

  test('refuses in its own words and in those of the LP token', async () => {
    await prepare()
    expect(await refusal(reduce(1n, zeroAddress))).toBe('RedemptionQueue: zero address')
    expect(await refusal(reduce(0n))).toBe('RedemptionQueue: amount is zero')
    await done(lp.write.approve([queue.address, 5n], { account: alice }))
    expect(await refusal(reduce(6n))).toBe('ds-math-sub-underflow')
    expect(await refusal(queue.simulate.setLpFactor([lp.address, 1n], { account: alice }))).toMatch(/^AccessControl: /)
    expect(await refusal(queue.simulate.setLpFactor([zeroAddress, 1n], { account: backend }))).toBe(
      'RedemptionQueue: zero address',
    )
  })
}
