import { enterFee } from './amount'
import { writeFault } from './fault'
import type { Messages } from './messages/en'
import type { Position } from './position'
import type { Protocol } from './protocol'
import type { Recipient } from './recipient'
import { toShares } from './shares'

/** What the person wants: how much of which token (base units), for which, and for whom if not for itself. eMetis can only become seMetis. */
export type StakeIntent = { amount: bigint; recipient?: Recipient | undefined } & (
  | { give: 'METIS'; receive: 'seMetis' | 'eMetis' }
  | { give: 'eMetis'; receive: 'seMetis' }
)

/** Why a stake can't be sent; the messages word each. */
export type StakeObstacle = keyof Messages['stake']['obstacle']

/** Base units of the received token, at the snapshot's share price; minting eMetis is one to one without a fee. */
export const stakeResult = ({ amount, receive }: StakeIntent, protocol: Protocol): bigint =>
  receive === 'eMetis' ? amount : toShares(amount, protocol)

/** Where METIS the token is METIS the coin (one balance, as on Andromeda), what is staked can't pay the fee as well. */
const spentCoin = ({ give, amount }: StakeIntent, { native, metis }: Position): bigint =>
  give === 'METIS' && native === metis ? amount : 0n

/** The first reason why this stake would fail or harm, or null. Pause and beta mode spare the way to eMetis. */
export function stakeObstacle(intent: StakeIntent, protocol: Protocol, position?: Position): StakeObstacle | null {
  const fault = writeFault(protocol)
  if (fault) return fault.kind
  if (intent.receive === 'seMetis') {
    if (protocol.paused) return 'paused'
    if (protocol.isPublic === false && position?.isBetaUser !== true) return 'notPublic'
    // The vault accepts a deposit that is worth no share; it would be a gift.
    if (intent.amount > 0n && stakeResult(intent, protocol) === 0n) return 'tooLittle'
  }
  if (!position) return null
  if (intent.amount > (intent.give === 'METIS' ? position.metis : position.eMetis)) return 'insufficient'
  return position.native - spentCoin(intent, position) < enterFee(position.gasPrice) ? 'noGas' : null
}
