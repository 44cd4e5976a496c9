import { describe, expect, it } from 'vitest'
import { metis, minter } from './contracts'
import { step, toSignedCall } from './step'
import { withWish } from './wish'

const unit = 10n ** 18n
const steps = [
  step('approveMetis', 2n * unit, { ...metis, functionName: 'approve', args: [minter.address, 2n * unit] }),
  step('mintEMetis', 2n * unit, {
    ...minter,
    functionName: 'mint',
    args: [minter.address, 2n * unit, false, minter.address],
  }),
]
const amounts = (text: string, id: 'approveMetis' | 'approveEMetis' | 'mintEMetis' = 'approveMetis') =>
  withWish(steps, { step: id, text }).map(({ amount, args }) => [amount, args[1]])
const exact = [
  [2n * unit, 2n * unit],
  [2n * unit, 2n * unit],
]

describe('a larger approval', () => {
  it('is what was typed, in the bytes too, and only of that step', () => {
    expect(amounts('100')).toEqual([
      [100n * unit, 100n * unit],
      [2n * unit, 2n * unit],
    ])
    const [approval] = withWish(steps, { step: 'approveMetis', text: '100' })
    expect(approval && toSignedCall(approval).args).toContainEqual({ name: 'amount', value: String(100n * unit) })
  })

  it.each(['', '0', '1', '2', '1,000', 'all', '-5', '1.0000000000000000001'])(
    '%j stays at what the step needs',
    (text) => {
      expect(amounts(text)).toEqual(exact)
    },
  )

  it('is never given to another approval, nor to what is no approval', () => {
    expect(amounts('100', 'approveEMetis')).toEqual(exact)
    expect(amounts('100', 'mintEMetis')).toEqual(exact)
    expect(withWish(steps, null)).toEqual(steps)
  })
})
