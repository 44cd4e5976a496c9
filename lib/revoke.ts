import type { Allowance } from './allowances'
import { tokenAt } from './contracts'
import { type Step, step } from './step'

/** The call that takes an allowance back: an approval of nothing. */
export const revokeSteps = ({ id, token, spender, amount }: Allowance): Step[] => [
  step(id, amount, { ...tokenAt(token), functionName: 'approve', args: [spender, 0n] }),
]
