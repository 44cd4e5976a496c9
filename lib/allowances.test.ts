import { maxUint256 } from 'viem'
import { describe, expect, it } from 'vitest'
import { toAllowances } from './allowances'
import { pinned } from './pinned'
import type { Position } from './position'
import { revokeSteps } from './revoke'

const [queue, vesting] = [
  '0x2E1e221ad59BD24395F1CB93eE35D8FE5e72d3BC',
  '0x13C0CCC4c21a1Aa082Ab92Ca515Fe36f514C8cd7',
] as const
const book = {
  config: null,
  rewardDispatcher: null,
  inviterNFT: null,
  bridge: null,
  l1Dealer: null,
  redemptionQueue: queue,
  vesting,
}
const none = { metisAllowance: 0n, eMetisAllowance: 0n, queueAllowance: 0n, enkiAllowance: 0n }
const position = (change: Partial<typeof none>) => ({ ...none, ...change }) as Position

const left = (change: Partial<typeof none>) => toAllowances(position(change), book)

describe('allowances', () => {
  it('are listed only while there is something left of them', () => {
    expect(left({})).toEqual([])
    expect(left({ queueAllowance: 1n, metisAllowance: maxUint256 })).toEqual([
      { id: 'revokeMetis', token: pinned.metis, spender: pinned.minter, amount: maxUint256 },
      { id: 'revokeQueue', token: pinned.eMetis, spender: queue, amount: 1n },
    ])
  })

  it.each([
    ['revokeMetis', 'metisAllowance', pinned.metis, pinned.minter],
    ['revokeEMetis', 'eMetisAllowance', pinned.eMetis, pinned.seMetis],
    ['revokeQueue', 'queueAllowance', pinned.eMetis, queue],
    ['revokeEnki', 'enkiAllowance', pinned.enki, vesting],
  ] as const)('%s approves nothing to the same spender', (id, key, address, spender) => {
    expect(left({ [key]: 5n }).flatMap(revokeSteps)).toMatchObject([
      { id, amount: 5n, address, functionName: 'approve', args: [spender, 0n] },
    ])
  })

  it('are not listed where there is no such contract', () => {
    expect(toAllowances(position({ queueAllowance: 5n }), { ...book, redemptionQueue: null })).toEqual([])
  })
})
