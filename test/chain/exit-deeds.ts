import fc from 'fast-check'
import type { Address } from 'viem'
import { expect } from 'vitest'
import { vault } from '@/lib/contracts'
import { type StepId, toSignedCall } from '@/lib/step'
import { mostNow } from '@/lib/unstake-quote'
import { backend, benefactor } from '../devnet/accounts'
import { type Call, execute, rpc } from '../devnet/transact'
import { l2, world } from './devnet'
import { at, day, drain, queue, unit } from './exit'
import { holdingOf, type Intent, type Model, personOf, predict, ticketsOf } from './exit-model'
import { accountAt, client } from './signer'

const { onL2 } = world

/** Whose histories are lived. */
export const people = [1, 2, 3].map((index) => accountAt(index).address) as [Address, Address, Address]

/** Steps that some history carried out. */
export const carriedOut = new Set<StepId>()

/** One thing that happens. `part` chooses how much, in thousandths of what there is, `pick` which ticket, in hundredths. */
export type Deed = { who: 0 | 1 | 2; pick: number; part: number } & (
  | { does: 'unstake' | 'unstakeNow' | 'stake' | 'claimVest' | 'unstakeEnki' }
  | {
      does:
        | 'request'
        | 'claim'
        | 'cancel'
        | 'speedUp'
        | 'unlock'
        | 'send'
        | 'wait'
        | 'fund'
        | 'short'
        | 'reward'
        | 'terms'
    }
)

const weights = {
  wait: 6,
  request: 4,
  claim: 6,
  speedUp: 4,
  unlock: 4,
  cancel: 2,
  send: 2,
  unstake: 3,
  unstakeNow: 2,
  stake: 3,
  claimVest: 3,
  unstakeEnki: 2,
  fund: 2,
  short: 1,
  reward: 1,
  terms: 1,
} as const satisfies Record<Deed['does'], number>

/** Anything anybody may do; what they ask for may be more than there is. */
export const deeds: fc.Arbitrary<Deed> = fc.record({
  who: fc.constantFrom(0 as const, 1 as const, 2 as const),
  pick: fc.nat(99),
  part: fc.oneof(fc.constantFrom(0, 1000), fc.nat(1050)),
  does: fc.constantFrom(
    ...Object.entries(weights).flatMap(([does, times]) => Array<Deed['does']>(times).fill(does as Deed['does'])),
  ),
})

const waits = [1n, 3600n, day, 5n * day, 9n * day, 12n * day, 21n * day, 31n * day]

const portion = (whole: bigint, part: number) => (whole * BigInt(part)) / 1000n

/** What the person wants, from what the model says that there is; null: there is no such ticket. */
function intentOf(model: Model, { does, who, pick, part }: Deed): Intent | null {
  const account = people[who]
  const person = personOf(model, account)
  const held = ticketsOf(model, account)
  const ticket = held[Math.floor((pick * held.length) / 100)]
  if (does === 'unstake') return { of: 'vault', kind: 'shares', shares: portion(person.shares, part) }
  if (does === 'unstakeNow') return { of: 'vault', kind: 'now', eMetis: portion(mostNow(model.protocol, person), part) }
  if (does === 'stake') return { of: 'vesting', kind: 'stake', amount: portion(person.enki, part) }
  if (does === 'claimVest') return { of: 'vesting', kind: 'claim' }
  if (does === 'unstakeEnki') return { of: 'vesting', kind: 'unstake' }
  if (does === 'request') return { of: 'queue', kind: 'request', amount: portion(person.eMetis / 3n, part) }
  if (!ticket) return null
  if (does === 'claim') return { of: 'queue', kind: 'claim', tickets: [ticket] }
  if (does === 'cancel') return { of: 'queue', kind: 'cancel', ticket }
  if (does === 'unlock') return { of: 'queue', kind: 'unlock', ticket }
  const seconds = portion(12n * day, part) + 1n
  return does === 'speedUp' ? { of: 'queue', kind: 'speedUp', ticket, seconds, lp: holdingOf(model, account) } : null
}

/** Refusals of ours alone: the chain would take the call, and the person would lose by it or gain nothing. */
const ours = ['nothingToClaim', 'noEnki', 'notTaken', 'feeTakesAll', 'tooFar', 'tooClose']

async function mined(call: { from: Address; to: Address; data: `0x${string}` }): Promise<boolean> {
  const hash = await rpc<`0x${string}`>(world.l2, 'eth_sendTransaction', [
    { ...call, gas: '0x1e8480', gasPrice: '0x77359400' },
  ])
  // Mined at once; viem would wait for a higher block than the one a history was taken back from.
  for (;;) {
    const receipt = await rpc<{ status: string } | null>(world.l2, 'eth_getTransactionReceipt', [hash])
    if (receipt) return receipt.status === '0x1'
  }
}

/** Sends what the app would send a second later, and expects the chain to do what the app says. */
async function tryOut(model: Model, account: Address, intent: Intent): Promise<void> {
  const now = model.now + 1n
  const { obstacle, steps, apply } = predict(model, account, intent, now)
  const [only, ...more] = steps
  if ((obstacle && ours.includes(obstacle)) || !only) return
  // A request or an unstake of nothing is refused by the contract; the button waits for an amount.
  const isNothing = only.amount === 0n && only.id !== 'claimVest' && only.id !== 'stakeEnki'
  expect(more).toEqual([])
  await at(now)
  const { to, data } = toSignedCall(only)
  expect([intent.kind, obstacle, await mined({ from: account, to, data })]).toEqual([
    intent.kind,
    obstacle,
    !obstacle && !isNothing,
  ])
  if (!obstacle && !isNothing) {
    apply()
    carriedOut.add(only.id)
  }
  model.now = now
}

/** A transaction of somebody else, a second later. */
async function pass(model: Model, call: Call): Promise<void> {
  model.now += 1n
  await at(model.now)
  await execute(call)
}

async function send(model: Model, { who, pick }: Deed): Promise<void> {
  const [from, to] = [people[who], people[who === 2 ? 0 : who === 1 ? 2 : 1]]
  const held = ticketsOf(model, from)
  const ticket = held[Math.floor((pick * held.length) / 100)]
  if (!ticket) return
  await pass(model, { from, on: onL2.queue, fn: 'transferFrom', args: [from, to, ticket.id] })
  ticket.owner = to
}

async function setTerms(model: Model, { part }: Deed): Promise<void> {
  const set = (fn: string, value: bigint) => pass(model, { from: backend, on: onL2.config, fn, args: [value] })
  const ratio = portion(100_000n, Math.min(part, 1000))
  await set('setRedemptionFee', ratio)
  await set('setCancelRedemptionFee', ratio * 2n)
  await set('setVestingRatio', ratio * 9n)
  Object.assign(model.queue, { fee: ratio, cancelFee: ratio * 2n })
  model.protocol.vestingRatio = ratio * 9n
}

/** The share price rises; by how much is the dispatcher's business. */
async function reward(model: Model): Promise<void> {
  const args = [onL2.dispatcher.address, unit, false, benefactor]
  await pass(model, { from: benefactor, on: onL2.metis, fn: 'devnetMint', args: [benefactor, unit] })
  await pass(model, { from: benefactor, on: onL2.metis, fn: 'approve', args: [onL2.minter.address, unit] })
  await pass(model, { from: benefactor, on: onL2.minter, fn: 'mint', args })
  await pass(model, { from: backend, on: onL2.dispatcher, fn: 'dispatch' })
  model.protocol.totalAssets = await client.readContract({ ...vault, functionName: 'totalAssets' })
}

/** Does one deed on the chain, and in the model. */
export async function live(model: Model, deed: Deed): Promise<void> {
  if (deed.does === 'wait') {
    model.now += waits[deed.pick % waits.length] ?? 1n
    await at(model.now)
    await l2.mine({ blocks: 1 })
  } else if (deed.does === 'send') await send(model, deed)
  else if (deed.does === 'terms') await setTerms(model, deed)
  else if (deed.does === 'reward') await reward(model)
  else if (deed.does === 'fund') {
    const amount = portion(500n * unit, deed.part)
    await pass(model, { from: benefactor, on: onL2.metis, fn: 'devnetMint', args: [queue.address, amount] })
    model.queue.metis += amount
  } else if (deed.does === 'short') {
    const left = portion(model.queue.metis, Math.min(deed.part, 1000))
    model.now += 1n
    await at(model.now)
    await drain(left)
    model.queue.metis = left
  } else {
    const intent = intentOf(model, deed)
    if (intent) await tryOut(model, people[deed.who], intent)
  }
}
