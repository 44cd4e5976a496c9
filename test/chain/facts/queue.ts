import { type Address, parseEther, parseEventLogs, zeroAddress } from 'viem'
import { expect, test } from 'vitest'
import { redemptionQueueAbi } from '@/abi/redemption-queue'
import { treasury } from '../../devnet/addresses'
import { type Enki, refusal } from '../enki'

const day = 86_400
const slot = 234
const one = parseEther('1')

export function queueFacts({ alice, bob, carol, backend, deployer, ...enki }: Enki): void {
  const { queue, eMetis, metis, minter, config, client, done, pass } = enki
  const enter = (account: Address, amount: bigint, to = account) =>
    done(queue.write.enterRedemptionQueue([to, amount], { account }))
  const fund = (amount: bigint) => done(minter.write.depositToRedemptionQueue([amount], { account: backend }))
  const redeem = (id: bigint, account: Address) => queue.simulate.redeemRedemptionTicketNft([id, account], { account })
  const setFees = async (entry: bigint, cancel: bigint) => {
    await done(config.write.setRedemptionFee([entry], { account: deployer }))
    await done(config.write.setCancelRedemptionFee([cancel], { account: deployer }))
  }

  test('numbers tickets from zero, holds the eMetis and keeps the entry fee', async () => {
    await setFees(20_000n, 5_000n)
    const supply = await eMetis.read.totalSupply()
    const { logs, blockNumber } = await enter(alice, parseEther('10'), bob)
    const { timestamp } = await client.getBlock({ blockNumber })
    const [event] = parseEventLogs({ abi: redemptionQueueAbi, logs, eventName: 'EnterRedemptionQueue' })
    expect(event?.args).toEqual({
      nftId: 0n,
      sender: alice,
      recipient: bob,
      amountEMetisRedeemed: parseEther('10'),
      redemptionFeeAmount: parseEther('0.2'),
      maturityTimestamp: timestamp + BigInt(20 * day),
      cancelRedemptionFee: 5_000n,
    })
    expect(await queue.read.ownerOf([0n])).toBe(bob)
    expect(await eMetis.read.totalSupply()).toBe(supply)
    expect(await eMetis.read.balanceOf([queue.address])).toBe(parseEther('10'))
    expect(await queue.read.redemptionQueueAccounting()).toEqual([parseEther('9.8'), parseEther('0.2')])
  })

  test('freezes length and fees into a ticket', async () => {
    await enter(alice, one)
    const before = await queue.read.nftInformation([0n])
    await setFees(100_000n, 100_000n)
    await done(config.write.setQueueLengthSecs([BigInt(40 * day)], { account: deployer }))
    expect(await queue.read.nftInformation([0n])).toEqual(before)
    await enter(alice, one)
    const [, maturity, amount, cancelFee] = await queue.read.nftInformation([1n])
    expect(maturity - before[1]).toBeGreaterThanOrEqual(BigInt(20 * day))
    expect([amount, cancelFee]).toEqual([parseEther('0.9'), 100_000n])
  })

  test('refuses an entry in its own words and in those of eMetis', async () => {
    const tryEnter = (to: Address, amount: bigint) =>
      refusal(queue.simulate.enterRedemptionQueue([to, amount], { account: alice }))
    expect(await tryEnter(zeroAddress, one)).toBe('RedemptionQueue: zero address')
    expect(await tryEnter(alice, 0n)).toBe('RedemptionQueue: amount is zero')
    expect(await tryEnter(alice, parseEther('1001'))).toBe('ERC20: transfer amount exceeds balance')
    expect(await tryEnter(metis.address, one)).toBe('ERC721: transfer to non ERC721Receiver implementer')
    await done(eMetis.write.approve([queue.address, 5n], { account: alice }))
    expect(await tryEnter(alice, 6n)).toBe('ERC20: insufficient allowance')
  })

  test('pays METIS and burns the eMetis and the ticket once the ticket is mature', async () => {
    await enter(alice, one)
    await fund(one)
    const [, maturity] = await queue.read.nftInformation([0n])
    expect(await refusal(redeem(0n, alice))).toMatch(new RegExp(`^NotMatureYet\\(\\d+,${maturity}\\)$`))
    await client.setNextBlockTimestamp({ timestamp: maturity })
    await client.mine({ blocks: 1 })
    const [supply, balance] = [await eMetis.read.totalSupply(), await metis.read.balanceOf([bob])]
    await done(queue.write.redeemRedemptionTicketNft([0n, bob], { account: alice }))
    expect(await metis.read.balanceOf([bob])).toBe(balance + one)
    expect(await eMetis.read.totalSupply()).toBe(supply - one)
    expect(await refusal(queue.read.ownerOf([0n]))).toBe('ERC721: invalid token ID')
    expect(await refusal(redeem(0n, alice))).toBe('ERC721: invalid token ID')
    expect((await queue.read.nftInformation([0n]))[0]).toBe(true)
  })

  test('pays matured tickets first come, first served, and no more than it has', async () => {
    await enter(alice, one)
    await enter(bob, one)
    await pass(20 * day)
    expect(await refusal(redeem(0n, alice))).toBe('ERC20: transfer amount exceeds balance')
    await fund(one)
    await done(queue.write.redeemRedemptionTicketNft([1n, bob], { account: bob }))
    expect(await refusal(redeem(0n, alice))).toBe('ERC20: transfer amount exceeds balance')
    expect((await queue.read.redemptionQueueAccounting())[0]).toBe(one)
  })

  test('lets only the owner and those approved touch a ticket, and nobody an unknown one', async () => {
    await enter(alice, one)
    const calls = (id: bigint) => [
      redeem(id, bob),
      queue.simulate.cancelRedemptionTicketNft([bob, id], { account: bob }),
      queue.simulate.unlockLpToken([id], { account: bob }),
      queue.simulate.reduceRedemptionMaturity([id, enki.lp.address, 1n], { account: bob }),
    ]
    expect(new Set(await Promise.all(calls(0n).map(refusal)))).toEqual(new Set(['Erc721CallerNotOwnerOrApproved()']))
    expect(new Set(await Promise.all(calls(7n).map(refusal)))).toEqual(new Set(['ERC721: invalid token ID']))
    await done(queue.write.approve([bob, 0n], { account: alice }))
    await done(queue.write.cancelRedemptionTicketNft([bob, 0n], { account: bob }))
  })

  test('cancels at any time, also after maturity, for the fee frozen into the ticket', async () => {
    await setFees(0n, 5_000n)
    await enter(alice, parseEther('10'))
    await setFees(0n, 900_000n)
    await pass(30 * day)
    const before = await eMetis.read.balanceOf([carol])
    const { logs } = await done(queue.write.cancelRedemptionTicketNft([carol, 0n], { account: alice }))
    const [event] = parseEventLogs({ abi: redemptionQueueAbi, logs, eventName: 'CancelRedemptionTicketNft' })
    const [eMetisOut, cancelRedemptionFee] = [parseEther('9.95'), parseEther('0.05')]
    expect(event?.args).toEqual({ nftId: 0n, sender: alice, recipient: carol, eMetisOut, cancelRedemptionFee })
    expect(await eMetis.read.balanceOf([carol])).toBe(before + eMetisOut)
    expect(await queue.read.redemptionQueueAccounting()).toEqual([0n, cancelRedemptionFee])
    expect((await queue.read.nftInformation([0n]))[0]).toBe(true)
  })

  test('gives fees to the treasury, not more than it took', async () => {
    await setFees(10_000n, 0n)
    await enter(alice, parseEther('100'))
    const collect = (amount: bigint, account = backend) => queue.simulate.collectRedemptionFees([amount], { account })
    expect(await refusal(collect(parseEther('2')))).toBe(`ExceedsCollectedFees(${parseEther('2')},${one})`)
    expect(await refusal(collect(0n))).toBe('RedemptionQueue: amount is zero')
    expect(await refusal(collect(1n, alice))).toBe(
      'onlyOperatorOrTimeLock: caller does not have the operator or timelock role',
    )
    await done(queue.write.collectRedemptionFees([one], { account: backend }))
    expect(await eMetis.read.balanceOf([treasury])).toBe(one)
  })

  test('cannot be enumerated: ids are dense, and the next one lies in a storage slot only', async () => {
    expect(await queue.read.supportsInterface(['0x780e9d63'])).toBe(false)
    expect(await queue.read.supportsInterface(['0x80ac58cd'])).toBe(true)
    for (const account of [alice, bob, alice]) await enter(account, one)
    const maturities = await Promise.all([0n, 1n, 2n, 3n].map((id) => queue.read.nftInformation([id])))
    expect(maturities.map(([, maturity]) => maturity !== 0n)).toEqual([true, true, true, false])
    const word = await client.getStorageAt({ address: queue.address, slot: `0x${slot.toString(16)}` })
    expect(BigInt(word ?? 0) & (2n ** 64n - 1n)).toBe(3n)
    expect(await queue.read.balanceOf([alice])).toBe(2n)
    expect(await queue.read.name()).toBe('eMetisRedemptionTicket')
    expect(await queue.read.symbol()).toBe('eMetis Redemption Queue Ticket')
    expect(await queue.read.tokenURI([0n])).toBe('')
  })
}
