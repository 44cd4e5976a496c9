import { type MulticallReturnType, zeroAddress } from 'viem'
import { type AddressBook, toChecks, wiringCalls } from './address-book'
import type { CodeFault } from './code-check'
import { configAt, eMetis, metis, vault } from './contracts'
import { pinned } from './pinned'
import { queueCalls, toQueue } from './queue'
import type { Queue } from './redemption'
import { type Block, blockCalls, type Client, maybe, must, toBlock } from './rpc'
import type { Vault } from './shares'
import type { WiringCheck } from './wiring'

/** All wallet-free L2 state of one block. Amounts in base units; `treasuryRatio` and `vestingRatio` in parts per million. */
export type Protocol = Vault & {
  block: Block
  checks: WiringCheck[]
  /** What is wrong with the contracts' code; undefined: nothing is, or it was not read. Read apart (code.ts). */
  codeFault?: CodeFault | undefined
  /** Null: the vault can't tell, because its Config does not answer; the wiring check then blocks writing. */
  paused: boolean | null
  /** False: only beta users may stake to seMetis. Null: this Config has no such switch. */
  isPublic: boolean | null
  eMetisSupply: bigint
  /** METIS in the minter, not yet on its way to a sequencer. */
  metisInMinter: bigint
  treasuryRatio: bigint | null
  vestingRatio: bigint | null
  vestingSeconds: bigint | null
  /** How long a redemption ticket requested now would wait. */
  queueSeconds: bigint | null
  /** Null: this deployment has no redemption queue. */
  queue: Queue | null
}

/** The calls behind {@link toProtocol}, in its order. */
export const protocolCalls = (book: AddressBook) => {
  const config = configAt(book.config ?? zeroAddress)
  return [
    ...blockCalls,
    ...queueCalls(book),
    { ...vault, functionName: 'totalAssets' },
    { ...vault, functionName: 'totalSupply' },
    { ...vault, functionName: 'paused' },
    { ...eMetis, functionName: 'totalSupply' },
    { ...metis, functionName: 'balanceOf', args: [pinned.minter] },
    { ...config, functionName: 'isPublic' },
    { ...config, functionName: 'protocolTreasuryRatio' },
    { ...config, functionName: 'vestingRatio' },
    { ...config, functionName: 'vestingDuration' },
    ...wiringCalls(config.address),
  ] as const
}

/** What {@link protocolCalls} are answered. */
export type ProtocolAnswers = MulticallReturnType<ReturnType<typeof protocolCalls>>

/** The protocol from the answers to {@link protocolCalls}. Throws when one that has to succeed failed. */
export function toProtocol(book: AddressBook, answers: ProtocolAnswers): Protocol {
  const [number, seconds, metisHeld, owed, wait, shortest, fee, cancelFee, lpSeconds, ...rest] = answers
  const [assets, shares, paused, supply, idle, open, treasury, vesting, duration, ...wiring] = rest
  const queue = toQueue(book, [metisHeld, owed, wait, shortest, fee, cancelFee, lpSeconds])
  return {
    block: toBlock(must(number), must(seconds)),
    checks: toChecks(wiring),
    totalAssets: must(assets),
    totalShares: must(shares),
    paused: maybe(paused),
    isPublic: maybe(open),
    eMetisSupply: must(supply),
    metisInMinter: must(idle),
    treasuryRatio: maybe(treasury),
    vestingRatio: maybe(vesting),
    vestingSeconds: maybe(duration),
    queueSeconds: maybe(wait),
    queue,
  }
}

/** One multicall, one block: the newest unless `blockNumber` is given. Throws when the RPC fails or the vault does not answer. */
export async function readProtocol(client: Client, book: AddressBook, blockNumber?: bigint): Promise<Protocol> {
  return toProtocol(book, await client.multicall({ batchSize: 0, blockNumber, contracts: protocolCalls(book) }))
}
