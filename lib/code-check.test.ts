import { type Address, type Hash, keccak256, pad } from 'viem'
import { describe, expect, test } from 'vitest'
import { codeFault, expectedOf, toCodeChecks, toVerdict } from './code-check'
import { type ContractKey, toInventory } from './inventory'
import type { Expected } from './manifest/expected'
import { type Code, cloneTarget, wordAddress } from './proxy'

const hash = (seed: number): Hash => keccak256(pad(`0x${seed.toString(16).padStart(2, '0')}`))
const at = (seed: number): Address => `0x${seed.toString(16).padStart(40, 'a')}`

const plain: Code = { hash: hash(1), proxy: null }
const behind = (implementation: Address | null, implementationHash: Hash | null): Code => ({
  hash: hash(1),
  proxy: { kind: 'slot', implementation, implementationHash, admin: at(9), beacon: null },
})
const none: Expected = { codeHash: null, implementation: null, implementationHash: null }
const whole: Expected = { codeHash: hash(1), implementation: at(2), implementationHash: hash(2) }

describe('a contract', () => {
  test.each([
    ['is what it has to be', behind(at(2), hash(2)), whole, 'match'],
    ['is what it has to be without a proxy', plain, { ...none, codeHash: hash(1) }, 'match'],
    ['is in no table', plain, none, 'unknown'],
    [
      'stands for the known implementation, whose hash is not known',
      behind(at(2), hash(2)),
      { ...none, implementation: at(2) },
      'unknown',
    ],
    [
      'stands for something while only its own hash is known',
      behind(at(2), hash(2)),
      { ...none, codeHash: hash(1) },
      'unknown',
    ],
    ['has other code', plain, { ...none, codeHash: hash(3) }, 'code'],
    ['stands for other code at the same address', behind(at(2), hash(3)), whole, 'code'],
    ['stands for code that has gone', behind(at(2), null), whole, 'code'],
    ['stands for something else', behind(at(3), hash(2)), whole, 'implementation'],
    ['stands for nothing any more', plain, whole, 'implementation'],
    ['has a beacon that names nothing', behind(null, null), whole, 'implementation'],
    ['is not there', { hash: null, proxy: null }, whole, 'noCode'],
    ['is not there and in no table', { hash: null, proxy: null }, none, 'noCode'],
    ['was not read', undefined, whole, 'unread'],
  ] as const)('%s', (_, found, expected, verdict) => {
    expect(toVerdict(found, expected)).toBe(verdict)
  })

  test('is compared without regard to the case of its implementation', () => {
    expect(toVerdict(behind(at(2).toUpperCase().replace('0X', '0x') as Address, hash(2)), whole)).toBe('match')
  })

  test('is an agent like every other', () => {
    expect(expectedOf('agent3', { agent0: whole })).toBe(whole)
    expect(expectedOf('agent3', {})).toEqual(none)
  })
})

const book = {
  config: at(20),
  vesting: at(21),
  rewardDispatcher: at(22),
  redemptionQueue: null,
  inviterNFT: at(23),
  bridge: at(24),
  l1Dealer: at(25),
}

describe('writing', () => {
  const contracts = toInventory(book, { agents: [{ number: 0, address: at(30) }], pair: at(31) })
  const good = Object.fromEntries(contracts.map(({ key }) => [key, plain]))
  const faultWith = (codes: Partial<Record<ContractKey, Code>>, table = {}) =>
    codeFault(contracts, toCodeChecks(contracts, { ...good, ...codes }, table))

  test('goes on while nothing is known', () => {
    expect(faultWith({})).toBeUndefined()
  })

  test('is blocked by the first contract of ENKI that differs, with both sides', () => {
    const table = { minter: whole, vesting: { ...none, codeHash: hash(7) } }
    expect(faultWith({ minter: behind(at(3), hash(2)) }, table)).toEqual({
      kind: 'implementation',
      check: 'minter',
      expected: at(2),
      found: at(3),
    })
    expect(faultWith({ minter: behind(at(2), hash(2)) }, table)).toEqual({
      kind: 'code',
      check: 'vesting',
      expected: hash(7),
      found: hash(1),
    })
    expect(faultWith({ minter: behind(at(2), hash(4)) }, { minter: whole })).toEqual({
      kind: 'code',
      check: 'minter',
      expected: hash(2),
      found: hash(4),
    })
  })

  test('is blocked when there is no code where ENKI was', () => {
    expect(faultWith({ eMetis: { hash: null, proxy: null } })).toMatchObject({
      kind: 'noCode',
      check: 'eMetis',
      found: null,
    })
  })

  test('goes on when L1, a market or Artemis differ, and when a contract could not be read', () => {
    const other = { ...none, codeHash: hash(7) }
    const table = { lockingPool: other, dealer: other, agent0: other, pair: other, artMetis: other, bridge: other }
    expect(faultWith({}, table)).toBeUndefined()
    expect(faultWith({ minter: undefined }, { minter: whole })).toBeUndefined()
  })

  test('does not ask about a part that this deployment lacks', () => {
    expect(toCodeChecks(contracts, good, {}).some(({ key }) => key === 'redemptionQueue')).toBe(false)
  })
})

describe('the inventory', () => {
  test('names every contract once, by key and by chain and address', () => {
    const listed = toInventory(book, {
      agents: [
        { number: 0, address: at(30) },
        { number: 2, address: at(32) },
      ],
      pair: at(31),
      algebraPool: null,
      lpTokens: [at(31), at(33)],
      rewardPayer: at(34),
    })
    const places = listed.flatMap(({ chain, address }) => (address ? [`${chain} ${address.toLowerCase()}`] : []))
    expect(new Set(listed.map(({ key }) => key)).size).toBe(listed.length)
    expect(new Set(places).size).toBe(places.length)
    expect(listed.filter(({ key }) => /^lp\d/.test(key))).toMatchObject([
      { key: 'lp0', address: at(33), isWrittenTo: true },
    ])
    expect(listed.find(({ key }) => key === 'algebraPool')?.address).toBeNull()
    expect(listed.find(({ key }) => key === 'agent2')).toMatchObject({
      address: at(32),
      found: { getter: 'sequencerAgents(2)' },
    })
  })

  test('keeps apart what has one address on two chains', () => {
    const [a, b] = ['lockingInfo', 'sequencerSet'].map((key) => toInventory(book).find((each) => each.key === key))
    expect(a?.address).toBe(b?.address)
    expect([a?.chain, b?.chain]).toEqual(['l1', 'l2'])
  })
})

describe('a word of storage', () => {
  test('holds an address, or nothing', () => {
    expect(wordAddress(pad(at(5)))).toBe(at(5))
    for (const word of [undefined, '0x', pad('0x0'), '0x00'] as const) expect(wordAddress(word)).toBeNull()
  })
})

describe('a clone', () => {
  const clone = `0x363d3d373d3d3d363d73${at(6).slice(2)}5af43d82803e903d91602b57fd5bf3` as const
  test('is known by all of its code', () => {
    expect(cloneTarget(clone)).toBe(at(6))
    expect(cloneTarget(`${clone}00`)).toBeNull()
    expect(cloneTarget('0x')).toBeNull()
  })
})
