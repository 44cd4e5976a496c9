import { type Address, isAddressEqual } from 'viem'
import { artemis, pinned } from './pinned'
import { registered } from './registry'
import type { Sequencer } from './sequencer'

/** A sequencer with what is known of it off chain, and its place in the pool. */
export type Node = Sequencer & {
  /** Null: the registry does not know its signer. */
  name: string | null
  operator: string | null
  lst: string | null
  url: string | null
  /** Whose METIS it is as far as one can see: a liquid staking protocol, an operator, or the owner's address. */
  party: string
  isEnki: boolean
  /** Part of the stake of all active nodes; 0 for a node that is not active. */
  share: number
  /** METIS that can still be locked in it, base units; 0 for a node that is not active. */
  headroom: bigint
  /** It leaves, and its METIS could be taken by the block that was read, but has not been. */
  isFree: boolean
}

/** Parts of a whole as a fraction with 15 digits; 0 of nothing. */
export const fraction = (part: bigint, whole: bigint): number =>
  whole === 0n ? 0 : Number((part * 10n ** 15n) / whole) / 1e15

/** What the nodes are made from; `dealer` null: no Dealer answers. */
type Source = {
  block: { seconds: number }
  sequencers: readonly Sequencer[]
  maxLock: bigint
  dealer: { agents: readonly { address: Address }[] } | null
}

/**
 * The chain before the registry: who is paid on L2 is whose METIS it is. ENKI's are the nodes whose owner is an agent of the
 * Dealer; anybody may send rewards to the minter, so that tells something only where no Dealer answers.
 */
function partyOf({ recipient, owner, signer }: Sequencer, dealer: Source['dealer']): string {
  const isPaid = (address: Address) => recipient !== null && isAddressEqual(recipient, address)
  if (dealer ? dealer.agents.some(({ address }) => isAddressEqual(address, owner)) : isPaid(pinned.minter))
    return 'ENKI'
  if (isPaid(artemis.rewardPool)) return 'Artemis'
  const entry = registered(signer)
  const party = entry?.lst ?? entry?.operator ?? owner
  return dealer && party === 'ENKI' ? owner : party
}

/** METIS of the active nodes, base units. */
export const activeStake = (sequencers: readonly Sequencer[]): bigint =>
  sequencers.reduce((sum, { amount, status }) => (status === 'active' ? sum + amount : sum), 0n)

/** The pool's sequencers joined to the registry by signer, by id. */
export function toNodes({ block, sequencers, maxLock, dealer }: Source): Node[] {
  const stake = activeStake(sequencers)
  return sequencers.map((one) => {
    const { name = null, operator = null, lst = null, url = null } = registered(one.signer) ?? {}
    const party = partyOf(one, dealer)
    const isActive = one.status === 'active'
    return {
      ...one,
      name,
      operator,
      lst,
      url,
      party,
      isEnki: party === 'ENKI',
      share: isActive ? fraction(one.amount, stake) : 0,
      headroom: isActive && one.amount < maxLock ? maxLock - one.amount : 0n,
      isFree: one.status === 'leaving' && one.exit !== null && one.exit.claimable <= block.seconds,
    }
  })
}
