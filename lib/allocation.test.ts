import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { destinationOf, toAllocation, toRoom } from './allocation'

const metis = (n: number) => BigInt(n) * 10n ** 18n
const node = (id: number, amount: number, isEnki = true) => ({
  id,
  isEnki,
  amount: metis(amount),
  headroom: metis(100_000 - amount),
})
const none = { minter: 0n, toL1: 0n, toL2: 0n, dealer: 0n, queue: 0n, unreported: 0n }
const amounts = fc.bigInt(0n, metis(200_000))
const limits = { minLock: metis(20_000), maxLock: metis(100_000) }
const { minLock, maxLock } = limits

describe('an allocation', () => {
  const nodes = [node(5, 98_400), node(4, 71_250, false), node(11, 20_000)]
  const held = { ...none, minter: metis(1200), toL1: metis(700), dealer: metis(3), queue: metis(90), nodes }

  it('orders METIS along its way and leaves out nodes of others', () => {
    const { parts } = toAllocation({ ...held, supply: 0n })
    expect(parts.map(({ place, node: id }) => id ?? place)).toEqual([
      'minter',
      'toL1',
      'dealer',
      5,
      11,
      'toL2',
      'queue',
    ])
  })
  it('sums to the supply where nothing is missing', () => {
    const supply = metis(1200 + 700 + 3 + 98_400 + 20_000 + 90)
    expect(toAllocation({ ...held, supply })).toMatchObject({ sum: supply, residue: 0n })
  })
  it('gives the residue its sign', () => {
    const { sum } = toAllocation({ ...held, supply: 0n })
    expect(toAllocation({ ...held, supply: sum + 7n }).residue).toBe(-7n)
    expect(toAllocation({ ...held, supply: sum - 7n }).residue).toBe(7n)
  })
  it('has no residue while a part is not known', () => {
    const { parts, sum, residue } = toAllocation({ ...held, toL1: null, supply: metis(120_000) })
    expect(parts.find(({ place }) => place === 'toL1')?.amount).toBeNull()
    expect({ sum, residue }).toEqual({ sum: metis(1200 + 3 + 98_400 + 20_000 + 90), residue: null })
  })
  it('has parts that always sum to supply and residue', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, amounts, (minter, dealer, toL2, supply) => {
        const { parts, residue } = toAllocation({ ...held, minter, dealer, toL2, supply })
        expect(parts.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n)).toBe(supply + (residue ?? 0n))
      }),
    )
  })
})

describe('the room', () => {
  const ask = { ...none, minLock, liabilities: 0n }

  it('is what the caps leave, less what is on its way', () => {
    const room = toRoom({ ...ask, nodes: [node(5, 98_400)], minter: metis(100), toL1: metis(400), dealer: metis(50) })
    expect(room).toMatchObject({ headroom: metis(1600), waiting: metis(550), free: metis(1050), idle: 0n })
    expect(room.newNode).toBe(minLock)
  })
  it('gives the queue what it lacks first', () => {
    const room = toRoom({
      ...ask,
      nodes: [node(5, 98_400)],
      minter: metis(900),
      queue: metis(100),
      liabilities: metis(700),
    })
    expect(room).toMatchObject({ owed: metis(600), waiting: metis(300), free: metis(1300) })
  })
  it('counts what finds no room towards a new node', () => {
    const room = toRoom({ ...ask, nodes: [node(5, 100_000)], minter: metis(3_000), toL1: metis(9_000) })
    expect(room).toMatchObject({ headroom: 0n, free: 0n, idle: metis(12_000), newNode: metis(8_000) })
  })
  it('knows nothing of the nodes of others', () => {
    expect(toRoom({ ...ask, nodes: [node(4, 71_250, false)] }).headroom).toBe(0n)
  })
})

describe('a stake', () => {
  const room = toRoom({
    ...none,
    minLock,
    nodes: [node(5, 98_400)],
    minter: metis(500),
    queue: metis(100),
    liabilities: metis(800),
  })
  const go = (amount: number) => destinationOf(metis(amount), room, metis(500), limits)

  it('fills what the queue lacks, then the nodes, and the rest idles', () => {
    expect(go(150)).toEqual({ queue: metis(150), nodes: 0n, newNode: 0n, idle: 0n })
    expect(go(1_000)).toEqual({ queue: metis(200), nodes: metis(800), newNode: 0n, idle: 0n })
    expect(go(5_000)).toEqual({ queue: metis(200), nodes: metis(1_600), newNode: 0n, idle: metis(3_200) })
  })
  it.each([
    ['the queue lacks METIS', 800, 98_400, 1_800],
    ['the queue lacks nothing', 600, 98_400, 1_600],
    ['the nodes are full', 800, 100_000, 200],
  ])('may be as large as the room says before any of it idles, while %s', (_, liabilities, locked, most) => {
    const minter = metis(500)
    const found = toRoom({
      ...none,
      minLock,
      nodes: [node(5, locked)],
      minter,
      queue: metis(100),
      liabilities: metis(liabilities),
    })
    expect(found.most).toBe(metis(most))
    expect(destinationOf(found.most, found, minter, limits).idle).toBe(0n)
    expect(destinationOf(found.most + 1n, found, minter, limits).idle).toBe(1n)
  })
  it('opens a node once the rest is enough for one', () => {
    expect(go(21_799).idle).toBe(metis(19_999))
    expect(go(21_800)).toMatchObject({ newNode: metis(20_000), idle: 0n })
  })
  it('opens one node and no second one', () => {
    expect(go(500_000)).toEqual({
      queue: metis(200),
      nodes: metis(1_600),
      newNode: maxLock,
      idle: metis(500_000 - 1_800 - 100_000),
    })
  })
  it('leaves a new node to what idles already, as far as that fills it', () => {
    const full = toRoom({ ...none, minLock, liabilities: 0n, nodes: [node(5, 100_000)], dealer: metis(70_000) })
    expect(destinationOf(metis(50_000), full, 0n, limits)).toMatchObject({
      newNode: metis(30_000),
      idle: metis(20_000),
    })
    const more = { ...full, idle: metis(130_000) }
    expect(destinationOf(metis(50_000), more, 0n, limits)).toMatchObject({ newNode: 0n, idle: metis(50_000) })
  })
  it('always goes somewhere, to the wei', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, (amount, minter, liabilities) => {
        const found = toRoom({ ...none, minLock, nodes: [node(5, 90_000)], minter, liabilities })
        const { queue, nodes, newNode, idle } = destinationOf(amount, found, minter, limits)
        expect(queue + nodes + newNode + idle).toBe(amount)
        expect(nodes <= found.free).toBe(true)
        expect(newNode === 0n || newNode + found.idle <= maxLock).toBe(true)
      }),
    )
  })
})
