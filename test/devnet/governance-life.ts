import { keccak256, stringToHex } from 'viem'
import { backend, relief } from './accounts'
import type { World } from './deploy'
import { slotsPerDay } from './time'
import type { Timeline } from './timeline'
import { send } from './transact'

const day = 86_400n
const role = keccak256(stringToHex('BACKEND_ROLE'))

/** What the operator changes in Config: the queue's length before anybody is in it, and a key that helps out for a week. */
const changes = [
  [1, 'setQueueLengthSecs', [21n * day]],
  [7, 'setQueueLengthSecs', [20n * day]],
  [150, 'grantRole', [role, relief]],
  [157, 'revokeRole', [role, relief]],
] as const

/** Nothing of it touches a payout or a ticket. */
export function planGovernance({ onL2 }: World, { at }: Timeline): void {
  for (const [on, fn, args] of changes)
    at('l2', on * slotsPerDay + 11, async () => void (await send({ from: backend, on: onL2.config, fn, args })))
}
