import { describe, expect, it } from 'vitest'
import { defaultOrder, ordered, toOrder } from './node-order'
import { toNodes } from './nodes'
import type { Sequencer } from './sequencer'

const address = (digit: string) => `0x${digit.repeat(40)}` as const
const sequencer = (id: number, amount: bigint, status: Sequencer['status'] = 'active'): Sequencer => ({
  id,
  amount,
  reward: BigInt(10 - id),
  owner: address(`${id}`),
  signer: id === 1 ? '0x36f10B20781bb1E78278e84f3e1E97Acf92FA302' : address(`${id}`),
  recipient: null,
  status,
  exit: null,
})
const sequencers = [sequencer(1, 30n), sequencer(2, 50n), sequencer(3, 50n), sequencer(4, 0n, 'left')]
const block = { seconds: 0 }
const nodes = toNodes({ block, sequencers, maxLock: 100n, dealer: null })
const ids = (key?: string, order?: string) => ordered(nodes, toOrder(key, order)).map(({ id }) => id)

describe('the order of nodes', () => {
  it('begins with the largest lock, the older of two equals first', () => {
    expect(ids()).toEqual([2, 3, 1, 4])
    expect(toOrder('colour', 'down')).toEqual(defaultOrder)
  })
  it('turns around when asked to', () => {
    expect(ids('amount', 'up')).toEqual([4, 1, 2, 3])
    expect(ids('reward')).toEqual([1, 2, 3, 4])
    expect(ids('reward', 'up')).toEqual([4, 3, 2, 1])
  })
  it('puts named nodes before unnamed ones, and active ones before those that left', () => {
    expect(ids('name')).toEqual([1, 2, 3, 4])
    expect(ids('status')).toEqual([1, 2, 3, 4])
    expect(ids('status', 'down')).toEqual([4, 1, 2, 3])
  })
})

describe('nodes', () => {
  it('are joined to the registry by signer, never by index', () => {
    expect(nodes[0]).toMatchObject({ name: 'ENKI0', lst: 'ENKI', party: 'ENKI', isEnki: true })
    expect(nodes[1]).toMatchObject({ name: null, party: address('2'), isEnki: false })
  })
  it('believe the chain before the registry about whose METIS it is', () => {
    const minter = '0x810Ef8Aa1326FB1c5Ce57cD79d549CF9B2cC32aF'
    const pool = '0x0Cf6ab3c169B0169E35aD58D350CbACdaF80E139'
    const sequencers = [
      { ...sequencer(2, 1n), recipient: minter },
      { ...sequencer(1, 1n), recipient: pool },
    ] as const
    const [a, b] = toNodes({ block, sequencers, maxLock: 9n, dealer: null })
    expect([a?.party, b?.party]).toEqual(['ENKI', 'Artemis'])
  })
  it("are ENKI's by the Dealer's agents alone where it answers, whoever is paid and whoever signs", () => {
    const minter = '0x810Ef8Aa1326FB1c5Ce57cD79d549CF9B2cC32aF'
    const sequencers = [sequencer(1, 1n), sequencer(2, 1n), { ...sequencer(3, 1n), recipient: minter } as const]
    const found = toNodes({ block, sequencers, maxLock: 9n, dealer: { agents: [{ address: address('2') }] } })
    expect(found.map(({ isEnki }) => isEnki)).toEqual([false, true, false])
    expect(found.map(({ party }) => party)).toEqual([address('1'), 'ENKI', address('3')])
  })
  it('share the active stake and have no room once they left', () => {
    expect(nodes.map(({ share }) => share)).toEqual([30 / 130, 50 / 130, 50 / 130, 0].map((n) => expect.closeTo(n, 12)))
    expect(nodes.map(({ headroom }) => headroom)).toEqual([70n, 50n, 50n, 0n])
  })
})
