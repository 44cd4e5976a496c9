import { keccak256 } from 'viem'
import { describe, expect, test } from 'vitest'
import { toHolder } from './holders'
import { holdersOf, type ParameterEvent, since, withBefore } from './parameter-events'

const hash = keccak256('0x01')
const [a, b, c] = ['0xaa', '0xbb', '0xcc'].map((each) => each.padEnd(42, '0')) as [
  `0x${string}`,
  `0x${string}`,
  `0x${string}`,
]

const event = (
  block: number,
  parameter: ParameterEvent['parameter'],
  before: ParameterEvent['before'],
  after: ParameterEvent['after'],
): ParameterEvent => ({
  chain: 'l2',
  contract: 'config',
  parameter,
  before,
  after,
  seconds: block,
  transaction: hash,
  block: BigInt(block),
  index: 0,
  hash,
})

describe('a change', () => {
  test('gets the value before it from the change before, where the log does not tell it', () => {
    const told = withBefore([
      event(1, 'maxLock', null, 5n),
      event(2, 'minLock', null, 1n),
      event(3, 'maxLock', null, 7n),
    ])
    expect(told.map(({ before }) => before)).toEqual([null, null, 5n])
  })

  test('keeps the value that its log tells', () => {
    expect(withBefore([event(1, 'vestingRatio', 1n, 2n), event(2, 'vestingRatio', 3n, 4n)])[1]?.before).toBe(3n)
  })

  test('of a right that several hold replaces nobody', () => {
    expect(withBefore([event(1, 'minter', null, a), event(2, 'minter', null, b)])[1]?.before).toBeNull()
  })

  test('counts since the block after, and only if something became different', () => {
    const events = [
      event(4, 'queueSeconds', 1n, 2n),
      event(5, 'queueSeconds', 2n, 3n),
      event(6, 'queueSeconds', 3n, 3n),
    ]
    expect(since(events, 4n)).toEqual([events[1]])
    expect(since(events, 0n)).toEqual([events[0], events[1]])
    expect(since(events, 9n)).toEqual([])
  })
})

describe('a role', () => {
  test('is held by whoever was given it and not lost it again', () => {
    const events = [
      event(1, 'roleBackend', null, a),
      event(2, 'roleBackend', null, b),
      event(3, 'roleOperator', null, c),
      event(4, 'roleBackend', a, null),
      event(5, 'roleBackend', null, c),
    ]
    expect(holdersOf(events, 'roleBackend')).toEqual([b, c])
    expect(holdersOf(events, 'roleOperator')).toEqual([c])
    expect(holdersOf(events, 'roleTimelock')).toEqual([])
  })
})

describe('an address with code', () => {
  const silent = { owner: null, admin: null, threshold: null, owners: null, minDelay: null, buffer: null }
  test.each([
    ['a Safe', { ...silent, threshold: 2n, owners: [a, b] }, { kind: 'safe', threshold: 2, owners: [a, b] }, null],
    [
      'no Safe when more have to sign than there are',
      { ...silent, threshold: 3n, owners: [a, b] },
      { kind: 'contract' },
      null,
    ],
    ['no Safe when nobody has to sign', { ...silent, threshold: 0n, owners: [a] }, { kind: 'contract' }, null],
    ['a timelock', { ...silent, minDelay: 60n, admin: a }, { kind: 'timelock', seconds: 60 }, null],
    ['a timelock without a delay', { ...silent, minDelay: 0n }, { kind: 'timelock', seconds: 0 }, null],
    [
      'a timelock of the GMX kind, with its admin',
      { ...silent, buffer: 60n, admin: a },
      { kind: 'timelock', seconds: 60 },
      a,
    ],
    ['a contract, with its owner', { ...silent, owner: b }, { kind: 'contract' }, b],
  ])('is %s', (_, answers, holder, next) => {
    expect(toHolder(c, answers)).toEqual({ holder: { address: c, ...holder }, next })
  })
})
