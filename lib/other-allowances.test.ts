import { type Address, encodeFunctionData, erc20Abi } from 'viem'
import { describe, expect, it } from 'vitest'
import type { Entry } from './journal'
import { toApproved } from './other-allowances'
import { pinned } from './pinned'

const [queue, vesting] = [
  '0x2E1e221ad59BD24395F1CB93eE35D8FE5e72d3BC',
  '0x13C0CCC4c21a1Aa082Ab92Ca515Fe36f514C8cd7',
] as const

describe('what a browser was asked to approve', () => {
  const approve = (spender: Address) =>
    encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args: [spender, 7n] })
  const entry = (change: Partial<Entry>) => ({ account: queue, chainId: 1, to: pinned.metis, ...change }) as Entry
  const call = { to: pinned.enki, data: approve(vesting), step: 'approveEnki', amount: 7n } as const

  it('is every pair of a token and a spender, once, batches included', () => {
    const journal = [
      entry({ data: approve(pinned.minter) }),
      entry({ data: approve(pinned.minter) }),
      entry({ data: '0x12345678', batch: { id: 'x', calls: [call, { ...call, data: '0x' }] } }),
      entry({ data: approve(vesting), chainId: 2 }),
      entry({ data: approve(vesting), account: vesting }),
    ]
    expect(toApproved(journal, queue, 1)).toEqual([
      { token: pinned.metis, spender: pinned.minter },
      { token: pinned.enki, spender: vesting },
    ])
  })
})
