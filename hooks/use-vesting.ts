'use client'

import type { ExitObstacle } from '@/lib/exit-obstacle'
import { type VestIntent, vestObstacle } from '@/lib/vest-quote'
import { claimable, finish, missingEnki, pace, settle, type Vesting } from '@/lib/vesting'
import { useAmountField } from './use-amount-field'
import type { Exit } from './use-exit'

const day = 86_400n

/** What an account's vest comes to with a certain stake of ENKI: eMetis a day, and when the last is released (unix seconds). */
export type Outlook = { perDay: bigint; finish: number | null }

const outlook = (account: Vesting, duration: bigint): Outlook => {
  const end = finish(account, duration)
  return { perDay: (pace(account) * day) / duration, finish: end === null ? null : Number(end) }
}

/** The account in Vesting at this moment, as it is and with the typed ENKI, or else with what the full pace needs. */
function toState(exit: Exit, typed: bigint) {
  const { protocol, position, now } = exit
  const { vestingSeconds: duration } = protocol
  if (!position?.vesting || !duration) return null
  const account = settle(position.vesting, BigInt(now), duration)
  const missing = missingEnki(account)
  const more = typed > 0n ? typed : missing
  return {
    account,
    duration,
    missing,
    more,
    claimable: claimable(position.vesting, BigInt(now), duration),
    asItIs: outlook(account, duration),
    withMore: outlook({ ...account, enki: account.enki + more }, duration),
  }
}

export type VestState = NonNullable<ReturnType<typeof toState>>

/** The Vesting tab: the state of the vest, the ENKI typed, and what can be done. */
export function useVesting(exit: Exit) {
  const { protocol, position, flow, now } = exit
  const field = useAmountField('abzu.vest')
  const amount = field.parsed.kind === 'amount' ? field.parsed.value : 0n
  const obstacle = (intent: VestIntent): ExitObstacle | null => vestObstacle(intent, protocol, position, BigInt(now))
  const act = (intent: VestIntent) =>
    flow.start(
      async (latest, mine) =>
        (await import('@/lib/vest')).vestSteps(intent, latest, mine, BigInt(Math.max(now, mine.block.seconds))),
      intent.kind === 'stake' ? { field: field.key } : {},
    )
  return { field, amount, state: toState(exit, amount), obstacle, act }
}
