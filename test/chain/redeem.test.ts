import { parseEventLogs } from 'viem'
import { describe, expect, test } from 'vitest'
import { seMetisAbi } from '@/abi/se-metis'
import { readMarket, readPoolSale } from '@/lib/market'
import { saleInto } from '@/lib/market-quote'
import { pinned } from '@/lib/pinned'
import { redeemSteps } from '@/lib/redeem'
import { speedUpQuote } from '@/lib/redeem-quote'
import { mostReduction } from '@/lib/redemption'
import { readTickets } from '@/lib/tickets'
import { unstakeSteps } from '@/lib/unstake'
import { mostNow, unstakeQuote } from '@/lib/unstake-quote'
import { vestSteps } from '@/lib/vest'
import { execute } from '../devnet/transact'
import { l2, restoreEach, world } from './devnet'
import {
  approveAll,
  at,
  book,
  carryOut,
  day,
  enter,
  fund,
  lp,
  provide,
  queue,
  snapshots,
  stakeFor,
  unit,
  vesting,
  wait,
} from './exit'
import { accountAt, client, signerOf, statesOf } from './signer'

restoreEach()

const account = accountAt(6)
const other = accountAt(7)
const me = account.address
const { onL2 } = world

describe('an unstake', () => {
  test('pays now exactly what was asked for, and the vault reports the gross amount', async () => {
    await approveAll(me)
    await stakeFor(me, 100n * unit)
    const before = await snapshots(me)
    const intent = { kind: 'now', eMetis: 33n * unit + 1n } as const
    const quote = unstakeQuote(intent, before.protocol, before.position)
    const states = await statesOf(unstakeSteps(intent, before.protocol, before.position), signerOf(account))
    const last = states.at(-1)
    const { position } = await snapshots(me)
    expect(position.eMetis - before.position.eMetis).toBe(33n * unit + 1n)
    expect(before.position.shares - position.shares).toBe(quote?.shares)
    expect(position.vesting?.locked).toBe(quote?.vest)
    const logs = last?.kind === 'mined' ? [...last.logs] : []
    expect(parseEventLogs({ abi: seMetisAbi, logs, eventName: 'Withdraw' })[0]?.args.assets).toBe(quote?.gross)
  })

  test('of everything leaves no dust, by shares and by what arrives', async () => {
    for (const [who, ask] of [
      [account, 'shares'],
      [other, 'now'],
    ] as const) {
      await approveAll(who.address)
      await stakeFor(who.address, 77n * unit + 7n)
      const { protocol, position } = await snapshots(who.address)
      const intent =
        ask === 'shares'
          ? ({ kind: 'shares', shares: position.shares } as const)
          : ({ kind: 'now', eMetis: mostNow(protocol, position) } as const)
      await carryOut(who, unstakeSteps(intent, protocol, position))
      expect((await snapshots(who.address)).position.shares).toBe(0n)
    }
  })

  test('names the ENKI that lets everything vest at full pace, and not one base unit of ten more', async () => {
    await approveAll(me)
    await stakeFor(me, 100n * unit)
    const { protocol, position } = await snapshots(me)
    const intent = { kind: 'shares', shares: 30n * unit } as const
    const quote = unstakeQuote(intent, protocol, position)
    await carryOut(account, unstakeSteps(intent, protocol, position))
    const pace = () => client.readContract({ ...vesting, functionName: 'amountOfDuration', args: [me] })
    const stake = async (amount: bigint) => {
      const mine = await snapshots(me)
      await carryOut(account, vestSteps({ kind: 'stake', amount }, mine.protocol, mine.position, mine.now))
    }
    await stake((quote?.enki ?? 0n) - 10n)
    expect(await pace()).toBe((quote?.vest ?? 0n) - 1n)
    await stake(10n)
    expect(await pace()).toBe(quote?.vest)
    // Everything released, then as much again: past releases count, so the same ENKI is not enough.
    await wait(91n * day)
    const again = await snapshots(me)
    const second = unstakeQuote(intent, again.protocol, again.position)
    expect(second?.enki).toBe(10n * ((quote?.vest ?? 0n) + (second?.vest ?? 0n)) - (quote?.enki ?? 0n))
    await carryOut(account, unstakeSteps(intent, again.protocol, again.position))
    await stake(second?.enki ?? 0n)
    expect(await pace()).toBe((quote?.vest ?? 0n) + (second?.vest ?? 0n))
  })
})

describe('a request', () => {
  test('tells its id from the receipt, though another request took the one that was tried out', async () => {
    await approveAll(me)
    await approveAll(other.address)
    const { protocol, position } = await snapshots(me)
    if (!protocol.queue) throw new Error('no queue')
    const steps = redeemSteps({ kind: 'request', amount: unit }, protocol.queue, { ...position, queueAllowance: unit })
    const tried = await client.simulateContract({
      ...queue,
      functionName: 'enterRedemptionQueue',
      args: [me, unit],
      account: me,
    })
    await enter(other.address, unit)
    const id = await carryOut(account, steps)
    expect(id).toBe(tried.result + 1n)
    expect(await client.readContract({ ...queue, functionName: 'ownerOf', args: [id ?? 0n] })).toBe(me)
  })
})

describe('speeding up', () => {
  /** A ticket of the account, LP tokens to bring it forward, and a moment the chain stands still at. */
  const prepare = async (amount: bigint) => {
    await approveAll(me)
    await provide(me, 300n * unit)
    const id = await enter(me, amount)
    await wait(3n * day)
    const found = await readTickets(client, book, me, [lp.address])
    const [ticket, holding] = [found.held.find((each) => each.id === id), found.lps[0]]
    const { protocol, position, now } = await snapshots(me)
    if (!ticket || !holding || !protocol.queue) throw new Error('nothing to speed up')
    return { ticket, holding, terms: protocol.queue, position, now }
  }

  test('is offered as far as the queue allows it ten minutes later, and not a second further', async () => {
    const { ticket, holding, terms, position, now } = await prepare(unit)
    const seconds = mostReduction(ticket, now, terms.shortestSeconds)
    expect(seconds).toBe(ticket.maturity - now - 8n * day - 600n)
    const [step] = redeemSteps(
      { kind: 'speedUp', ticket, lp: { ...holding, allowance: 2n ** 255n }, seconds },
      terms,
      position,
    )
    const asked = () =>
      client
        .simulateContract({
          ...queue,
          functionName: 'reduceRedemptionMaturity',
          args: [ticket.id, lp.address, step?.amount ?? 0n],
          account: me,
        })
        .then(
          () => 'taken',
          () => 'refused',
        )
    const upTo = async (time: bigint) => {
      await at(time)
      await l2.mine({ blocks: 1 })
    }
    await upTo(now + 600n)
    expect(await asked()).toBe('taken')
    await upTo(now + 601n)
    expect(await asked()).toBe('refused')
  })

  test('takes the LP tokens, brings the day forward and locks as long as was said', async () => {
    const { ticket, holding, terms, position } = await prepare(10n * unit)
    const { protocol, now } = await snapshots(me)
    const quote = speedUpQuote(ticket, holding, 5n * day, terms, now + 1n)
    await at(now + 1n)
    const intent = { kind: 'speedUp', ticket, lp: holding, seconds: 5n * day } as const
    await carryOut(account, redeemSteps(intent, protocol.queue ?? terms, position))
    const found = await readTickets(client, book, me, [lp.address])
    const after = found.held.find(({ id }) => id === ticket.id)
    expect(after?.maturity).toBe(quote?.maturity)
    expect(after?.lp).toEqual({ token: lp.address, amount: quote?.lp, unlock: quote?.unlock, isClaimed: false })
    expect(found.lps[0]?.balance).toBe(holding.balance - (quote?.lp ?? 0n))
  })
})

describe('the whole way', () => {
  test('METIS to seMetis, eMetis, a ticket, twenty days, METIS', async () => {
    await approveAll(me)
    await stakeFor(me, 100n * unit)
    const start = await snapshots(me)
    await carryOut(
      account,
      unstakeSteps({ kind: 'shares', shares: start.position.shares }, start.protocol, start.position),
    )
    const { protocol, position } = await snapshots(me)
    if (!protocol.queue) throw new Error('no queue')
    const amount = position.eMetis
    await carryOut(account, redeemSteps({ kind: 'request', amount }, protocol.queue, position))
    await wait(20n * day)
    await fund(amount)
    const { held } = await readTickets(client, book, me)
    await carryOut(account, redeemSteps({ kind: 'claim', tickets: held }, protocol.queue, position))
    const end = await snapshots(me)
    expect(end.position.metis - position.metis).toBe(amount)
    expect((await readTickets(client, book, me)).held).toEqual([])
  })
})

describe('the market', () => {
  test('is the pool that the factory names, quoted to the wei', async () => {
    const market = await readMarket(client, book)
    const { pair } = market
    if (!pair) throw new Error('no market')
    expect(market.pool).toBeNull()
    const { position } = await snapshots(me)
    const sale = saleInto(pair, 100n * unit)
    await execute({ from: me, on: onL2.eMetis, fn: 'transfer', args: [pair.address, 100n * unit] })
    const isFirst = BigInt(onL2.eMetis.address) < BigInt(onL2.metis.address)
    const swap = (out: bigint) => ({ fn: 'swap', args: [isFirst ? 0n : out, isFirst ? out : 0n, me, '0x'] }) as const
    const { args } = swap(sale.out + 1n)
    const greedy = { abi: onL2.lp.abi, address: pair.address, functionName: 'swap', args, account: me } as const
    await expect(client.simulateContract(greedy)).rejects.toThrow('UniswapV2: K')
    await execute({ from: me, on: onL2.lp, ...swap(sale.out) })
    expect((await snapshots(me)).position.metis - position.metis).toBe(sale.out)
    expect(sale.impact).toBeGreaterThan(0.02)
  })

  test('asks an Algebra pool for its own quote where there is one, and says when it gives none', async () => {
    // A factory that knows one pool, and a quoter that gives half of what is sold, at a fee of 100.
    await l2.setCode({ address: pinned.algebraFactory, bytecode: '0x61dead60005260206000f3' })
    await l2.setCode({ address: pinned.algebraQuoter, bytecode: '0x60443560029004600052606460205260406000f3' })
    expect((await readMarket(client, book)).pool).toBe('0x000000000000000000000000000000000000dEaD')
    expect((await readPoolSale(client, 100n * unit)).sale).toEqual({ out: 50n * unit, impact: 0 })
    await l2.setCode({ address: pinned.algebraQuoter, bytecode: '0x60006000fd' })
    expect((await readPoolSale(client, 100n * unit)).sale).toBeNull()
  })

  test('knows the LP token by the factory, and any other by its use', async () => {
    const { lpTokens } = await readMarket(client, book)
    const factor = await client.readContract({ ...queue, functionName: 'lpFactors', args: [lp.address] })
    expect(lpTokens).toMatchObject([{ token: lp.address, factor, names: ['eMetis', 'METIS'] }])
    await execute({
      from: accountAt(10).address,
      on: onL2.queue,
      fn: 'setLpFactor',
      args: [onL2.enki.address, 5n * day],
    })
    await approveAll(me)
    await execute({ from: me, on: onL2.enki, fn: 'approve', args: [queue.address, unit] })
    const id = await enter(me, unit)
    await execute({ from: me, on: onL2.queue, fn: 'reduceRedemptionMaturity', args: [id, onL2.enki.address, unit] })
    const used = (await readMarket(client, book)).lpTokens
    expect(used.map(({ token }) => token)).toEqual([lp.address, onL2.enki.address])
    expect(used[1]).toMatchObject({ factor: 5n * day, names: [null, null], worth: null })
  })

  test('is nowhere when the factory names no pool', async () => {
    await l2.setCode({ address: '0x70f51d68D16e8f9e418441280342BD43AC9Dff9f', bytecode: '0x' })
    expect(await readMarket(client, book)).toMatchObject({ pair: null, pool: null })
  })
})
