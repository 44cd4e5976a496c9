import { decodeErrorResult, parseEther } from 'viem'
import { beforeAll, describe, expect, test } from 'vitest'
import { type AddressBook, readAddressBook } from '@/lib/address-book'
import { readPosition } from '@/lib/position'
import { readProtocol } from '@/lib/protocol'
import { redeemSteps } from '@/lib/redeem'
import { stakeSteps } from '@/lib/stake'
import { type Step, toSignedCall } from '@/lib/step'
import { readTrial } from '@/lib/trial'
import { unstakeSteps } from '@/lib/unstake'
import { restoreEach } from './devnet'
import { accountAt, client, signerOf, statesOf } from './signer'

restoreEach()

const account = accountAt(5)
let book: AddressBook

beforeAll(async () => {
  book = await readAddressBook(client)
})

const read = () => Promise.all([readProtocol(client, book), readPosition(client, book, account.address)])
const tryAll = (steps: readonly Step[]) => readTrial(client, account.address, steps.map(toSignedCall))
const tryOut = async (steps: readonly Step[]) => {
  const trial = await tryAll(steps)
  return trial && 'changes' in trial ? trial.changes : undefined
}

/** What really happened to the balances, METIS without what the fees took. */
async function happen(steps: readonly Step[]) {
  const [, before] = await read()
  const states = await statesOf(steps, signerOf(account))
  expect(states.at(-1)?.kind).toBe('mined')
  const [, after] = await read()
  const pairs = [
    ['METIS', after.metis - before.metis],
    ['eMetis', after.eMetis - before.eMetis],
    ['seMetis', after.shares - before.shares],
    ['ENKI', after.enki - before.enki],
  ] as const
  return pairs.filter(([, amount]) => amount !== 0n).map(([token, amount]) => ({ token, amount }))
}

describe('trying calls out', () => {
  test('tells the whole flow to the wei before its first signature', async () => {
    const [protocol, position] = await read()
    const steps = stakeSteps({ amount: parseEther('7'), give: 'METIS', receive: 'seMetis' }, protocol, position)
    expect(steps.map(({ id }) => id)).toEqual(['approveMetis', 'mintSeMetis'])
    const trial = await tryOut(steps)
    expect(trial).toHaveLength(2)
    expect(await happen(steps)).toEqual(trial)
  })

  test('shows of an unstake what arrives now, not the gross amount', async () => {
    const [protocol, position] = await read()
    await happen(stakeSteps({ amount: parseEther('7'), give: 'METIS', receive: 'seMetis' }, protocol, position))
    const [later, mine] = await read()
    const steps = unstakeSteps({ kind: 'shares', shares: mine.shares }, later, mine)
    const trial = await tryOut(steps)
    const now = trial?.find(({ token }) => token === 'eMetis')?.amount ?? 0n
    expect(now).toBeGreaterThan(0n)
    expect(now).toBeLessThan(mine.assets)
    expect(await happen(steps)).toEqual(trial)
  })

  test('says that an approval moves nothing', async () => {
    const [protocol, position] = await read()
    const steps = stakeSteps({ amount: 1n, give: 'METIS', receive: 'eMetis' }, protocol, position)
    expect(await tryOut(steps.slice(0, 1))).toEqual([])
  })

  test('says which call would be refused, and in the contract’s own words', async () => {
    const [protocol, position] = await read()
    const [entry] = redeemSteps(
      { kind: 'request', amount: parseEther('1') },
      protocol.queue ?? expect.fail('no queue'),
      { ...position, queueAllowance: parseEther('1') },
    )
    const trial = entry && (await tryAll([entry]))
    const data = trial && 'refused' in trial ? trial.data : undefined
    expect(data && decodeErrorResult({ abi: [], data })).toMatchObject({ args: ['ERC20: insufficient allowance'] })
    expect(trial).toMatchObject({ refused: 0 })
  })
})
