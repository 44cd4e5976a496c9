import { type Address, zeroAddress } from 'viem'
import type { World } from './deploy'
import { least } from './least'
import type { Random } from './random'
import { type Call, type Contract, read } from './transact'

const one = 10n ** 18n

/** What the people of the seeded year share: the tickets they hold, in the order of their ids. */
export type Crowd = {
  world: World
  random: Random
  people: readonly Address[]
  tickets: Address[]
  inviters: Address[]
}

/** What somebody does at one moment; no calls when there is nothing to do. */
export type Deed = (crowd: Crowd, who: Address) => Promise<Call[]>

export const balance = (token: Contract, who: Address) => read<bigint>(token, 'balanceOf', [who])

/** The approval and the call that needs it. */
export const approved = (from: Address, token: Contract, amount: bigint, call: Omit<Call, 'from'>): Call[] => [
  { from, on: token, fn: 'approve', args: [call.on.address, amount] },
  { from, ...call },
]

/** METIS appears, as if bought, and is staked at once, or turned into eMetis only. */
export const mintFor =
  (amount: bigint, deposit: boolean): Deed =>
  async ({ world: { onL2 }, random, inviters }, who) => {
    const inviter = random.chance(0.3) ? inviters.find((each) => each !== who) : undefined
    const args = [who, amount, deposit, inviter ?? zeroAddress]
    const fresh: Call = { from: who, on: onL2.metis, fn: 'devnetMint', args: [who, amount] }
    return [fresh, ...approved(who, onL2.metis, amount, { on: onL2.minter, fn: 'mint', args })]
  }

const stakeEMetis: Deed = async ({ world: { onL2 }, random }, who) => {
  const held = await balance(onL2.eMetis, who)
  if (held < 5n * one) return []
  const amount = random.part(held, 0.4, 1)
  return approved(who, onL2.eMetis, amount, { on: onL2.seMetis, fn: 'deposit', args: [amount, who] })
}

const unstake: Deed = async ({ world: { onL2 }, random }, who) => {
  const shares = await balance(onL2.seMetis, who)
  if (shares < 20n * one) return []
  return [{ from: who, on: onL2.seMetis, fn: 'redeem', args: [random.part(shares, 0.03, 0.12), who, who] }]
}

type VestingInfo = readonly [
  balance: bigint,
  cumulative: bigint,
  claimed: bigint,
  lastVestingTime: bigint,
  eMetisBalance: bigint,
]

const vest: Deed = async ({ world: { onL2 }, random }, who) => {
  const [staked, cumulative, , , waiting] = await read<VestingInfo>(onL2.vesting, 'userInfos', [who])
  const needed = 10n * (waiting + cumulative)
  if (waiting < one || staked >= needed) return []
  const held = await balance(onL2.enki, who)
  const amount = least(random.part(needed - staked, 0.5, 1), held)
  if (amount < one) return []
  return approved(who, onL2.enki, amount, { on: onL2.vesting, fn: 'stake', args: [amount] })
}

const claimVested: Deed = async ({ world: { onL2 }, random }, who) => {
  if ((await read<bigint>(onL2.vesting, 'claimable', [who])) < one / 2n) return []
  return [{ from: who, on: onL2.vesting, fn: random.chance(0.15) ? 'unstake' : 'claim' }]
}

const transferShares: Deed = async ({ world: { onL2 }, random, people }, who) => {
  const shares = await balance(onL2.seMetis, who)
  const to = random.pick(people.filter((each) => each !== who))
  if (shares < 20n * one) return []
  return [{ from: who, on: onL2.seMetis, fn: 'transfer', args: [to, random.part(shares, 0.02, 0.1)] }]
}

const transferEMetis: Deed = async ({ world: { onL2 }, random, people }, who) => {
  const held = await balance(onL2.eMetis, who)
  const to = random.pick(people.filter((each) => each !== who))
  if (held < 10n * one) return []
  return [{ from: who, on: onL2.eMetis, fn: 'transfer', args: [to, random.part(held, 0.1, 0.4)] }]
}

const invite: Deed = async ({ world: { onL2 }, inviters }, who) => {
  if (inviters.includes(who) || (await balance(onL2.seMetis, who)) < 2n * one) return []
  inviters.push(who)
  return [{ from: who, on: onL2.inviter, fn: 'mint' }]
}

/** What a staker may do besides minting and besides the queue; `often`: times in a year, over all people. */
export const habits: readonly { deed: Deed; often: number }[] = [
  { deed: stakeEMetis, often: 46 },
  { deed: unstake, often: 44 },
  { deed: vest, often: 34 },
  { deed: claimVested, often: 40 },
  { deed: transferShares, often: 16 },
  { deed: transferEMetis, often: 12 },
  { deed: invite, often: 5 },
]
