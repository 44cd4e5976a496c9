import { type ExitAct, exitFee } from './exit-gas'
import type { ExitObstacle } from './exit-obstacle'
import { writeFault } from './fault'
import type { Position } from './position'
import type { Protocol } from './protocol'
import { claimable } from './vesting'

/** What is wanted of Vesting; `amount` in base units of ENKI. Unstaking returns all ENKI, there is no part of it. */
export type VestIntent = { kind: 'stake'; amount: bigint } | { kind: 'claim' } | { kind: 'unstake' }

const acts = { stake: 'stakeEnki', claim: 'claimVest', unstake: 'unstakeEnki' } as const satisfies Record<
  string,
  ExitAct
>

/** eMetis that a claim pays at `now` (unix seconds); 0 where there is no Vesting. */
export const vested = (protocol: Protocol, position: Position, now: bigint): bigint =>
  position.vesting && protocol.vestingSeconds ? claimable(position.vesting, now, protocol.vestingSeconds) : 0n

function ownObstacle(intent: VestIntent, protocol: Protocol, position: Position, now: bigint): ExitObstacle | null {
  if (intent.kind === 'stake') return intent.amount > position.enki ? 'insufficient' : null
  // Both of these succeed on the chain and do nothing.
  if (intent.kind === 'claim') return vested(protocol, position, now) === 0n ? 'nothingToClaim' : null
  return position.vesting?.enki === 0n ? 'noEnki' : null
}

/** The first reason why this would fail or do nothing, or null. A pause spares the claim. */
export function vestObstacle(
  intent: VestIntent,
  protocol: Protocol,
  position: Position | undefined,
  now: bigint,
): ExitObstacle | null {
  const fault = writeFault(protocol)
  if (fault) return fault.kind
  if (intent.kind !== 'claim') {
    if (protocol.isPublic === false && position?.isBetaUser !== true) return 'notPublic'
    if (protocol.paused) return 'paused'
  }
  if (!position) return null
  if (!position.vesting) return 'noVesting'
  const own = ownObstacle(intent, protocol, position, now)
  if (own) return own
  return position.native < exitFee(acts[intent.kind], position.gasPrice) ? 'noGas' : null
}
