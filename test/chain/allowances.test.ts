import { expect, test } from 'vitest'
import { readAddressBook } from '@/lib/address-book'
import { metis, minter } from '@/lib/contracts'
import { readOtherAllowances } from '@/lib/other-allowances'
import { revokeSteps } from '@/lib/revoke'
import { execute } from '../devnet/transact'
import { l2, restoreEach, world } from './devnet'
import { accountAt, client, signerOf, statesOf } from './signer'

restoreEach()

const account = accountAt(8)
const stranger = '0x000000000000000000000000000000000000c0de'
const { metis: token, lp, enki } = world.onL2
const approve = (on: typeof lp, spender: string, amount: bigint) =>
  execute({ from: account.address, on, fn: 'approve', args: [spender, amount] })

test('what is left over of LP tokens and of contracts that are gone is found, and taken back', async () => {
  const book = await readAddressBook(client)
  const queue = book.redemptionQueue ?? expect.fail('no queue')
  await approve(lp, queue, 5n)
  await approve(token, stranger, 6n)
  // Of the protocol's own: in the position already.
  await approve(token, minter.address, 7n)
  const approved = [
    { token: metis.address, spender: stranger },
    { token: metis.address, spender: minter.address },
    { token: enki.address, spender: queue },
  ] as const
  const read = () => readOtherAllowances(client, book, account.address, approved)
  const { left, block } = await read()
  expect(left).toEqual([
    { id: 'revokeLp', token: lp.address, spender: queue, amount: 5n },
    { id: 'revokeOther', token: metis.address, spender: stranger, amount: 6n },
  ])
  expect(block.number).toBe(await l2.getBlockNumber())
  expect((await statesOf(left.flatMap(revokeSteps), signerOf(account))).at(-1)?.kind).toBe('mined')
  expect((await read()).left).toEqual([])
})
