import { expect, test } from 'vitest'
import { readIntent } from '@/lib/intent-again'
import type { LpHolding, RedeemIntent } from '@/lib/redeem-quote'
import type { Client } from '@/lib/rpc'
import { readSecondOpinion } from '@/lib/second-opinion'
import { readTickets } from '@/lib/tickets'
import { backend } from '../devnet/accounts'
import { execute } from '../devnet/transact'
import { restoreEach, world } from './devnet'
import { approveAll, book, enter, lp, provide, queue, unit } from './exit'
import { lying } from './faults'
import { honest, rudeHosts } from './rude-hosts'
import type { Manner } from './rude-proxy'
import { accountAt, client } from './signer'

restoreEach()

const { address: account } = accountAt(8)
const place = { queue: queue.address, account }
const start = rudeHosts()

/** A ticket that could be brought forward by a day, as the page read it. */
async function speedUp(): Promise<Extract<RedeemIntent, { kind: 'speedUp' }>> {
  await approveAll(account)
  await provide(account, 10n * unit)
  const id = await enter(account, 2n * unit)
  const { held, lps } = await readTickets(client, book, account, [lp.address])
  const ticket = held.find((each) => each.id === id)
  const [holding] = lps
  if (!ticket || !holding) throw new Error('no ticket or no LP tokens')
  return { kind: 'speedUp', ticket, lp: holding, seconds: 86_400n }
}
const again = async (intent: RedeemIntent) =>
  readIntent(client, place, intent, await client.getBlockNumber({ cacheTime: 0 }))
const setFactor = (factor: bigint) =>
  execute({ from: backend, on: world.onL2.queue, fn: 'setLpFactor', args: [lp.address, factor] })

test('what the page read of a ticket and of LP tokens is read again for a signature', async () => {
  const old = await speedUp()
  await setFactor(old.lp.factor / 2n)
  await execute({ from: account, on: world.onL2.lp, fn: 'approve', args: [queue.address, 5n] })
  const expected: LpHolding = { ...old.lp, factor: old.lp.factor / 2n, allowance: 5n }
  expect(await again(old)).toMatchObject({
    kind: 'speedUp',
    lp: expected,
    seconds: 86_400n,
    ticket: { id: old.ticket.id },
  })
  await execute({
    from: account,
    on: world.onL2.queue,
    fn: 'cancelRedemptionTicketNft',
    args: [account, old.ticket.id],
  })
  for (const kind of ['cancel', 'unlock'] as const)
    expect(await again({ kind, ticket: old.ticket })).toMatchObject({ kind, ticket: { isRedeemed: true } })
  expect(await again({ kind: 'claim', tickets: [old.ticket] })).toMatchObject({ tickets: [{ isRedeemed: true }] })
})

test('a token that is no longer taken is worth no second', async () => {
  const old = await speedUp()
  await setFactor(0n)
  expect(await again(old)).toMatchObject({ lp: { token: lp.address, factor: 0n } })
})

test('a host that lies about what an LP token is worth, or how many there are, is found before anything is signed', async () => {
  const intent = await speedUp()
  const also = (host: Client, block: bigint) => readIntent(host, place, intent, block)
  const told = async (...manners: Manner[]) => {
    const found = await start(world.l2.url, manners)
    return readSecondOpinion({ book, account, from: 0n, urls: found.map(({ url }) => url), also })
  }
  // Factor, balance, allowance.
  for (const [index, name] of ['factor', 'balance', 'allowance'].entries())
    expect(await told(honest, lying(index, 3))).toMatchObject({ field: `also.lp.${name}` })
  const agreed = await told(honest, honest)
  expect(agreed && 'also' in agreed && agreed.also).toEqual(await again(intent))
})
