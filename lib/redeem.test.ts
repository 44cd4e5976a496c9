import { encodeAbiParameters, encodeEventTopics, type Log, zeroAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { redemptionQueueAbi } from '@/abi/redemption-queue'
import { plainPosition, plainProtocol } from '@/test/plain'
import { pinned } from './pinned'
import type { Position } from './position'
import type { Protocol } from './protocol'
import { redeemSteps } from './redeem'
import { type LpHolding, type RedeemIntent, redeemObstacle, requestQuote, speedUpQuote } from './redeem-quote'
import type { Queue, Ticket } from './redemption'
import { ticketIdOf } from './tickets'

const unit = 10n ** 18n
const day = 86_400n
const now = 1_000_000n
const block = { number: 1n, seconds: Number(now), readAt: 1 }
const { account } = plainPosition
const address = '0x2E1e221ad59BD24395F1CB93eE35D8FE5e72d3BC'

const queue: Queue = {
  address,
  metis: 15n * unit,
  owed: 100n * unit,
  fees: 0n,
  seconds: 20n * day,
  shortestSeconds: 8n * day,
  fee: 10_000n,
  cancelFee: 5_000n,
  lpSeconds: 30n * day,
}
const protocol: Protocol = {
  ...plainProtocol,
  block,
  paused: true,
  isPublic: false,
  queueSeconds: queue.seconds,
  queue,
}
const position: Position = { ...plainPosition, block, eMetis: 50n * unit }
const lock = { token: pinned.enki, amount: 3n * unit, unlock: now + day, isClaimed: false }
const mature: Ticket = {
  id: 7n,
  amount: 10n * unit,
  maturity: now - day,
  cancelFee: 5_000n,
  isRedeemed: false,
  lp: null,
}
const waiting: Ticket = { ...mature, id: 8n, maturity: now + 20n * day }
const spent: Ticket = { ...mature, id: 9n, isRedeemed: true, lp: lock }
const lp: LpHolding = { token: pinned.enki, factor: 60n * day, balance: 2n * unit, allowance: 0n }

const request = (amount: bigint): RedeemIntent => ({ kind: 'request', amount })
const claim = (...tickets: Ticket[]): RedeemIntent => ({ kind: 'claim', tickets })
const cancel = (ticket: Ticket): RedeemIntent => ({ kind: 'cancel', ticket })
const unlock = (ticket: Ticket): RedeemIntent => ({ kind: 'unlock', ticket })
const speedUp = (ticket: Ticket, seconds: bigint, holding = lp): RedeemIntent => ({
  kind: 'speedUp',
  ticket,
  seconds,
  lp: holding,
})
const steps = (intent: RedeemIntent, mine: Partial<Position> = {}) =>
  redeemSteps(intent, queue, { ...position, ...mine })

describe('the steps through the queue', () => {
  it('approve exactly the amount, only when the allowance is short', () => {
    expect(steps(request(unit)).map(({ id }) => id)).toEqual(['approveQueue', 'request'])
    expect(steps(request(unit), { queueAllowance: unit }).map(({ id }) => id)).toEqual(['request'])
    expect(steps(request(unit))[0]).toMatchObject({ address: pinned.eMetis, args: [address, unit] })
    expect(steps(request(unit))[1]).toMatchObject({ functionName: 'enterRedemptionQueue', args: [account, unit] })
  })

  it('make a ticket of somebody else when that is wanted', () => {
    const recipient = { address: '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC' } as const
    const [approval, entry] = steps({ kind: 'request', amount: unit, recipient })
    expect(approval).toEqual(steps(request(unit))[0])
    expect(entry).toMatchObject({ recipient, args: [recipient.address, unit] })
    expect(entry?.changes).toEqual([{ token: 'eMetis', amount: -unit }])
  })

  it('claim several tickets one after the other, the id first', () => {
    expect(steps(claim(mature, { ...mature, id: 3n })).map(({ args }) => args)).toEqual([
      [7n, account],
      [3n, account],
    ])
  })

  it('cancel with the receiver first, and give locked LP tokens back', () => {
    const [plain] = steps(cancel(waiting))
    const [locked] = steps(cancel({ ...waiting, lp: lock }))
    expect(plain).toMatchObject({ functionName: 'cancelRedemptionTicketNft', args: [account, 8n] })
    expect(plain?.changes).toEqual([{ token: 'eMetis', amount: (10n * unit * 995n) / 1000n }])
    expect(locked?.changes.at(1)).toMatchObject({ token: 'LP', amount: 3n * unit })
  })

  it('lock exactly the LP tokens that the time takes', () => {
    const quote = speedUpQuote(waiting, lp, 6n * day, queue, now)
    expect(quote).toEqual({ lp: unit, seconds: 6n * day, maturity: now + 14n * day, unlock: now + 30n * day })
    const [approval, locking] = steps(speedUp(waiting, 6n * day))
    expect(approval).toMatchObject({ address: lp.token, args: [address, unit] })
    expect(locking).toMatchObject({ functionName: 'reduceRedemptionMaturity', args: [8n, lp.token, unit] })
    expect(steps(speedUp(waiting, 6n * day, { ...lp, factor: 0n }))).toEqual([])
  })

  it('take LP tokens back', () => {
    expect(steps(unlock(spent))).toMatchObject([{ functionName: 'unlockLpToken', args: [9n], amount: 3n * unit }])
  })
})

describe('what a request gives', () => {
  it('is the amount less the fee, and the day it matures', () => {
    expect(requestQuote(100n * unit, queue, now)).toEqual({
      fee: unit,
      amount: 99n * unit,
      maturity: now + 20n * day,
      cancelFee: 5_000n,
    })
  })
})

describe('what stands in the way at the queue', () => {
  const most = 12n * day - 600n
  it.each([
    ['nothing at a request, whether or not the vault is paused', request(unit), {}, null],
    ['too little eMetis', request(51n * unit), {}, 'insufficient'],
    ['more than 120 bits', request(2n ** 120n), { eMetis: 2n ** 121n }, 'tooLarge'],
    ['nothing at the claim of a mature, funded ticket', claim(mature), {}, null],
    ['a ticket that is not mature', claim(waiting), {}, 'notMature'],
    ['a queue without enough METIS', claim({ ...mature, amount: 16n * unit }), {}, 'unfunded'],
    ['a queue that can pay one of two', claim(mature, { ...mature, id: 3n }), {}, 'unfunded'],
    ['a redeemed ticket', claim(spent), {}, 'redeemed'],
    ['no ticket at all', claim(), {}, 'nothingToClaim'],
    ['no coin for the second claim', claim(mature), { native: 109_999n * 10n ** 9n }, 'noGas'],
    ['nothing at a cancellation, before and after maturity', cancel(mature), {}, null],
    ['a cancellation that would pay twice', cancel(spent), {}, 'notOpen'],
    [
      'a cancellation after the LP tokens came back',
      cancel({ ...waiting, lp: { ...lock, isClaimed: true } }),
      {},
      'notOpen',
    ],
    ['nothing at a speed-up to the last second allowed', speedUp(waiting, most), {}, null],
    ['a second too many', speedUp(waiting, most + 1n), {}, 'tooFar'],
    ['a ticket that cannot come closer', speedUp(mature, 1n), {}, 'tooClose'],
    ['a second speed-up', speedUp({ ...waiting, lp: lock }, day), {}, 'alreadyReduced'],
    ['a token that is not taken', speedUp(waiting, day, { ...lp, factor: 0n }), {}, 'notTaken'],
    ['too few LP tokens', speedUp(waiting, 10n * day, { ...lp, balance: unit }), {}, 'insufficientLp'],
    [
      'a token so dear that a second costs a day',
      speedUp(waiting, 1n, { ...lp, factor: 2n ** 62n * unit }),
      {},
      'tooFar',
    ],
    ['LP tokens that are still locked', unlock(spent), {}, 'lpLocked'],
    ['nothing once they are free', unlock({ ...spent, lp: { ...lock, unlock: now } }), {}, null],
    ['no LP tokens', unlock(mature), {}, 'noLp'],
    ['LP tokens that were taken back', unlock({ ...spent, lp: { ...lock, isClaimed: true } }), {}, 'noLp'],
  ] as const)('%s', (_, intent, mine, expected) => {
    expect(redeemObstacle(intent, { queue, now }, protocol, { ...position, ...mine })).toBe(expected)
  })

  it('no queue, a fee that takes all, and a wrong wiring above all', () => {
    expect(redeemObstacle(request(unit), { queue: null, now }, protocol, position)).toBe('noQueue')
    const dear = { ...queue, fee: 1_000_000n }
    expect(redeemObstacle(request(unit), { queue: dear, now }, protocol, position)).toBe('feeTakesAll')
    const checks = [{ id: 'asset' as const, expected: pinned.eMetis, found: null, ok: false }]
    expect(redeemObstacle(request(unit), { queue: null, now }, { ...protocol, checks }, position)).toBe('wiring')
  })
})

describe('the id of a new ticket', () => {
  const types = [{ type: 'uint256' }, { type: 'uint120' }, { type: 'uint64' }, { type: 'uint256' }] as const
  const entered = {
    address,
    topics: encodeEventTopics({
      abi: redemptionQueueAbi,
      eventName: 'EnterRedemptionQueue',
      args: { nftId: 42n, sender: account, recipient: account },
    }),
    data: encodeAbiParameters(types, [unit, 0n, now, 0n]),
  } as unknown as Log
  const sent = {
    address,
    topics: encodeEventTopics({
      abi: redemptionQueueAbi,
      eventName: 'Transfer',
      args: { from: zeroAddress, to: account, tokenId: 41n },
    }),
    data: '0x',
  } as unknown as Log

  it('is what the queue logged', () => {
    expect(ticketIdOf([sent, entered])).toBe(42n)
    expect(ticketIdOf([sent])).toBeNull()
  })
})
