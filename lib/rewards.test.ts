import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Method } from './lots'
import { type Accrual, type Movement, toRewards } from './rewards'
import { toAssets, toShares, type Vault } from './shares'

const one = 10n ** 18n
const day = 86_400

/** A vault as the contract counts, the movements it causes for each account, and the sums nobody of ours computes. */
function createModel(accounts: number) {
  let [vault, block]: [Vault, bigint] = [{ totalAssets: one, totalShares: one }, 0n]
  const people = Array.from({ length: accounts }, () => ({ shares: 0n, in: 0n, out: 0n, movements: [] as Movement[] }))
  const payouts: Accrual[] = []
  let dispatched = 0n
  const person = (i: number) => people[i % accounts] as (typeof people)[number]
  const place = () => ({ block: ++block, index: 0, seconds: Number(block) * day })
  const lastPrice = () => payouts.at(-1) ?? { totalAssets: 0n, totalShares: 0n }
  return {
    people,
    payouts,
    now: () => ({ ...vault, seconds: Number(block + 1n) * day }),
    dispatched: () => dispatched,
    vault: () => vault,
    stake: (i: number, assets: bigint) => {
      const shares = toShares(assets, vault)
      vault = { totalAssets: vault.totalAssets + assets, totalShares: vault.totalShares + shares }
      const who = person(i)
      who.shares += shares
      who.in += assets
      who.movements.push({ ...place(), kind: 'staked', shares, assets })
    },
    unstake: (i: number, part: bigint) => {
      const who = person(i)
      const shares = (who.shares * part) / 100n
      const assets = toAssets(shares, vault)
      vault = { totalAssets: vault.totalAssets - assets, totalShares: vault.totalShares - shares }
      who.shares -= shares
      who.out += assets
      who.movements.push({ ...place(), kind: 'unstaked', shares, assets })
    },
    send: (from: number, to: number, part: bigint) => {
      const [giver, taker] = [person(from), person(to)]
      if (giver === taker) return
      const shares = (giver.shares * part) / 100n
      const worth = toAssets(shares, lastPrice())
      const at = place()
      giver.shares -= shares
      giver.out += worth
      giver.movements.push({ ...at, kind: 'sent', shares })
      taker.shares += shares
      taker.in += worth
      taker.movements.push({ ...at, kind: 'received', shares })
    },
    pay: (reward: bigint) => {
      vault = { ...vault, totalAssets: vault.totalAssets + reward }
      dispatched += reward
      payouts.push({ ...vault, ...place(), reward })
    },
  }
}

type Model = ReturnType<typeof createModel>

const who = fc.nat(9)
const part = fc.bigInt(1n, 100n)
/** Dust as well as fortunes. */
const amount = fc.tuple(fc.nat(23), fc.bigInt(1n, 9n)).map(([power, digit]) => digit * 10n ** BigInt(power))
const deeds = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(who, amount).map(
        ([i, assets]) =>
          (model: Model) =>
            model.stake(i, assets),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(who, part).map(
        ([i, share]) =>
          (model: Model) =>
            model.unstake(i, share),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(who, who, part).map(
        ([a, b, share]) =>
          (model: Model) =>
            model.send(a, b, share),
      ),
    },
    { weight: 3, arbitrary: fc.bigInt(0n, 10n ** 22n).map((reward) => (model: Model) => model.pay(reward)) },
  ),
  { minLength: 1, maxLength: 60 },
)
const methods = ['fifo', 'average'] as const satisfies Method[]

function live(history: readonly ((model: Model) => void)[]): Model {
  const model = createModel(10)
  for (const act of history) act(model)
  return model
}

describe('rewards of ten accounts with random histories', () => {
  it('are value now plus what was taken out less what was put in, by either method, to the wei', () =>
    fc.assert(
      fc.property(deeds, (history) => {
        const model = live(history)
        for (const { movements, shares, ...sums } of model.people)
          for (const method of methods) {
            const found = toRewards(movements, model.payouts, model.now(), method)
            expect(found.shares).toBe(shares)
            expect(found.rewards).toBe(toAssets(shares, model.vault()) + sums.out - sums.in)
            expect(found.realised + found.unrealised).toBe(found.rewards)
            expect([found.putIn, found.takenOut]).toEqual([sums.in, sums.out])
          }
      }),
      { numRuns: 500 },
    ))

  it('add up to what was dispatched, less what the first deposit earned and the vault keeps by rounding', () =>
    fc.assert(
      fc.property(deeds, (history) => {
        const model = live(history)
        const rewards = model.people.map(({ movements }) => toRewards(movements, model.payouts, model.now()).rewards)
        const total = rewards.reduce((sum, each) => sum + each, 0n)
        const { totalAssets } = model.vault()
        const worth = model.people.reduce((sum, { shares }) => sum + toAssets(shares, model.vault()), 0n)
        // What nobody of the ten can claim: the first deposit with its rewards, and the rest of every division.
        expect(total + (totalAssets - worth - one)).toBe(model.dispatched())
        const first = toAssets(one, model.vault())
        const price = totalAssets / (model.vault().totalShares || 1n) + 1n
        expect(totalAssets - worth - first).toBeGreaterThanOrEqual(0n)
        expect(totalAssets - worth - first).toBeLessThanOrEqual(11n + price)
      }),
      { numRuns: 500 },
    ))

  it('come from payouts but for the rounding, which is counted', () =>
    fc.assert(
      fc.property(deeds, (history) => {
        const model = live(history)
        for (const { movements } of model.people) {
          const { earned, rewards, rounding, steps, accrued } = toRewards(movements, model.payouts, model.now())
          const paid = earned.reduce((sum, { reward }) => sum + reward, 0n)
          expect(paid + rounding).toBe(rewards)
          expect(steps.reduce((sum, step) => sum + step.accrued, accrued)).toBe(paid)
        }
      }),
      { numRuns: 300 },
    ))
})

describe('an account', () => {
  const payout = (block: bigint, totalAssets: bigint, reward: bigint): Accrual => ({
    totalAssets: totalAssets * one - 1n,
    totalShares: 1_000n * one - 1n,
    reward: reward * one,
    block,
    index: 0,
    seconds: Number(block) * day,
  })
  const move =
    (kind: 'staked' | 'unstaked') =>
    (block: bigint, shares: bigint, assets: bigint): Movement => ({
      kind,
      shares: shares * one,
      assets: assets * one,
      block,
      index: 1,
      seconds: Number(block) * day,
    })
  const [staked, unstaked] = [move('staked'), move('unstaked')]
  const payouts = [payout(10n, 1_100n, 100n), payout(20n, 1_200n, 100n)]
  const now = { totalAssets: 1_200n * one - 1n, totalShares: 1_000n * one - 1n, seconds: 30 * day }
  const moves = [staked(5n, 100n, 100n), staked(15n, 100n, 110n), unstaked(25n, 100n, 120n)]

  it('that leaves in part realises what its oldest shares earned', () => {
    const { realised, unrealised, lots } = toRewards(moves, payouts, now, 'fifo')
    expect(realised).toBe(20n * one)
    expect(unrealised).toBe(10n * one)
    expect(lots).toEqual([{ shares: 100n * one, cost: 110n * one, seconds: 15 * day }])
  })
  it('may count at average cost instead, with the same sum', () => {
    const { realised, unrealised, rewards } = toRewards(moves, payouts, now, 'average')
    expect([realised, unrealised, rewards]).toEqual([15n * one, 15n * one, 30n * one])
  })
  it('is told what each payout brought it', () => {
    const { earned, steps, accrued } = toRewards(moves, payouts, now)
    expect(earned.map(({ shares, reward }) => [shares / one, reward / one])).toEqual([
      [100n, 10n],
      [200n, 20n],
    ])
    expect(steps.map((step) => step.accrued / one)).toEqual([0n, 10n, 20n])
    expect(accrued).toBe(0n)
  })
  it('has a yearly rate on what was in, for as long as it was', () => {
    const { rate, heldSeconds } = toRewards(moves, payouts, now)
    expect(heldSeconds).toBe(25 * day)
    // 100 for 10 days, 210 for 10 days, 110 for 5 days.
    expect(rate).toBeCloseTo((30 * 365) / (100 * 10 + 210 * 10 + 110 * 5), 12)
  })
  it('has no rate before the first payout, and nothing without movements', () => {
    expect(toRewards(moves.slice(0, 1), [], now).rate).toBeNull()
    expect(toRewards([], payouts, now)).toMatchObject({ rewards: 0n, rate: null, heldSeconds: 0, earned: [] })
  })
  it('that gets its own shares back counts nothing twice', () => {
    const away: Movement[] = [
      staked(5n, 100n, 100n),
      { kind: 'sent', shares: 100n * one, block: 12n, index: 0, seconds: 12 * day },
      { kind: 'received', shares: 100n * one, block: 22n, index: 0, seconds: 22 * day },
    ]
    const found = toRewards(away, payouts, now)
    // The second payout came while the shares were elsewhere: it is the other account's.
    expect(found.rewards).toBe(10n * one)
    expect(found.steps.map(({ assets }) => assets / one)).toEqual([100n, 110n, 120n])
    expect([found.realised, found.unrealised]).toEqual([10n * one, 0n])
  })
})
