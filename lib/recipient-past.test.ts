import fc from 'fast-check'
import { type Address, getAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import type { Kept } from './account-history'
import type { Entry } from './journal'
import type { Past, Surroundings } from './recipient'
import { isAlike, judgeRecipient, toPast } from './recipient-past'

const at = (digit: string): Address => `0x${digit.repeat(40)}`
const [account, friend, stranger, other] = [at('a'), at('b'), at('c'), at('d')]

const entry: Entry = {
  id: '1',
  chainId: 1,
  step: 'mintSeMetis',
  amount: 1n,
  askedAt: 0,
  outcome: 'mined',
  account,
  to: other,
  data: '0x',
  nonce: 0,
  block: 1n,
  hashes: [],
  isSeen: true,
  isContract: false,
}
const place = { block: 5n, index: 0, hash: '0x00' } as const
const deed = { ...place, tx: '0x00', seconds: 0, shares: 1n } as const
const kept = (block: bigint): Kept => ({
  cursor: { ...place, block, totalAssets: 1n, totalShares: 1n, payout: null },
  deeds: [
    { ...deed, kind: 'sent', to: friend },
    { ...deed, kind: 'received', from: stranger },
  ],
  payments: new Map(),
})
const none = { account, entries: [], kept: undefined, recent: { since: 10n, transfers: [] } }
const [ofMine, toMe, ofNothing] = [
  { from: account, to: friend, value: 1n },
  { from: stranger, to: account, value: 1n },
  { from: account, to: stranger, value: 0n },
]

describe('whom an account has sent to', () => {
  it('is told by its own transfers; what came in, and transfers of nothing, only name somebody', () => {
    const past = toPast({ ...none, recent: { since: 10n, transfers: [ofMine, toMe, ofNothing] } })
    expect(past).toEqual({ sent: [friend], seen: [friend, stranger, stranger], reach: 'recent' })
  })

  it('is told by what it signed for somebody else and what was mined', () => {
    const for_ = { ...entry, recipient: friend }
    expect(toPast({ ...none, entries: [for_, entry] })).toMatchObject({ sent: [friend] })
    for (const outcome of ['reverted', 'cancelled', 'asked', 'sent'] as const)
      expect(toPast({ ...none, entries: [{ ...for_, outcome }] })).toMatchObject({ sent: [], seen: [friend] })
    expect(toPast({ ...none, entries: [{ ...for_, account: other }] })).toMatchObject({
      sent: [],
      seen: [friend, other],
    })
  })

  it('is told by older seMetis transfers, none of them twice', () => {
    expect(toPast({ ...none, kept: kept(20n) })).toEqual({ sent: [friend], seen: [stranger], reach: 'whole' })
    const recent = { since: 5n, transfers: [ofMine, toMe] }
    expect(toPast({ ...none, kept: kept(20n), recent })).toMatchObject({ sent: [friend], seen: [friend, stranger] })
  })

  it('is told by stakes that it paid for others, none of them twice', () => {
    const gift = { ...deed, kind: 'stakedFor', amount: 1n, gave: 'METIS', to: friend, tx: '0x01' } as const
    const past = { ...kept(20n), deeds: [gift] }
    expect(toPast({ ...none, kept: past })).toMatchObject({ sent: [friend], seen: [] })
    const signed: Entry = { ...entry, recipient: friend, hashes: ['0x01'] }
    expect(toPast({ ...none, kept: past, entries: [signed] }).sent).toEqual([friend])
  })

  it('says what was read: all, the newest only, or nothing', () => {
    expect(toPast({ ...none, kept: kept(9n) }).reach).toBe('recent')
    expect(toPast({ ...none, recent: { since: 0n, transfers: [] } }).reach).toBe('whole')
    expect(toPast({ ...none, recent: null }).reach).toBe('none')
    expect(toPast({ ...none, recent: null, kept: kept(20n) })).toMatchObject({ sent: [friend], reach: 'none' })
  })
})

describe('what the past says of a recipient', () => {
  const around: Surroundings = { account, contracts: [other] }
  const nothing: Past = { sent: [], seen: [], reach: 'whole' }
  const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`))
  const addresses = digits(40).map((text) => getAddress(`0x${text}`))
  /** Two addresses that begin and end alike and differ between. */
  const pairs = fc
    .tuple(digits(4), digits(4), digits(32), digits(32))
    .filter(([, , one, other]) => one !== other)
    .map(([start, end, one, other]): [Address, Address] => [
      getAddress(`0x${start}${one}${end}`),
      getAddress(`0x${start}${other}${end}`),
    ])

  it('is never that it is known unless the account sent to that very address', () => {
    const few = fc.array(fc.oneof(addresses, fc.constant(friend)), { maxLength: 5 })
    fc.assert(
      fc.property(fc.oneof(addresses, fc.constant(friend)), few, few, (address, sent, seen) => {
        const verdict = judgeRecipient(address, around, { sent, seen, reach: 'whole' })
        const times = sent.filter((each) => each === address).length
        if (verdict.kind === 'known') expect(verdict.times).toBe(times)
        if (verdict.kind === 'first') expect(times).toBe(0)
        expect(verdict.kind === 'known').toBe(times > 0)
      }),
    )
  })

  it('finds every neighbour that was made to begin and end alike, wherever it is', () => {
    const places = fc.constantFrom('own', 'contract', 'sent', 'seen')
    fc.assert(
      fc.property(pairs, places, ([real, fake], whose) => {
        const beside = { account: whose === 'own' ? real : account, contracts: whose === 'contract' ? [real] : [] }
        const past = {
          sent: whose === 'sent' ? [real.toLowerCase() as Address] : [],
          seen: whose === 'seen' ? [real] : [],
          reach: 'recent',
        } as const
        expect(judgeRecipient(fake, beside, past)).toEqual({
          kind: 'lookAlike',
          like: { address: real, whose },
          times: 0,
        })
      }),
    )
  })

  it('never takes an address for its own look-alike', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const both = [address, address.toLowerCase() as Address]
        expect(isAlike(address, both[1] as Address)).toBe(false)
        const verdict = judgeRecipient(address, around, { ...nothing, sent: both, seen: both })
        expect(verdict).toEqual({ kind: 'known', times: 2 })
      }),
    )
  })

  it('does not doubt a known address because a stranger looks like it, but does when both were sent to', () => {
    fc.assert(
      fc.property(pairs, ([real, fake]) => {
        expect(judgeRecipient(real, around, { ...nothing, sent: [real], seen: [fake] })).toEqual({
          kind: 'known',
          times: 1,
        })
        expect(judgeRecipient(fake, around, { ...nothing, sent: [real, fake, fake] })).toEqual({
          kind: 'lookAlike',
          like: { address: real, whose: 'sent' },
          times: 2,
        })
      }),
    )
  })

  it('passes over addresses that share only one end, or only three digits of it', () => {
    const start = getAddress(`${friend.slice(0, 6)}${'0'.repeat(36)}`)
    const three = getAddress(`${friend.slice(0, 5)}${'0'.repeat(33)}${friend.slice(-4)}`)
    for (const other of [start, three]) expect(isAlike(friend, other)).toBe(false)
  })

  it('says how far back it could look, and that who came is not who was sent to', () => {
    expect(judgeRecipient(friend, around, { ...nothing, reach: 'none' })).toEqual({
      kind: 'first',
      reach: 'none',
      hasCome: false,
    })
    expect(judgeRecipient(friend, around, { ...nothing, seen: [friend] })).toMatchObject({
      kind: 'first',
      hasCome: true,
    })
  })
})
