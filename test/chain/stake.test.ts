import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type AddressBook, readAddressBook } from '@/lib/address-book'
import { eMetis, metis, minter, vault } from '@/lib/contracts'
import { readPosition } from '@/lib/position'
import { readProtocol } from '@/lib/protocol'
import { toAssets, toShares } from '@/lib/shares'
import { stakeSteps } from '@/lib/stake'
import { type StakeIntent, stakeResult } from '@/lib/stake-quote'
import { backend, benefactor } from '../devnet/accounts'
import { execute, read } from '../devnet/transact'
import { restoreEach, world } from './devnet'
import { accountAt, client, signerOf, statesOf } from './signer'

restoreEach()

const unit = 10n ** 18n
const { onL2 } = world
const account = accountAt(1)
const other = accountAt(2).address
let book: AddressBook

beforeAll(async () => {
  book = await readAddressBook(client)
})

const snapshots = () => Promise.all([readProtocol(client, book), readPosition(client, book, account.address)])

const intents = fc.oneof(
  fc.record({ give: fc.constant('METIS' as const), receive: fc.constantFrom('seMetis' as const, 'eMetis' as const) }),
  fc.record({ give: fc.constant('eMetis' as const), receive: fc.constant('seMetis' as const) }),
)
/** From dust to thousands, evenly over the orders of magnitude. */
const amounts = fc.tuple(fc.integer({ min: 0, max: 21 }), fc.bigInt(1n, 9_999n)).map(([power, digits]) => {
  const amount = (digits * 10n ** BigInt(power)) / 1000n
  return amount > 0n ? amount : 1n
})

/** Moves the share price by a payout, and the totals by somebody else's stake. */
async function disturb(reward: bigint, deposit: bigint): Promise<void> {
  const [dispatcher, seMetis] = [onL2.dispatcher, onL2.seMetis]
  await execute({ from: benefactor, on: onL2.metis, fn: 'devnetMint', args: [benefactor, reward + deposit] })
  await execute({ from: benefactor, on: onL2.metis, fn: 'approve', args: [minter.address, reward + deposit] })
  await execute({ from: benefactor, on: onL2.minter, fn: 'mint', args: [dispatcher.address, reward, false, other] })
  await execute({ from: backend, on: dispatcher, fn: 'dispatch' })
  await execute({ from: benefactor, on: onL2.minter, fn: 'mint', args: [other, deposit, true, other] })
  expect(await read<bigint>(seMetis, 'totalAssets')).toBeGreaterThan(0n)
}

describe('the share formula', () => {
  test('equals the vault to the wei over 300 random states and amounts', async () => {
    await fc.assert(
      fc.asyncProperty(
        amounts,
        amounts,
        fc.array(amounts, { minLength: 3, maxLength: 3 }),
        async (reward, deposit, asked) => {
          await disturb(reward + 10n, deposit)
          const protocol = await readProtocol(client, book)
          for (const amount of asked) {
            expect(toShares(amount, protocol)).toBe(
              await client.readContract({ ...vault, functionName: 'previewDeposit', args: [amount] }),
            )
            expect(toAssets(amount, protocol)).toBe(
              await client.readContract({ ...vault, functionName: 'convertToAssets', args: [amount] }),
            )
          }
        },
      ),
      { numRuns: 300, endOnFailure: true },
    )
  })
})

describe('a stake', () => {
  test('gives what was promised, to the wei, over 300 random intents', async () => {
    const plenty = 5_000_000n * unit
    const { address } = account
    await execute({ from: benefactor, on: onL2.metis, fn: 'devnetMint', args: [address, 2n * plenty] })
    await execute({ from: address, on: onL2.metis, fn: 'approve', args: [minter.address, plenty] })
    await execute({ from: address, on: onL2.minter, fn: 'mint', args: [address, plenty, false, address] })
    await fc.assert(
      fc.asyncProperty(intents, amounts, async (kind, amount) => {
        const [protocol, before] = await snapshots()
        const intent: StakeIntent = { ...kind, amount }
        const steps = stakeSteps(intent, protocol, before)
        const states = await statesOf(steps, signerOf(account))
        const last = states.at(-1)
        if (last?.kind === 'failed') throw last.error
        expect(last).toMatchObject({ kind: 'mined' })
        const [, after] = await snapshots()
        const gained = intent.receive === 'seMetis' ? after.shares - before.shares : after.eMetis - before.eMetis
        expect(gained).toBe(stakeResult(intent, protocol))
        const given = intent.give === 'METIS' ? before.metis - after.metis : before.eMetis - after.eMetis
        expect(given).toBe(intent.amount)
        // The approval was for exactly this amount, so nothing of it is left unless it was there before.
        const [had, left] =
          intent.give === 'METIS'
            ? [before.metisAllowance, after.metisAllowance]
            : [before.eMetisAllowance, after.eMetisAllowance]
        expect(left).toBe(had >= intent.amount ? had - intent.amount : 0n)
      }),
      { numRuns: 300, endOnFailure: true },
    )
  })
})

describe('the snapshots', () => {
  test('are one block and agree with the contracts', async () => {
    const [protocol, position] = await snapshots()
    const args = [account.address] as const
    expect(protocol.block.number).toBe(await client.getBlockNumber())
    expect(BigInt(protocol.block.seconds)).toBe((await client.getBlock()).timestamp)
    expect(protocol.checks.every(({ ok }) => ok)).toBe(true)
    expect(protocol.eMetisSupply).toBe(await client.readContract({ ...eMetis, functionName: 'totalSupply' }))
    expect(position).toMatchObject({
      native: await client.getBalance({ address: account.address }),
      metis: await client.readContract({ ...metis, functionName: 'balanceOf', args }),
      eMetis: await client.readContract({ ...eMetis, functionName: 'balanceOf', args }),
      shares: await client.readContract({ ...vault, functionName: 'balanceOf', args }),
      gasPrice: await client.getGasPrice(),
    })
    expect(position.metis).toBe(10_000n * unit)
  })
})
