import { expect, it } from 'vitest'
import { toReplaced } from './replaced'

type Logs = Parameters<typeof toReplaced>[0]
const [a, b, c] = ['0xa', '0xb', '0xc'] as const

const epoch = (epochId: bigint, signer: string, startBlock: bigint, endBlock: bigint) =>
  ({ eventName: 'NewEpoch', args: { epochId, signer, startBlock, endBlock } }) as unknown as Logs[number]
const recommit = (oldEpochId: bigint, curEpochId: bigint, startBlock: bigint, newSigner: string) => {
  const args = { oldEpochId, newEpochId: oldEpochId + 1n, curEpochId, startBlock, endBlock: startBlock + 9n, newSigner }
  return { eventName: 'ReCommitEpoch', args } as unknown as Logs[number]
}
const named = [epoch(1n, a, 10n, 19n), epoch(2n, b, 20n, 29n)]

it('blames who signs an epoch that is cut, whether the next was named or not', () => {
  const cut = [{ signer: a, epoch: 1n, block: 15n }]
  expect(toReplaced([...named, recommit(1n, 2n, 15n, c)], 1n)).toEqual(cut)
  expect(toReplaced([...named.slice(0, 1), recommit(1n, 1n, 15n, c)], 1n)).toEqual(cut)
})

it('blames who was named for the new epoch when the old one is over', () =>
  expect(toReplaced([...named, recommit(1n, 2n, 20n, c)], 1n)).toEqual([{ signer: b, epoch: 2n, block: 20n }]))

it('knows an epoch that has been cut as over: a second recommit of the same block blames the heir', () =>
  expect(
    toReplaced([...named, recommit(1n, 2n, 15n, c), recommit(1n, 2n, 15n, b)], 1n).map(({ signer }) => signer),
  ).toEqual([a, c]))

it('leaves out what was replaced before the first epoch, and what came of it', () => {
  expect(toReplaced([...named, recommit(1n, 2n, 15n, c)], 2n)).toEqual([])
  expect(toReplaced([recommit(0n, 1n, 15n, c)], 2n)).toEqual([])
})

it('blames nobody where the logs begin too late', () =>
  expect(() => toReplaced([recommit(1n, 2n, 20n, c)], 1n)).toThrow('epoch'))
