import { parseEther } from 'viem'
import { expect, test } from 'vitest'
import { readPrice } from '@/lib/price'
import { oracle } from '../devnet/accounts'
import { readTime } from '../devnet/time'
import { execute } from '../devnet/transact'
import { l2, restoreEach, world } from './devnet'
import { client } from './signer'

restoreEach()

const { priceFeed } = world.onL2
const day = 86_400

/** Sets an answer in the feed's 8 decimals, so many seconds before the block in which it is read. */
async function answer(value: bigint, age: number): Promise<void> {
  // Ahead of both clocks: the later one decides how old a price is.
  const next = Math.max(await readTime(world.l2), Math.floor(Date.now() / 1000)) + 3_600
  await execute({ from: oracle, on: priceFeed, fn: 'setAnswerAt', args: [value, BigInt(next - age)] })
  await l2.setNextBlockTimestamp({ timestamp: BigInt(next) })
  await l2.mine({ blocks: 1 })
}

test('the price of a METIS is the feed’s, in 18 decimals, for a day to the second', async () => {
  await answer(336_812_345n, day)
  const { dollars, updated, block } = (await readPrice(client)) ?? {}
  expect(dollars).toBe(parseEther('3.36812345'))
  expect(block && updated && block.seconds - updated).toBe(day)
})

test('a price older than a day is none, nor is zero, less, or what no feed says', async () => {
  await answer(336_812_345n, day + 1)
  expect(await readPrice(client)).toBeNull()
  for (const value of [0n, -1n]) {
    await answer(value, 0)
    expect(await readPrice(client)).toBeNull()
  }
  await answer(336_812_345n, 0)
  expect(await readPrice(client)).not.toBeNull()
  await l2.setCode({ address: priceFeed.address, bytecode: '0x' })
  expect(await readPrice(client)).toBeNull()
})
