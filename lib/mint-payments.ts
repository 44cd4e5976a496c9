import { type Address, isAddressEqual, pad } from 'viem'
import { type AccountLog, accountEvents, type LogOf } from './account-logs'
import { metis, minter } from './contracts'
import { type LogQuery, type Reading, readLogs } from './logs'
import type { Client } from './rpc'

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
