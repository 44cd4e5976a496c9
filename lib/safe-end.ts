import { type Hash, isHash, parseAbi, TransactionReceiptNotFoundError } from 'viem'
import { type Range, readAnswered } from './answered'
import { readLogs } from './logs'
import { isOwnCall } from './own-event'
import type { Client } from './rpc'
import { readPlace, readSafeNonce } from './safe-nonce'
import { type Asked, callsOf, type End, type Final, lag } from './transaction'

/** A Safe's own record of what its signers agreed on; from version 1.4.1 on the hash is indexed. */
const safeEvents = parseAbi([
  'event ExecutionSuccess(bytes32 indexed txHash, uint256 payment)',
  'event ExecutionFailure(bytes32 indexed txHash, uint256 payment)',
  'event ExecutionSuccess(bytes32 txHash, uint256 payment)',
  'event ExecutionFailure(bytes32 txHash, uint256 payment)',
])

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

type Call = Pick<Asked, 'account' | 'to' | 'data'>

/** What any contract account did: a transaction that carries our call, and of which our contract told as of that account's. */
async function readDone(client: Client, call: Call, range: Range): Promise<End | null> {
  const answered = await readAnswered(client, call, range)
  const alike = answered.filter(({ input }) => input.includes(call.data.slice(2)))
  const outcomes = await Promise.all(alike.map(({ hash }) => readOutcome(client, hash, false)))
  return outcomes.find((outcome) => outcome && 'logs' in outcome && isOwnCall(outcome.logs, call)) ?? null
}

/** What took a Safe's nonce before ours could: each that it carries out is told by one event, in their order. */
async function readInPlace(
  client: Client,
  { account, safeNonce = 0n }: Asked,
  ours: bigint,
  range: Range,
): Promise<End> {
  const logs = await readLogs(client, { address: account, events: safeEvents, ...range })
  const found = logs[Number(ours - safeNonce)]
  return found ? { kind: 'superseded', hash: found.transactionHash } : { kind: 'unfound' }
}

/** Blocks that are read again at the next look: a node may lag behind the one that gave the newest, and the newest can change. */
const margin = 64n
/** Up to which block each question has been looked for in vain. It can wait for days, and the blocks behind it only grow. */
const searched = new Map<string, bigint>()

/**
 * The end of a contract account's transaction; null while its signers have not carried it out. The hash that such a wallet
 * gives is of its own making, so the outcome is read from events; where it is a Safe's, its nonce tells when to. Throws when the RPC fails.
 */
export async function readSafeEnd(client: Client, asked: Asked): Promise<End | null> {
  const { account, block, data, batch, hashes } = asked
  const ours = await readPlace(client, asked)
  const isReached = async (at?: bigint) => ours !== null && ((await readSafeNonce(client, account, at)) ?? 0n) > ours
  if (ours !== null && !(await isReached())) return null
  const all = { from: block + 1n, to: await client.getBlockNumber({ cacheTime: 0 }) }
  const key = `${account} ${block} ${batch?.id ?? hashes[0]} ${data}`
  const known = (searched.get(key) ?? block) - margin
  const range = { ...all, from: known > block ? known : all.from }
  if (range.from > range.to) return null
  const said = await readSaid(client, asked, range)
  if (said) return said
  const done = await Promise.all(callsOf(asked).map((call) => readDone(client, { account, ...call }, range)))
  // Of a batch, all has to be there; the last call's transaction is the one that ended it.
  if (!done.includes(null)) return done.at(-1) ?? null
  // Not by the newest block: the node that gave the events may lag behind it. A block too old to ask about says nothing.
  if (ours !== null && (await isReached(range.to - lag).catch(() => false)))
    return readInPlace(client, asked, ours, all)
  // A part that was found would have to be found again.
  if (done.every((end) => end === null)) searched.set(key, range.to)
  return null
}
