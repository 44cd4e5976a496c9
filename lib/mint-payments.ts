import { type Address, type Hex, isAddressEqual, pad } from 'viem'
import { type AccountLog, accountEvents, type LogOf } from './account-logs'
import { metis, minter } from './contracts'
import { type LogQuery, type Reading, readLogs } from './logs'
import type { Block, Client } from './rpc'

/** Minted names who gets, not who pays: that is told by the METIS that goes to the minter in the same transaction. */
export const isPayment = (log: AccountLog): log is LogOf<'Transfer'> =>
  log.eventName === 'Transfer' &&
  isAddressEqual(log.address, metis.address) &&
  isAddressEqual(log.args.to, minter.address)

type Later = Pick<AccountLog, 'transactionHash' | 'logIndex'>

/** Who paid so much METIS for what a later log of the same transaction tells; undefined: that is not among the logs. */
export const payerOf = (logs: readonly AccountLog[], later: Later, amount: bigint): Address | undefined =>
  logs.findLast(
    (log): log is LogOf<'Transfer'> =>
      log.transactionHash === later.transactionHash &&
      log.logIndex < later.logIndex &&
      isPayment(log) &&
      log.args.value === amount,
  )?.args.from

/** The logs that tell what METIS the account paid to the minter. */
export const paymentsOf = (
  account: Address,
): Pick<LogQuery<typeof accountEvents>, 'address' | 'events' | 'topics'> => ({
  address: metis.address,
  events: accountEvents,
  topics: [pad(account), pad(minter.address)],
})

/** Half of a gift: an own mint that somebody else paid, or a payment for somebody else's mint. */
function isHalf(log: AccountLog, account: Address, logs: readonly AccountLog[]): boolean {
  if (log.eventName === 'Minted')
    return isAddressEqual(log.args.account, account) && !payerOf(logs, log, log.args.amount)
  return (
    isPayment(log) &&
    !logs.some((each) => each.eventName === 'Minted' && payerOf([log], each, each.args.amount) !== undefined)
  )
}

/** The other halves of gifts, for one request per block that has some. */
export async function readOtherHalves(
  client: Client,
  account: Address,
  logs: readonly AccountLog[],
  { signal }: Reading,
): Promise<AccountLog[]> {
  const mints = logs.filter((log) => log.eventName === 'Minted' || isPayment(log))
  const blocks = new Set(mints.filter((log) => isHalf(log, account, mints)).map(({ blockNumber }) => blockNumber))
  const found: AccountLog[] = []
  for (const block of blocks) {
    const wanted = { address: [metis.address, minter.address], events: accountEvents, from: block, to: block }
    found.push(...(await readLogs(client, wanted, { signal })))
  }
  return found
}

/** What tells who paid for the mints of a block, by the block's hash: of a block that the chain still has it never changes. */
export type Payments = ReadonlyMap<Hex, readonly AccountLog[]>

type Tail = { client: Client; account: Address; head: Block; logs: readonly AccountLog[]; known: Payments }

/** Who paid for the mints among the logs, as far as it concerns the account: no request where that is known already. */
export async function readPayments({ client, account, head, logs, known }: Tail, reading: Reading): Promise<Payments> {
  const mints = logs.filter(({ eventName }) => eventName === 'Minted')
  const fresh = mints.filter(({ blockHash }) => !known.has(blockHash))
  const found: AccountLog[] = []
  if (fresh[0]) {
    const range = { from: fresh[0].blockNumber, to: head.number }
    const paid = await readLogs(client, { ...paymentsOf(account), ...range }, { signal: reading.signal })
    found.push(...paid, ...(await readOtherHalves(client, account, [...fresh, ...paid], reading)))
  }
  const inBlock = (hash: Hex) => known.get(hash) ?? found.filter(({ blockHash }) => blockHash === hash)
  return new Map(mints.map(({ blockHash }) => [blockHash, inBlock(blockHash)]))
}
