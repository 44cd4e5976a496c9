import {
  type AbiEvent,
  encodeAbiParameters,
  encodeEventTopics,
  type Hex,
  type Log,
  pad,
  toFunctionSelector,
} from 'viem'
import { expect, test } from 'vitest'
import { vestingAbi } from '@/abi/vesting'
import { isOwnCall } from './own-event'

const [account, stranger, to]: Hex[] = ['0x5a', '0x66', '0x77'].map((each) => pad(each as Hex, { size: 20 }))

/** What Vesting tells of a user. */
function tell(eventName: 'Vested' | 'Claimed' | 'Unstaked', user = account): Log {
  const event = vestingAbi.find(
    (item): item is typeof item & AbiEvent => item.type === 'event' && item.name === eventName,
  )
  const topics = encodeEventTopics({ abi: [event as AbiEvent], args: { user } } as never)
  return { address: to, topics, data: encodeAbiParameters([{ type: 'uint256' }], [3n]) } as unknown as Log
}

const isOwn = (call: 'claim()' | 'unstake()', log: Log) =>
  isOwnCall([log], { account: account as Hex, to: to as Hex, data: toFunctionSelector(call) })

test('a call without arguments is told by what its contract says of the account', () => {
  expect(isOwn('claim()', tell('Claimed'))).toBe(true)
  expect(isOwn('unstake()', tell('Unstaked'))).toBe(true)
  expect(isOwn('claim()', tell('Claimed', stranger))).toBe(false)
})

test('and not by what anybody can have it say for a few wei', () => {
  expect(isOwn('claim()', tell('Vested'))).toBe(false)
  expect(isOwn('unstake()', tell('Vested'))).toBe(false)
})
