import { parseAmount } from './amount'
import type { Step, StepId } from './step'

/** A larger approval than a step needs, as it was typed on purpose. */
export type Wish = { step: StepId; text: string }

/** What a step approves, base units: what was typed for it, if that can be read for certain and is more than it needs. */
export function wished(wish: Wish | null, step: StepId, least: bigint): bigint {
  const parsed = wish?.step === step ? parseAmount(wish.text) : null
  return parsed?.kind === 'amount' && parsed.value > least ? parsed.value : least
}

/** The steps with what was wished for approved. */
export const withWish = (steps: readonly Step[], wish: Wish | null): readonly Step[] =>
  steps.map((each) => {
    if (each.functionName !== 'approve') return each
    const amount = wished(wish, each.id, each.amount)
    return amount > each.amount ? { ...each, amount, args: [each.args[0], amount] } : each
  })
