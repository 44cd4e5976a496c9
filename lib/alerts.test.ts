import { describe, expect, it } from 'vitest'
import { type Alert, toAlerts } from './alerts'
import { concentration } from './concentration'
import type { Node } from './nodes'

const metis = (n: number) => BigInt(n) * 10n ** 18n
const address = '0x05B755a8B2fEc50391B5C38B2afB206Ba0e8e50E'
const maxLock = metis(100_000)

const node = (change: Partial<Node> = {}): Node => ({
  id: 5,
  amount: metis(40_000),
  reward: 0n,
  owner: address,
  signer: address,
  recipient: address,
  status: 'active',
  exit: null,
  name: 'ENKI0',
  operator: 'ENKI',
  lst: 'ENKI',
  url: null,
  party: 'ENKI',
  isEnki: true,
  share: 0.2,
  headroom: metis(60_000),
  isFree: false,
  ...change,
})

const even = concentration(['a', 'b', 'c', 'd'].map((holder) => ({ holder, amount: 1n })))
const payer = (days: number | null) => ({ days, limit: 'balance' as const })
const calm = { nodes: [node()], maxLock, payer: payer(300), perParty: even }
const funded = { minter: metis(10), queue: metis(100), toL2: metis(5), liabilities: metis(115) }
const kinds = (alerts: readonly Alert[]) => alerts.map(({ kind }) => kind)

describe('alerts', () => {
  it('are none where nothing is wrong', () => {
    expect(toAlerts({ pool: calm, queue: funded })).toEqual([])
  })
  it('say nothing of a chain that did not answer', () => {
    expect(toAlerts({})).toEqual([])
  })
  it.each([
    ['node at its cap', { nodes: [node({ headroom: metis(999) })] }, 'atCap'],
    ['node that leaves', { nodes: [node({ status: 'leaving', exit: { began: 1, claimable: 9 } })] }, 'leaving'],
    ['recipient that is not set', { nodes: [node({ recipient: null, reward: metis(3) })] }, 'noRecipient'],
    ['payer with little left', { payer: payer(29.9) }, 'payerShort'],
    [
      'party above a third',
      {
        perParty: concentration([
          { holder: 'a', amount: 2n },
          { holder: 'b', amount: 3n },
          { holder: 'c', amount: 3n },
          { holder: 'd', amount: 0n },
        ]),
      },
      'third',
    ],
  ] as const)('name a %s', (_, change, kind) => {
    expect(kinds(toAlerts({ pool: { ...calm, ...change } }))).toEqual([kind])
  })
  it.each([
    ['one per cent of the cap is free', { nodes: [node({ headroom: metis(1_000) })] }],
    ['a node has left for good', { nodes: [node({ status: 'left', exit: { began: 1, claimable: 9 } })] }],
    ['a node without recipient has left', { nodes: [node({ status: 'left', recipient: null })] }],
    ['the payer has a month', { payer: payer(30) }],
    ['nothing is being paid', { payer: payer(null) }],
    [
      'the largest party has a third and no more',
      { perParty: concentration([1, 1, 1].map((n, i) => ({ holder: `${i}`, amount: BigInt(n) }))) },
    ],
  ] as const)('keep still when %s', (_, change) => {
    expect(toAlerts({ pool: { ...calm, ...change } })).toEqual([])
  })
  it('name every full node, and say that ENKI has no room only where all its nodes are full', () => {
    const full = node({ headroom: 0n })
    const other = node({ id: 6, headroom: 0n, isEnki: false })
    const found = (...nodes: Node[]) => toAlerts({ pool: { ...calm, nodes } })
    expect(found(other)).toEqual([{ kind: 'atCap', nodes: [other], isEnkiFull: false }])
    expect(found(other, node())).toEqual([{ kind: 'atCap', nodes: [other], isEnkiFull: false }])
    expect(found(full, node({ id: 7 }))).toEqual([{ kind: 'atCap', nodes: [full], isEnkiFull: false }])
    expect(found(full, other)).toEqual([{ kind: 'atCap', nodes: [full, other], isEnkiFull: true }])
    const gone = node({ id: 7, status: 'left', headroom: 0n })
    expect(found(full, gone)).toEqual([{ kind: 'atCap', nodes: [full], isEnkiFull: true }])
  })
  it('say nothing of a queue that does not say what it owes', () => {
    expect(toAlerts({ queue: { ...funded, liabilities: null } })).toEqual([])
  })
  it('name what the queue lacks beyond all METIS on L2, to the wei', () => {
    expect(toAlerts({ queue: { ...funded, liabilities: metis(115) + 1n } })).toEqual([
      { kind: 'queueShort', missing: 1n },
    ])
  })
  it('add up the rewards that nobody can claim', () => {
    const nodes = [node({ recipient: null, reward: 3n }), node({ id: 6, recipient: null, reward: 4n }), node({ id: 7 })]
    const [alert] = toAlerts({ pool: { ...calm, nodes } })
    expect(alert).toMatchObject({ kind: 'noRecipient', reward: 7n, nodes: [{ id: 5 }, { id: 6 }] })
  })
})
