import { zeroAddress } from 'viem'
import type { AddressBook } from './address-book'
import { configAt, sequencerSet } from './contracts'
import type { ContractKey } from './inventory'
import type { RuleId, Value } from './parameter-events'
import type { Protocol } from './protocol'
import { type Block, blockCalls, type Client, maybe, must, toBlock } from './rpc'
import type { Pool } from './sequencers'
import { enkiPerEMetis } from './vesting'

/** A rule in force; ratios and fees in parts per million, amounts in base units. Null: this deployment does not tell it. */
export type Parameter = { id: RuleId; contract: ContractKey; value: Value | null }

/** The rules of one chain, and the block that they were read at. */
export type Parameters = { block: Block; values: readonly Parameter[] }

/** What no other snapshot carries. */
export type Rest = { block: Block; epochLength: bigint | null; treasury: `0x${string}` | null }

/** One multicall. Throws when the RPC fails. */
export async function readRest(client: Client, book: AddressBook): Promise<Rest> {
  const config = configAt(book.config ?? zeroAddress)
  const [number, seconds, length, treasury] = await client.multicall({
    batchSize: 0,
    contracts: [
      ...blockCalls,
      { ...sequencerSet, functionName: 'epochLength' },
      { ...config, functionName: 'protocolTreasury' },
    ],
  })
  return { block: toBlock(must(number), must(seconds)), epochLength: maybe(length), treasury: maybe(treasury) }
}

const rule = (id: RuleId, contract: ContractKey, value: Value | null | undefined): Parameter => ({
  id,
  contract,
  value: value ?? null,
})

/** ENKI's rules on L2, out of the protocol's snapshot. */
export const toEnkiParameters = ({ block, queue, ...now }: Protocol, treasury: Rest['treasury']): Parameters => ({
  block,
  values: [
    rule('treasuryRatio', 'config', now.treasuryRatio),
    rule('treasury', 'config', treasury),
    rule('vestingRatio', 'config', now.vestingRatio),
    rule('vestingSeconds', 'config', now.vestingSeconds),
    // A constant of Vesting's code: no getter tells it.
    rule('enkiPerEMetis', 'vesting', enkiPerEMetis),
    rule('queueSeconds', 'config', now.queueSeconds),
    rule('minQueueSeconds', 'config', queue?.shortestSeconds),
    rule('redemptionFee', 'config', queue?.fee),
    rule('cancelRedemptionFee', 'config', queue?.cancelFee),
    rule('lpSeconds', 'config', queue?.lpSeconds),
    rule('paused', 'config', now.paused),
    rule('public', 'config', now.isPublic),
  ],
})

/** The pool's rules on L1, out of its snapshot. */
export const toPoolParameters = (pool: Pool): Parameters => ({
  block: pool.block,
  values: [
    rule('minLock', 'lockingInfo', pool.minLock),
    rule('maxLock', 'lockingInfo', pool.maxLock),
    rule('rewardPerBlock', 'lockingPool', pool.rewardPerBlock),
    rule('exitSeconds', 'lockingPool', BigInt(pool.exitSeconds)),
    rule('rewardPayer', 'lockingInfo', pool.payer.address),
    rule('poolPaused', 'lockingPool', pool.isPaused),
  ],
})

/** What the sequencers go by on L2. */
export const toEpochParameters = ({ block, epochLength }: Rest): Parameters => ({
  block,
  values: [rule('epochLength', 'sequencerSet', epochLength)],
})
