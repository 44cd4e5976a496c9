import { type Address, getAddress, isAddressEqual, zeroAddress } from 'viem'
import type { Deed } from './account-events'
import type { Kept } from './account-history'
import type { Entry } from './journal'
import type { Past, Resembled, Surroundings, Verdict } from './recipient'

/** A transfer of METIS, eMetis or seMetis from or to an account. */
export type Seen = { from: Address; to: Address; value: bigint }
/** Transfers from a block on. */
export type Recent = { since: bigint; transfers: readonly Seen[] }

/** Hexadecimal digits at either end that people compare, and that an address can be made to share. */
const compared = 4

/** What only the account itself can have given, by no transfer of its own; an unstake for somebody may be a spender's. */
const given: readonly Deed['kind'][] = ['stakedFor', 'mintedFor']

type Sources = {
  account: Address
  entries: readonly Entry[]
  /** What Rewards has read and kept, if it has. */
  kept: Kept | undefined
  /** Null: it could not be read. */
  recent: Recent | null
}

/**
 * Whom the account has sent to, from sources that do not overlap: what this browser signed, the newest transfers, and, where that
 * is kept, the seMetis transfers before those and what it paid in for others. A transfer of nothing can be made in anybody's name and counts as none.
 */
export function toPast({ account, entries, kept, recent }: Sources): Past {
  const isOwn = (address: Address) => isAddressEqual(address, account)
  const named = entries.flatMap(({ account, recipient, outcome }) =>
    recipient ? [{ account, recipient, outcome }] : [],
  )
  const deeds = kept?.deeds ?? []
  const older = deeds.filter(({ block }) => !recent || block < recent.since)
  const signed = new Set(entries.flatMap(({ hashes }) => hashes))
  const transfers = recent?.transfers ?? []
  const sent = [
    ...named.filter((each) => each.outcome === 'mined' && isOwn(each.account)).map(({ recipient }) => recipient),
    ...transfers.filter(({ from, value }) => isOwn(from) && value > 0n).map(({ to }) => to),
    ...older.flatMap((deed) => (deed.kind === 'sent' && deed.to ? [deed.to] : [])),
    ...deeds.flatMap(({ kind, to, tx }) => (given.includes(kind) && to && !signed.has(tx) ? [to] : [])),
  ]
  const seen = [
    ...named.map(({ recipient }) => recipient),
    ...entries.map((entry) => entry.account),
    ...transfers.flatMap(({ from, to }) => [from, to]),
    ...older.flatMap(({ from }) => from ?? []),
  ]
  const isWhole = recent !== null && (recent.since === 0n || (kept !== undefined && kept.cursor.block >= recent.since))
  const isSomebody = (address: Address) => !isOwn(address) && address !== zeroAddress
  return {
    sent: sent.filter(isSomebody),
    seen: seen.filter(isSomebody),
    reach: isWhole ? 'whole' : recent ? 'recent' : 'none',
  }
}

/** Whether two different addresses begin and end alike. */
export function isAlike(a: Address, b: Address): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()]
  const ends = (text: string) => text.slice(0, 2 + compared) + text.slice(-compared)
  return one !== other && ends(one) === ends(other)
}

/** What the address can be mistaken for, the worst mistake first. */
function findAlike(address: Address, { account, contracts }: Surroundings, { sent, seen }: Past, isKnown: boolean) {
  const groups: readonly (readonly [Resembled['whose'], readonly Address[]])[] = [
    ['own', [account]],
    ['contract', contracts],
    ['sent', sent],
    // Whoever has been sent to before is not to be doubted because a stranger has taken on the looks.
    ['seen', isKnown ? [] : seen],
  ]
  for (const [whose, others] of groups) {
    const found = others.find((other) => isAlike(other, address))
    if (found) return { address: getAddress(found), whose }
  }
  return null
}

/** What the account's past says of an address. Only what the account sent itself makes it known. */
export function judgeRecipient(address: Address, around: Surroundings, past: Past): Verdict {
  const isIt = (other: Address) => isAddressEqual(other, address)
  const times = past.sent.filter(isIt).length
  const like = findAlike(address, around, past, times > 0)
  if (like) return { kind: 'lookAlike', like, times }
  return times > 0 ? { kind: 'known', times } : { kind: 'first', reach: past.reach, hasCome: past.seen.some(isIt) }
}
