import { exitFee } from './exit-gas'
import type { ExitObstacle } from './exit-obstacle'
import { writeFault } from './fault'
import type { Position } from './position'
import type { Protocol } from './protocol'
import type { Recipient } from './recipient'
import { sharesFor, toAssets } from './shares'
import { grossFor, missingEnki, splitUnstake } from './vesting'

/**
 * What the person wants: to give so many shares, or that exactly so much eMetis is sent at once; and to whom if not to itself.
 * Base units.
 */
export type UnstakeIntent = ({ kind: 'shares'; shares: bigint } | { kind: 'now'; eMetis: bigint }) & {
  recipient?: Recipient | undefined
}

/** What an unstake does. `enki`: what to stake on top so that everything then locked vests at full pace. */
export type UnstakeQuote = { shares: bigint; gross: bigint; now: bigint; vest: bigint; enki: bigint }

type Sizes = { shares: bigint; gross: bigint }

/** Most eMetis that can arrive at once: what the full share balance pays now. */
export const mostNow = (protocol: Protocol, { shares }: Pick<Position, 'shares'>): bigint =>
  splitUnstake(toAssets(shares, protocol), protocol.vestingRatio ?? 0n).now

/** All the shares, when what they pay at once is what is wanted: `withdraw` would leave dust. */
export const isEverything = (intent: UnstakeIntent, protocol: Protocol, position?: Position): boolean =>
  position !== undefined &&
  position.shares > 0n &&
  (intent.kind === 'shares' ? intent.shares === position.shares : intent.eMetis === mostNow(protocol, position))

function sizesOf(intent: UnstakeIntent, protocol: Protocol, position?: Position): Sizes | null {
  if (position && isEverything(intent, protocol, position))
    return { shares: position.shares, gross: toAssets(position.shares, protocol) }
  if (intent.kind === 'shares') return { shares: intent.shares, gross: toAssets(intent.shares, protocol) }
  const gross = grossFor(intent.eMetis, protocol.vestingRatio ?? 0n)
  return gross === null ? null : { shares: sharesFor(gross, protocol), gross }
}

/** Null when nothing can arrive at once, or the ratio is not known. The vault's own previews show `gross` alone. */
export function unstakeQuote(intent: UnstakeIntent, protocol: Protocol, position?: Position): UnstakeQuote | null {
  if (protocol.vestingRatio === null) return null
  const sizes = sizesOf(intent, protocol, position)
  if (!sizes) return null
  const split = splitUnstake(sizes.gross, protocol.vestingRatio)
  const none = { enki: 0n, released: 0n, claimed: 0n, updated: 0n, locked: 0n }
  return { ...sizes, ...split, enki: missingEnki(position?.vesting ?? none, split.vest) }
}

/** The vault sends a part to Vesting with every withdrawal, and Vesting refuses a part of zero. */
function splitObstacle(intent: UnstakeIntent, protocol: Protocol, quote: UnstakeQuote | null): ExitObstacle | null {
  if (protocol.vestingRatio === null) return 'ratioUnknown'
  if (protocol.vestingRatio === 0n) return 'ratioZero'
  const isTyped = (intent.kind === 'shares' ? intent.shares : intent.eMetis) > 0n
  if (isTyped && !quote) return 'nothingNow'
  return isTyped && quote?.vest === 0n ? 'tooLittle' : null
}

/** The first reason why this unstake would fail, or null. */
export function unstakeObstacle(intent: UnstakeIntent, protocol: Protocol, position?: Position): ExitObstacle | null {
  const fault = writeFault(protocol)
  if (fault) return fault.kind
  if (protocol.isPublic === false && position?.isBetaUser !== true) return 'notPublic'
  if (protocol.paused) return 'paused'
  const quote = unstakeQuote(intent, protocol, position)
  const refused = splitObstacle(intent, protocol, quote)
  if (refused || !position || !quote) return refused
  // The vault compares assets, rounded down, when asked for assets, and shares when asked for shares.
  const most = toAssets(position.shares, protocol)
  if (intent.kind === 'shares' ? quote.shares > position.shares : quote.gross > most) return 'insufficient'
  return position.native < exitFee('unstake', position.gasPrice) ? 'noGas' : null
}
