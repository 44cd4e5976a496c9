import { parseEther, parseEventLogs } from 'viem'
import { expect, test } from 'vitest'
import { uniswapV2PairAbi } from '@/abi/uniswap-v2-pair'
import { execute } from '../../devnet/transact'
import { type Enki, refusal } from '../enki'

const one = parseEther('1')

export function marketFacts({ alice, bob, deployer, ...enki }: Enki): void {
  const { lp, eMetis, metis, priceFeed, enki: token, done, provide } = enki
  const sellsFirst = BigInt(eMetis.address) < BigInt(metis.address)

  test('a swap takes 0.3 % and gives no wei more than the formula', async () => {
    await provide(alice, parseEther('100'))
    await done(eMetis.write.transfer([lp.address, one], { account: bob }))
    const out = (one * 997n * parseEther('100')) / (parseEther('100') * 1000n + one * 997n)
    const swap = (amount: bigint) =>
      sellsFirst ? ([0n, amount, bob, '0x'] as const) : ([amount, 0n, bob, '0x'] as const)
    expect(await refusal(lp.simulate.swap(swap(out + 1n), { account: bob }))).toBe('UniswapV2: K')
    const before = await metis.read.balanceOf([bob])
    const { logs } = await done(lp.write.swap(swap(out), { account: bob }))
    expect(await metis.read.balanceOf([bob])).toBe(before + out)
    const [sync, event] = parseEventLogs({ abi: uniswapV2PairAbi, logs, eventName: ['Sync', 'Swap'] })
    expect(event?.args).toMatchObject({ sender: bob, to: bob })
    const [reserve0, reserve1] = await lp.read.getReserves()
    expect(sync?.args).toEqual({ reserve0, reserve1 })
    expect(reserve0 + reserve1).toBe(parseEther('201') - out)
  })

  test('a price feed answers with eight decimals and the time of its last update', async () => {
    const feed = enki.deployed.priceFeed
    await execute({ from: alice, on: feed, fn: 'setAnswerAt', args: [336_800_000n, 1_700_000_000n] })
    const [roundId, answer, , updatedAt] = await priceFeed.read.latestRoundData()
    expect([roundId, answer, updatedAt]).toEqual([1n, 336_800_000n, 1_700_000_000n])
    expect([await priceFeed.read.decimals(), await priceFeed.read.description()]).toEqual([8, 'METIS / USD'])
  })

  test('ENKI can be closed to transfers by its governance', async () => {
    await execute({ from: deployer, on: enki.deployed.enki, fn: 'setInPrivateTransferMode', args: [true] })
    expect(await refusal(token.simulate.transfer([bob, 1n], { account: alice }))).toBe(
      'BaseToken: msg.sender not whitelisted',
    )
  })
}
