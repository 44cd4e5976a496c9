import { type AbiEvent, erc20Abi, type Hash, isHash, pad, parseAbi, TransactionReceiptNotFoundError } from 'viem'
import { eMetisMinterAbi } from '@/abi/e-metis-minter'
import { redemptionQueueAbi } from '@/abi/redemption-queue'
import { seMetisAbi } from '@/abi/se-metis'
import { vestingAbi } from '@/abi/vesting'
import { readLogs } from './logs'
import type { Client } from './rpc'
import { type Asked, callsOf, type End, type Final } from './transaction'

/** A Safe's own record of what its signers agreed on; from version 1.4.1 on the hash is indexed. */
const safeEvents = parseAbi([
  'event ExecutionSuccess(bytes32 indexed txHash, uint256 payment)',
  'event ExecutionFailure(bytes32 indexed txHash, uint256 payment)',
  'event ExecutionSuccess(bytes32 txHash, uint256 payment)',
  'event ExecutionFailure(bytes32 txHash, uint256 payment)',
])

/** Everything our contracts say of an account. */
const ourEvents: readonly AbiEvent[] = [
  ...erc20Abi,
  ...seMetisAbi,
  ...eMetisMinterAbi,
  ...redemptionQueueAbi,
  ...vestingAbi,
].filter((item) => item.type === 'event')

type Range = { from: bigint; to: bigint }

/** What a transaction came to; `isFailure`: what it carried failed all the same. Null while there is no receipt. */
export async function readOutcome(client: Client, hash: Hash, isFailure: boolean): Promise<Final | null> {
  const receipt = await client.getTransactionReceipt({ hash }).catch((error) => {
    if (error instanceof TransactionReceiptNotFoundError) return null
    throw error
  })
  if (!receipt) return null
  const { status, blockNumber: block, logs } = receipt
  return { kind: isFailure || status === 'reverted' ? 'reverted' : 'mined', hash, block, logs }
}

/** What a Safe says of a hash that it gave; its name for a batch is such a hash too. */
async function readSaid(client: Client, { account, hashes: given, batch }: Asked, range: Range): Promise<End | null> {
  const hashes = batch && isHash(batch.id) ? [...given, batch.id] : given
  const logs = await readLogs(client, { address: account, events: safeEvents, ...range })
  const found = logs.find(({ args }) => hashes.includes(args.txHash))
  return found ? readOutcome(client, found.transactionHash, found.eventName === 'ExecutionFailure') : null
}

/** What any contract account did: a transaction that our contract answered with an event about it and that carries our call. */
async function readDone(
  client: Client,
  { account, to, data }: Pick<Asked, 'account' | 'to' | 'data'>,
  range: Range,
): Promise<End | null> {
  const places = [[pad(account)], [null, pad(account)], [null, null, pad(account)]]
  const found = await Promise.all(
    places.map((topics) => readLogs(client, { address: to, events: ourEvents, topics, ...range })),
  )
  for (const hash of new Set(found.flat().map(({ transactionHash }) => transactionHash))) {
    const { input } = await client.getTransaction({ hash })
    if (input.includes(data.slice(2))) return readOutcome(client, hash, false)
  }
  return null
}

/**
 * The end of a contract account's transaction; null while its signers have not carried it out. The hash that such a wallet
 * gives is of its own making, so the outcome is read from events. Throws when the RPC fails.
 */
export async function readSafeEnd(client: Client, asked: Asked): Promise<End | null> {
  const range = { from: asked.block + 1n, to: await client.getBlockNumber({ cacheTime: 0 }) }
  if (range.from > range.to) return null
  const said = await readSaid(client, asked, range)
  if (said) return said
  const { account } = asked
  const done = await Promise.all(callsOf(asked).map((call) => readDone(client, { account, ...call }, range)))
  // Of a batch, all has to be there; the last call's transaction is the one that ended it.
  return done.includes(null) ? null : (done.at(-1) ?? null)
}
